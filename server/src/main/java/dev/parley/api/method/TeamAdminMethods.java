package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.app.App;
import dev.parley.core.app.AppChange;
import dev.parley.core.app.AppService;
import dev.parley.core.session.SessionService;
import dev.parley.core.session.SessionService.Login;
import dev.parley.core.session.SessionView;
import dev.parley.core.user.UserService;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.UserView;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `team.*` for admins: who signed in, who counts, and what became of apps.
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

  private static final Arg<AppId> APP_ID =
      Arg.of("app_id", "app", node -> AppId.parse(node.asText())).bad("app_not_found");
  private static final Arg<BotId> SERVICE_ID =
      Arg.of("service_id", "webhook", node -> BotId.parse(node.asText())).bad("service_not_found");
  private static final Arg<AppChange.Kind> CHANGE_TYPE =
      Arg.of("change_type", "change", node -> AppChange.Kind.parse(node.asText()))
          .within("added, removed or updated");

  /// Older ones are not told.
  private static final int MAX_CHANGES = 1_000;

  private final UserService users;
  private final SessionService sessions;
  private final AppService apps;
  private final Clock clock;

  public TeamAdminMethods(
      UserService users, SessionService sessions, AppService apps, Clock clock) {
    this.users = users;
    this.sessions = sessions;
    this.apps = apps;
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
            .does(this::logins),
        admins("team.integrationLogs", "Lists what became of apps and webhooks, the newest first.")
            .args(APP_ID, SERVICE_ID, USER, CHANGE_TYPE, COUNT, PAGE)
            .errors("restricted_action")
            .does(this::changes));
  }

  private static Method.Draft admins(String name, String summary) {
    return Method.named(name, summary).people().userScopes("admin").tier(RateTier.TIER_2);
  }

  private Reply billable(Call call) {
    Admins.require(call);
    Map<String, Object> people = new LinkedHashMap<>();
    if (call.find(USER).isPresent()) {
      put(people, users.get(call.workspace(), call.find(USER).get()));
      return Reply.ok().with("billable_info", people).nextCursor("");
    }
    long after = Cursors.read(call, BILLABLE, call.get(CURSOR), 0);
    int limit = call.get(LIMIT);
    List<UserView> page = users.page(call.workspace(), after, limit + 1);
    page.stream().limit(limit).forEach(user -> put(people, user));
    String next =
        page.size() > limit ? Cursors.write(call, BILLABLE, page.get(limit - 1).id().value()) : "";
    return Reply.ok().with("billable_info", people).nextCursor(next);
  }

  private static void put(Map<String, Object> people, UserView user) {
    people.put(user.id().toString(), Map.of("billing_active", !user.isDeleted() && !user.isBot()));
  }

  private Reply logins(Call call) {
    Admins.require(call);
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

  private Reply changes(Call call) {
    Admins.require(call);
    AppChange.Filter filter =
        new AppChange.Filter(
            call.find(APP_ID).orElse(null),
            call.find(SERVICE_ID).orElse(null),
            call.find(USER).orElse(null),
            call.find(CHANGE_TYPE).orElse(null));
    List<AppChange> all = apps.changes(call.workspace(), filter, MAX_CHANGES);
    Paging paging = new Paging(all.size(), call.get(PAGE), call.get(COUNT));
    List<AppChange> page = paging.of(all);
    Map<AppId, App> known =
        apps.all(call.workspace()).stream().collect(Collectors.toMap(App::id, app -> app));
    Map<UserId, UserView> people =
        users.some(
            call.workspace(),
            page.stream().map(AppChange::by).filter(Objects::nonNull).collect(Collectors.toSet()));
    return Reply.ok()
        .with("logs", page.stream().map(change -> line(change, known, people)).toList())
        .with("paging", paging.paging());
  }

  private static Map<String, Object> line(
      AppChange change, Map<AppId, App> apps, Map<UserId, UserView> people) {
    Map<String, Object> json = new LinkedHashMap<>();
    App app = apps.get(change.app());
    json.put("app_id", change.app().toString());
    if (app != null) {
      json.put("app_type", app.manifest().name());
      json.put("scope", String.join(",", new TreeSet<>(app.manifest().botScopes())));
    }
    if (change.webhook() != null && change.channel() != null) {
      json.put("service_id", change.webhook().toString());
      json.put("service_type", "Incoming webhook");
      json.put("channel", change.channel().toString());
    }
    if (change.by() != null) {
      UserView person = people.get(change.by());
      json.put("user_id", change.by().toString());
      json.put("user_name", person == null ? "" : person.name());
    }
    json.put("date", change.at().getEpochSecond());
    json.put("change_type", change.kind().wireName());
    return json;
  }
}
