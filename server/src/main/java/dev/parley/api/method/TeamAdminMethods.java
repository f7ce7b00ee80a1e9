package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.access.Role;
import dev.parley.core.session.SessionService;
import dev.parley.core.session.SessionService.Login;
import dev.parley.core.session.SessionView;
import dev.parley.core.user.UserService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.UserView;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `team.*` for admins: who signed in, and who counts.
public final class TeamAdminMethods {
  private static final String BILLABLE = "team.billableInfo";

  /// Older ones are not told.
  private static final int MAX_LOGINS = 1_000;

  private static final Arg<UserId> USER = Arg.userId("user");
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Integer> LIMIT = Arg.limit(1_000, 1_000);
  private static final Arg<Integer> BEFORE = Arg.integer("before", 0, Integer.MAX_VALUE);
  private static final Arg<Integer> COUNT = Arg.integer("count", 1, 1_000).or(100);
  private static final Arg<Integer> PAGE = Arg.integer("page", 1, 100).or(1);

  private final UserService users;
  private final SessionService sessions;
  private final Clock clock;

  public TeamAdminMethods(UserService users, SessionService sessions, Clock clock) {
    this.users = users;
    this.sessions = sessions;
    this.clock = clock;
  }

  public List<Method> all() {
    return List.of(
        admins(BILLABLE, "Tells who counts: people and guests who are not shut out.")
            .args(USER, CURSOR, LIMIT)
            .errors("invalid_cursor", "invalid_limit", "restricted_action", "user_not_found")
            .does(this::billable),
        admins("team.accessLogs", "Lists in which browsers people signed in, the last used first.")
            .args(BEFORE, COUNT, PAGE)
            .errors("restricted_action")
            .does(this::logins));
  }

  private static Method.Draft admins(String name, String summary) {
    return Method.named(name, summary).people().userScopes("admin").tier(RateTier.TIER_2);
  }

  private static void requireAdmin(Call call) {
    if (!call.actor().role().isAtLeast(Role.ADMIN)) {
      throw new Refusal("restricted_action");
    }
  }

  private Reply billable(Call call) {
    requireAdmin(call);
    Map<String, Object> people = new LinkedHashMap<>();
    if (call.find(USER).isPresent()) {
      put(people, users.get(call.workspace(), call.find(USER).get()));
      return Reply.ok().with("billable_info", people).nextCursor("");
    }
    long after = Cursors.read(BILLABLE, call.get(CURSOR), 0);
    int limit = call.get(LIMIT);
    List<UserView> page = users.page(call.workspace(), after, limit + 1);
    page.stream().limit(limit).forEach(user -> put(people, user));
    String next =
        page.size() > limit ? Cursors.write(BILLABLE, page.get(limit - 1).id().value()) : "";
    return Reply.ok().with("billable_info", people).nextCursor(next);
  }

  private static void put(Map<String, Object> people, UserView user) {
    people.put(user.id().toString(), Map.of("billing_active", !user.isDeleted() && !user.isBot()));
  }

  private Reply logins(Call call) {
    requireAdmin(call);
    Instant until = call.find(BEFORE).map(Instant::ofEpochSecond).orElseGet(clock::instant);
    List<Login> all = sessions.log(call.workspace(), until, MAX_LOGINS);
    Paging paging = new Paging(all.size(), call.get(PAGE), call.get(COUNT));
    return Reply.ok()
        .with("logins", paging.of(all).stream().map(TeamAdminMethods::login).toList())
        .with("paging", paging.paging())
        .nextCursor("");
  }

  private static Map<String, Object> login(Login login) {
    SessionView session = login.session();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("user_id", login.user().toString());
    json.put("username", login.handle());
    json.put("date_first", session.created().getEpochSecond());
    json.put("date_last", session.lastSeen().getEpochSecond());
    json.put("count", 1);
    json.put("ip", session.address());
    json.put("user_agent", session.userAgent());
    json.put("isp", "");
    json.put("country", "");
    json.put("region", "");
    return json;
  }
}
