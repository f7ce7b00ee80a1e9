package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Cursor;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.user.UserService;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.PersonView;
import dev.parley.protocol.view.UserView;
import java.time.Clock;
import java.util.List;

/// `users.*` and the page's own list of people.
public final class UserMethods {
  private static final String LIST = "users.list";
  private static final String PAGE = "client.users";

  private static final int MAX_FOUND = 100;

  private static final Arg<UserId> USER = Arg.userId("user").required();
  private static final Arg<String> EMAIL = Arg.string("email").required();
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<String> QUERY =
      Arg.string("query")
          .or("")
          .within("if given: those whom it means, the best first, 100 at most");
  private static final Arg<Boolean> INCLUDE_LOCALE = Arg.bool("include_locale").or(false);
  private static final Arg<Integer> LIMIT = Arg.limit(1_000, 1_000);
  private static final Arg<Integer> PAGE_LIMIT = Arg.limit(200, 1_000);

  private final UserService users;
  private final Clock clock;

  public UserMethods(UserService users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  public List<Method> all() {
    return List.of(
        Method.named("users.info", "Tells about one person or bot.")
            .scopes("users:read")
            .tier(RateTier.TIER_4)
            .args(USER, INCLUDE_LOCALE)
            .errors("user_not_found", "user_not_visible")
            .does(this::info),
        Method.named("users.lookupByEmail", "Finds a person by their address.")
            .scopes("users:read.email")
            .args(EMAIL)
            .errors("users_not_found")
            .does(this::lookUp),
        Method.named(LIST, "Lists the people and bots of the workspace.")
            .scopes("users:read")
            .tier(RateTier.TIER_2)
            .args(CURSOR, LIMIT, INCLUDE_LOCALE)
            .errors("limit_required")
            .does(this::list),
        Method.named(PAGE, "Lists people in the page's short form.")
            .page()
            .tier(RateTier.TIER_4)
            .args(CURSOR, PAGE_LIMIT, QUERY)
            .does(this::page));
  }

  private Reply info(Call call) {
    return Reply.ok().with("user", located(call, users.get(call.actor(), call.get(USER))));
  }

  private Reply lookUp(Call call) {
    UserView user =
        EmailAddress.parse(call.get(EMAIL))
            .flatMap(email -> users.findByEmail(call.workspace(), email))
            .filter(found -> !found.isDeleted())
            .orElseThrow(() -> new Refusal("users_not_found"));
    try {
      users.requireMet(call.actor(), List.of(user.id()));
    } catch (Refusal refusal) {
      throw new Refusal("users_not_found");
    }
    return Reply.ok().with("user", user.seenFrom(call.client().origin()));
  }

  private Reply list(Call call) {
    List<UserView> people = read(call, LIST, LIMIT);
    return Reply.ok()
        .with("members", people.stream().map(user -> located(call, user)).toList())
        .with("cache_ts", clock.instant().getEpochSecond())
        .nextCursor(next(call, LIST, LIMIT, people));
  }

  private Reply page(Call call) {
    String query = call.get(QUERY).strip();
    if (!query.isEmpty()) {
      int limit = Math.min(call.get(PAGE_LIMIT), MAX_FOUND);
      List<UserView> found = users.find(call.actor(), query, limit);
      return Reply.ok()
          .with("users", found.stream().map(PersonView::new).toList())
          .with("next_cursor", "");
    }
    List<UserView> people = read(call, PAGE, PAGE_LIMIT);
    return Reply.ok()
        .with("users", people.stream().map(PersonView::new).toList())
        .with("next_cursor", next(call, PAGE, PAGE_LIMIT, people));
  }

  private List<UserView> read(Call call, String method, Arg<Integer> limit) {
    long after = Cursor.readNumber(method, call.workspace(), call.get(CURSOR));
    return users.page(call.actor(), after, call.get(limit));
  }

  private static String next(Call call, String method, Arg<Integer> limit, List<UserView> people) {
    boolean isLast = people.size() < call.get(limit);
    return Cursor.write(
        method, call.workspace(), isLast ? "" : Long.toString(people.getLast().id().value()));
  }

  /// The same with the language of Parley's own texts, if it is asked for.
  private static JsonView located(Call call, UserView user) {
    UserView seen = shown(call, user);
    return call.get(INCLUDE_LOCALE)
        ? json -> {
          seen.writeFields(json);
          json.writeStringField("locale", "en-US");
        }
        : seen;
  }

  /// The person as the caller may see them: the address has a scope of its own, pictures lie where
  /// the caller reached the server.
  static UserView shown(Call call, UserView user) {
    UserView seen = user.seenFrom(call.client().origin());
    return call.actor().may("users:read.email") ? seen : seen.withoutEmail();
  }
}
