package dev.parley.core.scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.channel.ChannelEdit;
import dev.parley.core.message.MessageService;
import dev.parley.core.message.MessageService.By;
import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.core.message.Reach;
import dev.parley.core.schedule.DueHandler;
import dev.parley.core.schedule.DueKind;
import dev.parley.core.schedule.Scheduler;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.ScheduledId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.PostingView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.Eventually;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/// Messages that are posted later, once, whatever happens at that moment.
final class ScheduledMessageTest extends AcmeTest {
  private final ScheduledMessageService scheduled;

  ScheduledMessageTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    scheduled =
        new ScheduledMessageService(
            core.tenants,
            core.keys,
            core.ids,
            core.channels,
            core.messageReader,
            Clock.systemUTC());
  }

  private static DueHandler handler(CoreFixture node) {
    return new ScheduledMessageHandler(node.tenants, node.keys, node.messages);
  }

  private static Scheduler scheduler(CoreFixture node, DueHandler handler) {
    return new Scheduler(
        node.databases.scheduler(), node.tenants, List.of(handler), Clock.systemUTC(), node.meters);
  }

  @CanIgnoreReturnValue
  private ScheduledMessage schedule(ChannelId channel, UserId author, Instant at, String text) {
    return scheduled.schedule(
        new By(acme, author, Reach.OWN), channel, Role.MEMBER, at, MessageContent.text(text), null);
  }

  private List<ScheduledMessage> waiting(UserId user, ChannelId channel) {
    return scheduled.list(acme, user, channel, 0, 1e10, 0, 100);
  }

  private List<String> texts(ChannelId channel) {
    return core
        .tenants
        .read(acme, h -> core.messageReader.channel(h, acme, channel).newest(200))
        .messages()
        .stream()
        .filter(message -> !message.subtype().isLine())
        .map(MessageView::text)
        .toList();
  }

  /// Has everything of a channel be due now.
  private void comesDue(ChannelId channel) throws Exception {
    try (Connection admin =
            DriverManager.getConnection(
                core.address.jdbcUrl(), core.address.user(), core.address.password());
        Statement statement = admin.createStatement()) {
      statement.execute(
          """
          update parley.due_item d set due_at = now() from parley.scheduled_message s
           where s.id = d.id and s.channel_id = %d
          """
              .formatted(channel.value()));
    }
  }

  private int dueItems() throws Exception {
    try (Connection admin =
            DriverManager.getConnection(
                core.address.jdbcUrl(), core.address.user(), core.address.password());
        Statement statement = admin.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from parley.due_item")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Instant in(Duration time) {
    return Instant.now().plus(time);
  }

  @Test
  void twoNodesPostEachMessageOnce() {
    ChannelId channel = core.newChannel(acme, "two-nodes", alice);
    List<String> texts = IntStream.range(0, 30).mapToObj(i -> "message " + i).toList();
    Instant due = in(Duration.ofSeconds(2));
    texts.forEach(text -> schedule(channel, alice, due, text));
    assertThat(waiting(alice, channel)).hasSize(30);
    assertThat(texts(channel)).isEmpty();

    try (CoreFixture other = core.secondNode();
        Scheduler one = scheduler(core, handler(core));
        Scheduler two = scheduler(other, handler(other))) {
      assertThat(one).isNotSameAs(two);
      Eventually.holds(() -> assertThat(texts(channel)).hasSize(30));
      Eventually.holds(() -> assertThat(waiting(alice, channel)).isEmpty());
    }

    assertThat(texts(channel)).containsExactlyInAnyOrderElementsOf(texts);
  }

  @Test
  void whoDiesBetweenPostingAndForgettingHasPostedOnce() throws Exception {
    ChannelId channel = core.newChannel(acme, "dies", alice, bob);
    var _ = schedule(channel, alice, in(Duration.ofHours(1)), "for <@" + bob + ">");
    comesDue(channel);
    CompletableFuture<Void> posted = new CompletableFuture<>();
    DueHandler dying = new Dying(handler(core), posted);

    try (Scheduler scheduler = scheduler(core, dying)) {
      assertThat(scheduler).isNotNull();
      posted.join();
    }
    assertThat(texts(channel)).hasSize(1);
    assertThat(dueItems()).isPositive();
    assertThat(waiting(alice, channel)).isEmpty();
    comesDue(channel);
    try (Scheduler scheduler = scheduler(core, handler(core))) {
      assertThat(scheduler).isNotNull();
      Eventually.holds(() -> assertThat(left(channel)).isZero());
    }

    assertThat(texts(channel)).containsExactly("for <@" + bob + ">");
  }

  private int left(ChannelId channel) {
    return core.tenants.read(
        acme,
        h ->
            h.createQuery("select count(*) from scheduled_message where channel_id = :channel")
                .bind("channel", channel.value())
                .mapTo(Integer.class)
                .one());
  }

  /// Posts, and is gone before that is written down.
  private record Dying(DueHandler real, CompletableFuture<Void> posted) implements DueHandler {

    @Override
    public DueKind kind() {
      return real.kind();
    }

    @Override
    public void fire(WorkspaceId workspace, long id) {
      real.fire(workspace, id);
      posted.complete(null);
      throw new IllegalStateException("killed");
    }

    @Override
    public void finish(Handle handle, WorkspaceId workspace, long id) {
      throw new IllegalStateException("killed");
    }
  }

  @Test
  void whatCannotBeDoneNowIsDoneLaterAndWhatIsRefusedNever() throws Exception {
    ChannelId channel = core.newChannel(acme, "later", alice, bob);
    var _ = schedule(channel, alice, in(Duration.ofHours(1)), "later");
    var _ = schedule(channel, bob, in(Duration.ofHours(1)), "never");
    assertThat(core.memberships.leave(acme, channel, bob)).isTrue();
    AtomicInteger tries = new AtomicInteger();
    DueHandler real = handler(core);
    DueHandler busy =
        new DueHandler() {
          @Override
          public DueKind kind() {
            return real.kind();
          }

          @Override
          public void fire(WorkspaceId workspace, long id) {
            tries.incrementAndGet();
            throw new Refusal("service_unavailable");
          }

          @Override
          public void finish(Handle handle, WorkspaceId workspace, long id) {
            real.finish(handle, workspace, id);
          }
        };
    comesDue(channel);
    try (Scheduler scheduler = scheduler(core, busy)) {
      assertThat(scheduler).isNotNull();
      Eventually.holds(() -> assertThat(tries).hasValue(2));
    }
    assertThat(left(channel)).isEqualTo(2);

    comesDue(channel);
    try (Scheduler scheduler = scheduler(core, real)) {
      assertThat(scheduler).isNotNull();
      Eventually.holds(() -> assertThat(left(channel)).isZero());
    }

    assertThat(texts(channel)).containsExactly("later");
  }

  @Test
  void whatIsCancelledIsNotPostedAndWhatIsBegunIsNotCancelled() throws Exception {
    ChannelId channel = core.newChannel(acme, "cancelled", alice, bob);
    ScheduledId cancelled = schedule(channel, alice, in(Duration.ofHours(1)), "no").id();
    ScheduledId posted = schedule(channel, alice, in(Duration.ofHours(1)), "yes").id();
    assertCode(
        "invalid_scheduled_message_id", () -> scheduled.cancel(acme, bob, channel, cancelled));

    scheduled.cancel(acme, alice, channel, cancelled);
    comesDue(channel);
    try (Scheduler scheduler = scheduler(core, handler(core))) {
      assertThat(scheduler).isNotNull();
      Eventually.holds(() -> assertThat(texts(channel)).containsExactly("yes"));
      assertCode(
          "invalid_scheduled_message_id", () -> scheduled.cancel(acme, alice, channel, posted));
      Eventually.holds(() -> assertThat(left(channel)).isZero());
    }
    assertThat(texts(channel)).containsExactly("yes");
  }

  @Test
  void itsAuthorsPageIsToldAllThatIsNeededToScheduleItAnew() throws Exception {
    ChannelId channel = core.newChannel(acme, "anew", alice);
    MessageTs root = core.post(acme, channel, alice, "root").ts();
    MessageContent content =
        new MessageContent("later", "[{\"type\":\"rich_text\"}]", null, null, null);
    var _ =
        scheduled.schedule(
            new By(acme, alice, Reach.OWN),
            channel,
            Role.MEMBER,
            in(Duration.ofHours(1)),
            content,
            new ReplyTo(root, true));

    String told = new ObjectMapper().writeValueAsString(waiting(alice, channel).getFirst().asOwn());

    assertThat(told)
        .contains(
            "\"text\":\"later\"",
            "\"blocks\":[{\"type\":\"rich_text\"}]",
            "\"thread_ts\":\"" + root + "\"",
            "\"reply_broadcast\":true");
  }

  @Test
  void onlyTimesThatMakeSenseAreTaken() throws Exception {
    ChannelId channel = core.newChannel(acme, "times", alice);
    Instant soon = in(Duration.ofHours(2));

    assertCode("time_in_past", () -> schedule(channel, alice, Instant.now(), "x"));
    assertCode("time_too_far", () -> schedule(channel, alice, in(Duration.ofDays(121)), "x"));
    assertCode("not_in_channel", () -> schedule(channel, bob, soon, "x"));
    for (int i = 0; i < 30; i++) {
      var _ = schedule(channel, alice, soon.plusSeconds(i), "x");
    }
    assertCode("restricted_too_many", () -> schedule(channel, alice, soon.minusSeconds(200), "x"));
    var _ = schedule(channel, alice, soon.plusSeconds(301), "x");
    List<ScheduledMessage> last = scheduled.list(acme, alice, channel, 0, 1e10, 0, 100);
    assertThat(last).hasSize(31);
    assertThat(scheduled.list(acme, alice, channel, soon.getEpochSecond() + 250.0, 1e10, 0, 100))
        .containsExactly(last.getLast());
  }

  @Test
  void aForeignWorkspaceFindsNothingAndNoTextIsReadable() throws Exception {
    ChannelId channel = core.newChannel(acme, "ours", alice);
    ScheduledId id = schedule(channel, alice, in(Duration.ofHours(1)), "our secret plan").id();
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");

    assertCode(
        "invalid_scheduled_message_id", () -> scheduled.cancel(globex, mallory, channel, id));
    assertCode(
        "channel_not_found",
        () -> {
          var _ =
              scheduled.schedule(
                  new By(globex, mallory, Reach.OWN),
                  channel,
                  Role.MEMBER,
                  in(Duration.ofHours(1)),
                  MessageContent.text("x"),
                  null);
        });
    assertThat(scheduled.list(globex, mallory, null, 0, 1e10, 0, 100)).isEmpty();
    List<byte[]> bodies =
        core.tenants.read(
            acme,
            h -> h.createQuery("select body from scheduled_message").mapTo(byte[].class).list());
    assertThat(bodies)
        .isNotEmpty()
        .noneMatch(body -> new String(body, StandardCharsets.ISO_8859_1).contains("secret"));
  }

  private static void assertCode(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void whoMayNotPostInAChannelSchedulesNothingForIt() throws Exception {
    UserId owner = core.newUser(acme, "olga", Role.OWNER);
    ChannelId channel = core.newChannel(acme, "announcements", owner, alice);
    Actor actor = new Actor(acme, owner, Role.OWNER, false, new Credential.Session(1));
    var _ =
        core.channels.edit(
            actor, channel, new ChannelEdit.Posting(PostingView.Level.ADMIN, List.of(), null));

    assertCode(
        "restricted_action_thread_only_channel",
        () -> schedule(channel, alice, in(Duration.ofHours(1)), "all hear this"));
    assertThat(scheduled.list(acme, alice, channel, 0, 1e10, 0, 100)).isEmpty();
  }

  @Test
  void aReplyIsPostedWhereItBelongs() throws Exception {
    ChannelId channel = core.newChannel(acme, "reply", alice);
    MessageView root = core.post(acme, channel, alice, "root");
    var _ =
        scheduled.schedule(
            new By(acme, alice, Reach.OWN),
            channel,
            Role.MEMBER,
            in(Duration.ofHours(1)),
            MessageContent.text("reply"),
            new MessageService.ReplyTo(root.ts(), true));
    comesDue(channel);

    try (Scheduler scheduler = scheduler(core, handler(core))) {
      assertThat(scheduler).isNotNull();
      Eventually.holds(() -> assertThat(texts(channel)).containsExactly("root", "reply"));
    }
    MessageView reply =
        core.tenants
            .read(acme, h -> core.messageReader.channel(h, acme, channel).newest(1))
            .messages()
            .getFirst();
    assertThat(reply.repliesTo()).isEqualTo(root.ts());
  }

  @Test
  void whoMayPostInPublicChannelsSchedulesWhereTheyAreNot() throws Exception {
    ChannelId open = core.newChannel(acme, "open-to-apps", alice);
    ChannelId closed = core.channels.create(acme, alice, "not-to-apps", true, false).channel().id();
    Instant at = in(Duration.ofHours(1));
    MessageContent said = MessageContent.text("from outside");
    By bobs = new By(acme, bob, Reach.PUBLIC);

    var _ = scheduled.schedule(bobs, open, Role.MEMBER, at, said, null);
    comesDue(open);

    try (Scheduler _ = scheduler(core, handler(core))) {
      Eventually.holds(() -> assertThat(texts(open)).contains("from outside"));
    }
    assertThatThrownBy(() -> scheduled.schedule(bobs, closed, Role.MEMBER, at, said, null))
        .hasMessage("channel_not_found");
    assertThatThrownBy(() -> schedule(open, bob, at, "not mine")).hasMessage("not_in_channel");
  }
}
