package dev.parley.core.token;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.CredentialCache;
import dev.parley.core.access.Principal;
import dev.parley.core.access.Secret;
import dev.parley.core.token.TokenStore.NewToken;
import dev.parley.core.user.AccountState;
import dev.parley.core.user.UserService;
import dev.parley.fanout.Broker;
import dev.parley.fanout.Signal;
import dev.parley.kernel.AppId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tokens: issued once, verified at every call, revoked. Verified tokens are remembered for a few
/// seconds; this node forgets a revoked one at once. Calls block; run them on virtual threads.
public final class TokenService {

  private final TenantDatabase database;
  private final UserService users;
  private final Broker broker;
  private final IdGenerator ids;
  private final Clock clock;
  private final SecureRandom random;
  private final TokenStore store = new TokenStore();
  private final CredentialCache<Known> known = new CredentialCache<>(found -> found.token().user());

  public TokenService(
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

  private record Known(StoredToken token, Optional<AccountState> account) {}

  /// Issues a token; this is the only time its text is known.
  public String issue(WorkspaceId workspace, UserId user, TokenKind kind, Set<String> scopes) {
    return issueAll(workspace, List.of(user), kind, scopes).getFirst();
  }

  /// Issues a token to each of several people, in their order.
  public List<String> issueAll(
      WorkspaceId workspace, List<UserId> people, TokenKind kind, Set<String> scopes) {
    return issueAll(workspace, people, kind, TokenText.start(kind), scopes);
  }

  /// Issues a token of an app as such.
  ///
  /// @param bot the app's bot user; the token lives as long as that is active
  public String issueForApp(WorkspaceId workspace, AppId app, UserId bot, Set<String> scopes) {
    return issueAll(workspace, List.of(bot), TokenKind.APP, TokenText.start(app), scopes)
        .getFirst();
  }

  private List<String> issueAll(
      WorkspaceId workspace,
      List<UserId> people,
      TokenKind kind,
      String start,
      Set<String> scopes) {
    List<String> texts = new ArrayList<>(people.size());
    List<NewToken> rows = new ArrayList<>(people.size());
    for (UserId user : people) {
      String secret = Secret.random(random);
      TokenText text = new TokenText(start, workspace, ids.newId(), secret);
      texts.add(text.write());
      rows.add(new NewToken(text.id(), user, kind, Secret.hash(secret), scopes));
    }
    var _ =
        database.write(
            workspace,
            handle -> {
              store.insert(workspace, handle, rows);
              return rows.size();
            });
    return texts;
  }

  /// Verifies a token.
  ///
  /// @throws Refusal `invalid_auth`, `token_revoked`, `token_expired`, `account_inactive`
  public Principal authenticate(String text) {
    TokenText token = TokenText.parse(text).orElseThrow(() -> new Refusal("invalid_auth"));
    Known found = known(token.workspace(), token.id());
    StoredToken stored = found.token();
    if (stored.kind() != token.kind().number()
        || !Secret.matches(token.secret(), stored.secretHash())) {
      throw new Refusal("invalid_auth");
    }
    Optional<CloseCode> end = endOf(found);
    if (end.isPresent()) {
      throw refusal(end.get());
    }
    AccountState account = found.account().orElseThrow();
    Actor actor =
        new Actor(
            token.workspace(),
            stored.user(),
            account.role(),
            token.kind() != TokenKind.USER,
            token.kind() == TokenKind.APP
                ? new Credential.AppToken(token.id(), stored.scopes())
                : new Credential.Token(token.id(), stored.scopes()));
    return new Principal(actor, stored.expires());
  }

  /// How a token ended; empty if [#authenticate] would accept it.
  public Optional<CloseCode> endOf(WorkspaceId workspace, long id) {
    return endOf(known(workspace, id));
  }

  private Optional<CloseCode> endOf(Known found) {
    if (found.account().filter(AccountState::isDeactivated).isPresent()) {
      return Optional.of(CloseCode.ACCOUNT_INACTIVE);
    }
    if (found.account().isEmpty() || found.token().isRevoked()) {
      return Optional.of(CloseCode.SESSION_ENDED);
    }
    return clock.instant().isBefore(found.token().expires())
        ? Optional.empty()
        : Optional.of(CloseCode.SESSION_EXPIRED);
  }

  private static Refusal refusal(CloseCode end) {
    return new Refusal(
        switch (end) {
          case ACCOUNT_INACTIVE -> "account_inactive";
          case SESSION_EXPIRED -> "token_expired";
          default -> "token_revoked";
        });
  }

  /// Ends a token for ever and closes what was opened with it.
  ///
  /// @return whether it was valid until now
  public boolean revoke(WorkspaceId workspace, UserId user, long id) {
    boolean revoked = database.write(workspace, handle -> store.revoke(workspace, handle, id));
    known.forget(workspace, id);
    StreamKey stream = StreamKey.of(workspace, user);
    broker.publish(List.of(new Signal.EndSession(stream, id, CloseCode.SESSION_ENDED.code())));
    return revoked;
  }

  /// Has all tokens of a kind that somebody has now end. Connections that were opened with them
  /// end at once; with a token that still lasts they may be opened again, until it ends.
  ///
  /// @param after how long they still last; zero ends them for ever now
  public void retire(WorkspaceId workspace, UserId user, TokenKind kind, Duration after) {
    List<Long> retired =
        database.write(
            workspace,
            handle ->
                after.isZero()
                    ? store.revokeKind(workspace, handle, user, kind)
                    : store.expireKind(workspace, handle, user, kind, clock.instant().plus(after)));
    forget(workspace, user);
    StreamKey stream = StreamKey.of(workspace, user);
    int code = (after.isZero() ? CloseCode.SESSION_ENDED : CloseCode.DRAINING).code();
    broker.publish(
        retired.stream().map(id -> (Signal) new Signal.EndSession(stream, id, code)).toList());
  }

  /// Ends all of a person's tokens; their connections are for the caller to close.
  public void revokeAll(WorkspaceId workspace, UserId user) {
    var _ = database.write(workspace, handle -> store.revokeAll(workspace, handle, user));
    forget(workspace, user);
  }

  /// Has this node read a person's tokens and account anew.
  public void forget(WorkspaceId workspace, UserId user) {
    known.forget(workspace, user);
  }

  private Known known(WorkspaceId workspace, long id) {
    return known
        .get(workspace, id, () -> Optional.of(read(workspace, id)))
        .orElseThrow(() -> new Refusal("invalid_auth"));
  }

  private Known read(WorkspaceId workspace, long id) {
    return database.read(
        workspace,
        handle ->
            store
                .find(workspace, handle, id)
                .map(stored -> new Known(stored, users.state(handle, workspace, stored.user())))
                .orElseGet(() -> new Known(NOBODYS, Optional.empty())));
  }

  /// Stands for a token that does not exist: no secret matches it.
  private static final StoredToken NOBODYS =
      new StoredToken((short) 0, new UserId(1), new byte[0], Set.of(), Principal.NEVER, true);
}
