package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.api.SessionCookie;
import dev.parley.core.access.Credentials;
import dev.parley.core.access.Principal;
import dev.parley.core.access.Role;
import dev.parley.core.identity.AccountService;
import dev.parley.core.identity.AccountService.Founded;
import dev.parley.core.identity.AccountService.Person;
import dev.parley.core.identity.Passwords;
import dev.parley.core.identity.SignIn;
import dev.parley.core.identity.SignInService;
import dev.parley.core.session.SessionService;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The page's calls that need nobody to be signed in: what this browser may do, setting up, signing
/// in.
public final class SignInMethods {
  /// As long as browsers keep cookies; the session itself ends sooner.
  static final Duration COOKIE_LIFE = Duration.ofDays(400);

  private static final int MAX_COOKIES = 50;

  private static final Arg<String> COMPANY = Arg.string("company").required();
  private static final Arg<String> SLUG = Arg.string("slug").required();
  private static final Arg<String> NAME = Arg.string("name").required();
  private static final Arg<EmailAddress> EMAIL =
      Arg.of("email", "email", node -> EmailAddress.parse(node.asText()))
          .bad("invalid_email")
          .required();
  private static final Arg<String> TYPED_EMAIL = Arg.string("email").required();
  private static final Arg<String> PASSWORD = Arg.string("password").required();
  private static final Arg<String> TEAM = Arg.string("team");

  private final AccountService accounts;
  private final SignInService signIns;
  private final SessionService sessions;
  private final WorkspaceService workspaces;
  private final Passwords passwords;
  private final Credentials credentials;

  public SignInMethods(
      AccountService accounts,
      SignInService signIns,
      SessionService sessions,
      WorkspaceService workspaces,
      Passwords passwords,
      Credentials credentials) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.sessions = sessions;
    this.workspaces = workspaces;
    this.passwords = passwords;
    this.credentials = credentials;
  }

  public List<Method> all() {
    return List.of(
        Method.named("client.state", "Tells in which workspaces this browser is signed in.")
            .open()
            .tier(RateTier.TIER_4)
            .does(this::state),
        Method.named("client.setUp", "Makes the first workspace and its owner, and signs in.")
            .open()
            .tier(RateTier.TIER_1)
            .args(COMPANY, SLUG, NAME, EMAIL, PASSWORD)
            .writes()
            .errors(
                "already_set_up", "invalid_slug", "slug_taken", "invalid_email", "weak_password")
            .does(this::setUp),
        Method.named("client.signIn", "Signs a person in by address and password.")
            .open()
            .tier(RateTier.TIER_4)
            .args(TYPED_EMAIL, PASSWORD, TEAM)
            .writes()
            .errors("invalid_credentials", "too_many_tries", "choose_team", "no_workspace")
            .does(this::signIn));
  }

  private Reply state(Call call) {
    List<Map<String, Object>> teams = new ArrayList<>();
    call.client().cookies().entrySet().stream()
        .filter(cookie -> cookie.getKey().startsWith(SessionCookie.PREFIX))
        .limit(MAX_COOKIES)
        .forEach(cookie -> signedIn(cookie.getKey(), cookie.getValue()).ifPresent(teams::add));
    return Reply.ok().with("setup_required", workspaces.isEmpty()).with("teams", teams);
  }

  private Optional<Map<String, Object>> signedIn(String name, String value) {
    Optional<WorkspaceId> workspace =
        WorkspaceId.parse(name.substring(SessionCookie.PREFIX.length()));
    if (workspace.isEmpty()) {
      return Optional.empty();
    }
    try {
      Principal principal = credentials.bySession(workspace.get(), value);
      Map<String, Object> team = TeamJson.of(workspaces.require(workspace.get().toString()));
      team.put("user", principal.actor().user().toString());
      return Optional.of(team);
    } catch (Refusal notSignedIn) {
      return Optional.empty();
    }
  }

  private Reply setUp(Call call) {
    if (!workspaces.isEmpty()) {
      throw new Refusal("already_set_up");
    }
    EmailAddress email = call.get(EMAIL);
    String company = call.get(COMPANY).strip();
    String name = call.get(NAME).strip();
    List<String> personal =
        List.of(email.value(), email.localPart(), name, company, call.get(SLUG));
    Person owner =
        new Person(
            handle(email),
            name,
            Optional.of(email),
            Optional.of(passwords.hash(call.get(PASSWORD), personal)),
            Role.PRIMARY_OWNER);
    Founded founded = accounts.found(company, call.get(SLUG), owner, true);
    Workspace workspace = founded.workspace();
    String cookie =
        sessions.begin(
            workspace.id(),
            founded.owner().id(),
            call.client().userAgent(),
            call.client().address());
    return Reply.ok()
        .with("team", TeamJson.of(workspace))
        .with("user", founded.owner().id().toString())
        .cookie(new SessionCookie(workspace.id(), cookie, COOKIE_LIFE));
  }

  private Reply signIn(Call call) {
    EmailAddress email =
        EmailAddress.parse(call.get(TYPED_EMAIL))
            .orElseThrow(() -> new Refusal("invalid_credentials"));
    SignInService.Browser browser =
        new SignInService.Browser(call.client().userAgent(), call.client().address());
    SignIn outcome =
        signIns.signIn(
            email, call.get(PASSWORD), call.find(TEAM).filter(team -> !team.isBlank()), browser);
    return switch (outcome) {
      case SignIn.Done done ->
          Reply.ok()
              .with("team", TeamJson.of(done.workspace()))
              .with("user", done.user().id().toString())
              .cookie(new SessionCookie(done.workspace().id(), done.cookie(), COOKIE_LIFE));
      case SignIn.Choose choose ->
          Reply.refused("choose_team")
              .with("teams", choose.workspaces().stream().map(TeamJson::of).toList());
      case SignIn.Wrong wrong ->
          Reply.refused("invalid_credentials").with("tries_left", wrong.triesLeft());
      case SignIn.Wait wait -> Reply.refused("too_many_tries").with("retry_after", wait.seconds());
    };
  }

  /// A handle made from an address.
  static String handle(EmailAddress email) {
    String clean =
        email.localPart().toLowerCase(Locale.ROOT).replaceAll("[^\\p{Ll}\\p{Lo}\\p{N}._-]+", "-");
    return clean.isBlank() ? "owner" : clean;
  }
}
