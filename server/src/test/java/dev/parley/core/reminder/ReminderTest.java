package dev.parley.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.schedule.DueHandler;
import dev.parley.core.schedule.DueKind;
import dev.parley.core.schedule.Scheduler;
import dev.parley.core.user.BuiltInBot;
import dev.parley.core.user.UserName;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.ReminderId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.Eventually;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What people have themselves be told, at its time and once.
final class ReminderTest extends AcmeTest {
  private final ReminderService reminders;

  ReminderTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    reminders =
        new ReminderService(core.tenants, core.keys, core.ids, users(core), Clock.systemUTC());
  }

  private static UserService users(CoreFixture node) {
    return new UserService(node.tenants, node.commits, node.ids, node.keys);
  }

  private static DueHandler handler(CoreFixture node) {
    return new ReminderHandler(
        node.tenants,
        node.keys,
        new BuiltInBot(users(node)),
        node.channels,
        node.messages,
        Clock.systemUTC());
  }

  private static Scheduler scheduler(CoreFixture node, DueHandler handler) {
    return new Scheduler(
        node.databases.scheduler(), node.tenants, List.of(handler), Clock.systemUTC(), node.meters);
  }

  private Actor actor(UserId user) {
    return new Actor(acme, user, Role.MEMBER, false, new Credential.Session(1));
  }

  private ReminderId add(UserId user, String text, String time) {
    return reminders.add(actor(user), text, time, user, null).id();
  }

  /// What the built-in bot told somebody, the oldest first.
  private List<String> told(UserId user) {
    Optional<UserId> bot =
        users(core).findByHandle(acme, BuiltInBot.HANDLE).map(found -> found.id());
    if (bot.isEmpty()) {
      return List.of();
    }
    ChannelId channel = core.channels.open(acme, user, Set.of(bot.get())).channel();
    return core
        .tenants
        .read(acme, h -> core.messageReader.channel(h, acme, channel).newest(200))
        .messages()
        .stream()
        .map(MessageView::text)
        .toList();
  }

  private void comesDue(ReminderId id) throws Exception {
    execute("update parley.due_item set due_at = now() where id = " + id.value());
  }

  private void execute(String sql) throws Exception {
    try (Connection admin =
            DriverManager.getConnection(
                core.address.jdbcUrl(), core.address.user(), core.address.password());
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }

  private int dueItems(ReminderId id) {
    return core.tenants.read(
        acme,
        h ->
            h.createQuery("select count(*) from due_item where id = :id")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .one());
  }

  @Test
  void twoNodesTellEachReminderOnceByTheOneBot() throws Exception {
    List<UserId> people = core.newUsers(acme, "told", 5);
    String due = String.valueOf(Instant.now().getEpochSecond() + 2);
    List<ReminderId> ids =
        people.stream()
            .flatMap(user -> List.of("one", "two").stream().map(text -> add(user, text, due)))
            .toList();

    try (CoreFixture other = core.secondNode();
        Scheduler one = scheduler(core, handler(core));
        Scheduler two = scheduler(other, handler(other))) {
      assertThat(one).isNotSameAs(two);
      Eventually.holds(() -> assertThat(ids).allSatisfy(id -> assertThat(dueItems(id)).isZero()));
    }

    assertThat(people)
        .allSatisfy(
            user ->
                assertThat(told(user)).containsExactlyInAnyOrder("Reminder: one", "Reminder: two"));
    assertThat(reminders.list(actor(people.getFirst()))).hasSize(2);
    assertThat(users(core).findByHandle(acme, BuiltInBot.HANDLE).orElseThrow().isBot()).isTrue();
  }

  @Test
  void whoDiesBetweenTellingAndNotingItHasToldOnce() throws Exception {
    UserId carol = core.newUser(acme, "carol");
    ReminderId once = add(carol, "once", "in 2 hours");
    ReminderId daily = add(carol, "daily", "every day at noon");
    comesDue(once);
    comesDue(daily);
    CompletableFuture<Void> first = new CompletableFuture<>();
    CompletableFuture<Void> second = new CompletableFuture<>();

    try (Scheduler scheduler = scheduler(core, new Dying(handler(core), List.of(first, second)))) {
      assertThat(scheduler).isNotNull();
      first.join();
      second.join();
    }
    assertThat(told(carol)).hasSize(2);
    comesDue(once);
    comesDue(daily);
    Instant before = reminders.get(actor(carol), daily).at();
    try (Scheduler scheduler = scheduler(core, handler(core))) {
      assertThat(scheduler).isNotNull();
      Eventually.holds(() -> assertThat(dueItems(once)).isZero());
      Eventually.holds(() -> assertThat(reminders.get(actor(carol), daily).at()).isAfter(before));
    }

    assertThat(told(carol)).containsExactlyInAnyOrder("Reminder: once", "Reminder: daily");
  }

  /// Tells, and is gone before that is written down.
  private record Dying(DueHandler real, List<CompletableFuture<Void>> told) implements DueHandler {

    @Override
    public DueKind kind() {
      return real.kind();
    }

    @Override
    public void fire(WorkspaceId workspace, long id) {
      real.fire(workspace, id);
      told.stream().filter(done -> !done.isDone()).findFirst().ifPresent(f -> f.complete(null));
      throw new IllegalStateException("killed");
    }

    @Override
    public void finish(Handle handle, WorkspaceId workspace, long id) {
      throw new IllegalStateException("killed");
    }
  }

  @Test
  void whatRecursIsToldAgainAndWhatIsDeletedIsNot() throws Exception {
    UserId dave = core.newUser(acme, "dave");
    ReminderId daily = add(dave, "stand up", "every day at noon");
    Instant first = reminders.get(actor(dave), daily).at();
    ReminderId deleted = add(dave, "never", "in an hour");
    ReminderId completed = add(dave, "done already", "in an hour");
    reminders.delete(actor(dave), deleted);
    reminders.complete(actor(dave), completed);
    assertThat(dueItems(deleted)).isZero();
    assertThat(dueItems(completed)).isZero();

    try (Scheduler scheduler = scheduler(core, handler(core))) {
      assertThat(scheduler).isNotNull();
      comesDue(daily);
      Eventually.holds(() -> assertThat(told(dave)).hasSize(1));
      Eventually.holds(
          () ->
              assertThat(reminders.get(actor(dave), daily).at())
                  .isEqualTo(first.plus(1, ChronoUnit.DAYS)));
      comesDue(daily);
      Eventually.holds(() -> assertThat(told(dave)).hasSize(2));
      reminders.delete(actor(dave), daily);
      Eventually.holds(() -> assertThat(dueItems(daily)).isZero());
    }

    assertThat(told(dave)).containsExactly("Reminder: stand up", "Reminder: stand up");
    assertThat(reminders.list(actor(dave))).extracting(Reminder::id).containsExactly(completed);
  }

  @Test
  void onlyOnesOwnAreThere() throws Exception {
    ReminderId id = add(alice, "buy milk", "tomorrow at 9am");
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    Actor foreign = new Actor(globex, mallory, Role.MEMBER, false, new Credential.Session(1));

    assertRefused("not_found", () -> reminders.delete(actor(bob), id));
    assertRefused("not_found", () -> reminders.complete(actor(bob), id));
    assertRefused("not_found", () -> reminders.delete(foreign, id));
    assertThat(reminders.list(actor(bob))).isEmpty();
    assertThat(reminders.get(actor(alice), id).text()).isEqualTo("buy milk");
    List<byte[]> bodies =
        core.tenants.read(
            acme, h -> h.createQuery("select body from reminder").mapTo(byte[].class).list());
    assertThat(bodies)
        .isNotEmpty()
        .noneMatch(body -> new String(body, StandardCharsets.ISO_8859_1).contains("milk"));
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    UserId erin = core.newUser(acme, "erin");
    UserId builtIn = new BuiltInBot(users(core)).of(acme);
    ReminderId weekly = add(erin, "weekly", "every tuesday");

    assertRefused("cannot_parse", () -> add(erin, "x", "someday"));
    assertRefused("invalid_arguments", () -> add(erin, " ", "tomorrow"));
    assertRefused("cannot_add_others", () -> addFor(alice, erin));
    assertRefused("cannot_add_slackbot", () -> addFor(builtIn, erin));
    assertRefused("user_not_found", () -> addFor(new UserId(1), erin));
    assertRefused("cannot_complete_recurring", () -> reminders.complete(actor(erin), weekly));
    assertRefused(
        "invalid_username",
        () -> {
          String _ = UserName.check("ParleyBot");
        });
  }

  private void addFor(UserId user, UserId actor) {
    var _ = reminders.add(actor(actor), "x", "tomorrow", user, null);
  }

  private static void assertRefused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void aRepetitionIsGivenApartFromTheTimeToo() throws Exception {
    UserId frank = core.newUser(acme, "frank");
    Reminder reminder =
        reminders.add(
            actor(frank),
            "weekly",
            "in 2 hours",
            frank,
            new ReminderService.Repetition("weekly", List.of()));
    @Nullable Recurrence every = reminder.every();

    assertThat(every).isNotNull();
    assertThat(reminder.at())
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(118)),
            Instant.now().plus(Duration.ofMinutes(122)));
    assertRefused(
        "cannot_parse",
        () -> {
          var _ =
              reminders.add(
                  actor(frank),
                  "x",
                  "in 2 hours",
                  frank,
                  new ReminderService.Repetition("hourly", List.of()));
        });
  }
}
