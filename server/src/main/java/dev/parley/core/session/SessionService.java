package dev.parley.core.session;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.CredentialCache;
import dev.parley.core.access.Principal;
import dev.parley.core.access.Secret;
import dev.parley.core.session.SessionStore.StoredSession;
import dev.parley.core.user.AccountState;
import dev.parley.core.user.UserService;
import dev.parley.fanout.Broker;
import dev.parley.fanout.Signal;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import dev.parley.storage.TenantDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Browsers in which somebody is signed in. A session lives for 30 days after it was last seen,
/// which is noted at most once a minute. Calls block; run them on virtual threads.
public final class SessionService {
  /// How long a session lives without being used.
  public static final Duration LIFE = Duration.ofDays(30);

  private static final Duration NOTED = Duration.ofMinutes(1);
  private static final Pattern COOKIE =
      Pattern.compile("([1-9][0-9]{0,17})-([0-9A-Za-z]{" + Secret.LENGTH + "})");

  private final TenantDatabase database;
  private final UserService users;
  private final Broker broker;
  private final IdGenerator ids;
  private final Clock clock;
  private final SecureRandom random;
  private final SessionStore store = new SessionStore();
  private final CredentialCache<Known> known =
      new CredentialCache<>(found -> found.session().user());

  public SessionService(
      TenantDatabase database,
      UserService users,
      Broker broker,
      IdGenerator ids,
      Clock clock,
      SecureRandom random) {
    this.database = database;
    this.users = users;
    this.broker = broker;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  private record Known(StoredSession session, AccountState account) {}

  /// Begins a session.
  ///
  /// @return the value of the browser's cookie; the only time it is known
  public String begin(WorkspaceId workspace, UserId user, String userAgent, String address) {
    Instant now = clock.instant();
    String secret = Secret.random(random);
    SessionView session = new SessionView(ids.newId(), now, now, userAgent, address, true);
    var _ =
        database.write(
            workspace,
            handle -> {
              store.insert(workspace, handle, session, user, Secret.hash(secret), now.plus(LIFE));
              return session;
            });
    return session.id() + "-" + secret;
  }

  /// Verifies the value of a cookie.
  ///
  /// @throws Refusal `token_expired`, `account_inactive` or `invalid_auth`, with the reason
  ///     `signed_out` if the person ended it
  public Principal authenticate(WorkspaceId workspace, String cookie) {
    Matcher matcher = COOKIE.matcher(cookie);
    if (!matcher.matches()) {
      throw new Refusal("invalid_auth");
    }
    long id = Long.parseLong(matcher.group(1));
    Known found = known(workspace, id).orElseThrow(() -> new Refusal("invalid_auth"));
    Instant now = clock.instant();
    if (!Secret.matches(matcher.group(2), found.session().secretHash())) {
      throw new Refusal("invalid_auth");
    }
    Optional<CloseCode> end = endOf(found, now);
    if (end.isPresent()) {
      throw refusal(end.get());
    }
    Actor actor =
        new Actor(
            workspace,
            found.session().user(),
            found.account().role(),
            found.account().isBot(),
            new Credential.Session(id));
    if (found.session().lastSeen().plus(NOTED).isBefore(now)) {
      return new Principal(actor, noteUse(workspace, id, now));
    }
    return new Principal(actor, found.session().expires());
  }

  /// Whether a number is that of a session, over or not.
  public boolean isSession(WorkspaceId workspace, long id) {
    return known(workspace, id).isPresent();
  }

  /// How a session ended; empty if [#authenticate] would accept it.
  public Optional<CloseCode> endOf(WorkspaceId workspace, long id) {
    Optional<Known> found = known(workspace, id);
    return found.isPresent()
        ? endOf(found.get(), clock.instant())
        : Optional.of(CloseCode.SESSION_ENDED);
  }

  private static Optional<CloseCode> endOf(Known found, Instant now) {
    StoredSession session = found.session();
    if (session.isSignedOut()) {
      return Optional.of(CloseCode.SIGNED_OUT);
    }
    if (found.account().isDeactivated()) {
      return Optional.of(CloseCode.ACCOUNT_INACTIVE);
    }
    if (session.isEnded()) {
      return Optional.of(CloseCode.SESSION_ENDED);
    }
    return now.isBefore(session.expires())
        ? Optional.empty()
        : Optional.of(CloseCode.SESSION_EXPIRED);
  }

  private static Refusal refusal(CloseCode end) {
    return switch (end) {
      case SIGNED_OUT -> new Refusal("invalid_auth").because(end.wireName());
      case ACCOUNT_INACTIVE -> new Refusal("account_inactive");
      case SESSION_EXPIRED -> new Refusal("token_expired");
      default -> new Refusal("invalid_auth");
    };
  }

  /// A person's sessions, the one used last first.
  ///
  /// @param current the session that asks, or 0
  public List<SessionView> list(WorkspaceId workspace, UserId user, long current) {
    return database.read(
        workspace, handle -> store.list(workspace, handle, user, current, clock.instant()));
  }

  /// Somebody's session, over or not.
  public record Login(UserId user, String handle, SessionView session) {}

  /// Who signed in to a workspace until a time, the session used last first.
  public List<Login> log(WorkspaceId workspace, Instant until, int limit) {
    return database.read(workspace, handle -> store.log(workspace, handle, until, limit));
  }

  /// Ends a session as its own person wishes, in it or on another device, and closes its
  /// connections.
  ///
  /// @throws Refusal `session_not_found` if it is not theirs or over already
  public void signOut(WorkspaceId workspace, UserId user, long id) {
    boolean ended =
        database.write(
            workspace, handle -> store.signOut(workspace, handle, user, id, clock.instant()));
    known.forget(workspace, id);
    if (!ended) {
      throw new Refusal("session_not_found");
    }
    StreamKey stream = StreamKey.of(workspace, user);
    broker.publish(List.of(new Signal.EndSession(stream, id, CloseCode.SIGNED_OUT.code())));
  }

  /// Ends all of a person's sessions for them; their connections are for the caller to close.
  public void endAll(WorkspaceId workspace, UserId user) {
    var _ =
        database.write(workspace, handle -> store.endAll(workspace, handle, user, clock.instant()));
    forget(workspace, user);
  }

  /// Has this node read a person's sessions and account anew.
  public void forget(WorkspaceId workspace, UserId user) {
    known.forget(workspace, user);
  }

  private Instant noteUse(WorkspaceId workspace, long id, Instant now) {
    known.forget(workspace, id);
    return database.write(
        workspace,
        handle -> {
          store.touch(workspace, handle, id, now, LIFE);
          return now.plus(LIFE);
        });
  }

  private Optional<Known> known(WorkspaceId workspace, long id) {
    return known.get(workspace, id, () -> read(workspace, id));
  }

  private Optional<Known> read(WorkspaceId workspace, long id) {
    return database.read(
        workspace,
        handle ->
            store
                .find(workspace, handle, id)
                .flatMap(
                    session ->
                        users
                            .state(handle, workspace, session.user())
                            .map(account -> new Known(session, account))));
  }
}
