package dev.parley.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.DatabaseRole;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PostTest extends AcmeTest {
  PostTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private Post post(ChannelId channel, UserId author, UUID id, String text) {
    return Post.topLevel(acme, channel, author, id, MessageContent.text(text), Mentions.NONE);
  }

  @Test
  void postsOfTheSameInstantHaveDifferentOrderedTs() {
    ChannelId channel = core.newChannel(acme, "instant", alice, bob);

    List<CompletableFuture<Post.Posted>> posted =
        IntStream.range(0, 200)
            .mapToObj(
                i -> core.commits.submit(post(channel, alice, UUID.randomUUID(), "post " + i)))
            .toList();
    List<Long> micros = posted.stream().map(future -> future.join().ts().micros()).toList();

    assertThat(micros).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void sixtyFourSendersGetGaplessOffsetsAndKeepTheirOrder() throws Exception {
    List<UserId> senders = core.newUsers(acme, "sender", 64);
    ChannelId channel = core.newChannel(acme, "crowd", alice, senders.toArray(UserId[]::new));

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (UserId sender : senders) {
        running.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    var _ = core.post(acme, channel, sender, sender + " " + i);
                  }
                }));
      }
      for (Future<?> sender : running) {
        sender.get(60, TimeUnit.SECONDS);
      }
    }
    List<Publication> events = events(channel);
    List<String> texts =
        history(channel).stream().filter(m -> m.number() > 0).map(MessageView::text).toList();

    assertThat(events.stream().map(Publication::offset))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, events.size()).mapToObj(i -> (long) i).toList());
    assertThat(texts).hasSize(64 * 20);
    for (UserId sender : senders) {
      assertThat(texts.stream().filter(text -> text.startsWith(sender + " ")))
          .containsExactlyElementsOf(
              IntStream.range(0, 20).mapToObj(i -> sender + " " + i).toList());
    }
  }

  @Test
  void theSameClientMessageIdOnTwoNodesIsOneMessage() {
    ChannelId channel = core.newChannel(acme, "two-nodes", alice);

    try (CoreFixture other = core.secondNode()) {
      for (int i = 0; i < 30; i++) {
        UUID id = UUID.randomUUID();
        CompletableFuture<Post.Posted> here = core.commits.submit(post(channel, alice, id, "x"));
        CompletableFuture<Post.Posted> there = other.commits.submit(post(channel, alice, id, "x"));
        assertThat(here.join().ts()).isEqualTo(there.join().ts());
      }
    }

    assertThat(history(channel).stream().filter(m -> m.number() > 0)).hasSize(30);
  }

  @Test
  void repetitionInOneBatchAnswersTheFirstMessage() {
    ChannelId channel = core.newChannel(acme, "repeat", alice);
    UUID id = UUID.randomUUID();

    List<CompletableFuture<Post.Posted>> posted =
        IntStream.range(0, 10)
            .mapToObj(_ -> core.commits.submit(post(channel, alice, id, "once")))
            .toList();

    assertThat(posted.stream().map(future -> future.join().ts()).distinct()).hasSize(1);
    assertThat(history(channel).stream().filter(m -> m.number() > 0)).hasSize(1);
  }

  @Test
  void whoIsNoMemberMayNotPost() {
    ChannelId open = core.newChannel(acme, "open", alice);
    ChannelId secret = core.channels.create(acme, alice, "secret", true, false).channel().id();

    assertThatThrownBy(() -> core.post(acme, open, bob, "hi"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not_in_channel"));
    assertThatThrownBy(() -> core.post(acme, secret, bob, "hi"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("channel_not_found"));
  }

  @Test
  void noPostLandsAfterItsAuthorWasRemoved() throws Exception {
    ChannelId channel = core.newChannel(acme, "race", alice, bob);

    List<CompletableFuture<Post.Posted>> posts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> poster =
          threads.submit(
              () -> {
                for (int i = 0; i < 400; i++) {
                  posts.add(core.commits.submit(post(channel, bob, UUID.randomUUID(), "p" + i)));
                }
              });
      core.memberships.kick(acme, channel, alice, false, bob);
      poster.get(30, TimeUnit.SECONDS);
    }
    posts.forEach(future -> settle(future));
    List<String> types =
        events(channel).stream()
            .map(event -> new String(event.event(), StandardCharsets.UTF_8))
            .toList();
    int left =
        IntStream.range(0, types.size())
            .filter(i -> types.get(i).contains("member_left_channel"))
            .findFirst()
            .orElseThrow();

    assertThat(types.subList(left, types.size()))
        .noneMatch(
            event -> event.contains("\"user\":\"" + bob + "\"") && event.contains("\"text\":\"p"));
  }

  private static void settle(CompletableFuture<Post.Posted> future) {
    try {
      var _ = future.get(30, TimeUnit.SECONDS);
    } catch (Exception refused) {
      assertThat(refused.getCause()).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void aHeldChannelDelaysNobodyElse() throws Exception {
    ChannelId held = core.newChannel(acme, "held", alice);
    ChannelId free = core.newChannel(acme, "free", alice);
    WorkspaceId other = core.newWorkspace();
    UserId carol = core.newUser(other, "carol");
    ChannelId foreign = core.newChannel(other, "foreign", carol);
    for (int i = 0; i < 50; i++) {
      var _ = core.post(acme, free, alice, "warm");
    }

    List<Long> nanos = new ArrayList<>();
    CompletableFuture<Post.Posted> waiting;
    try (Connection holder = core.databases.connect(DatabaseRole.WRITER);
        Statement statement = holder.createStatement()) {
      statement.execute(
          "select * from stream_head where workspace_id = %d and stream_id = %d for update"
              .formatted(acme.value(), held.value()));
      waiting = core.commits.submit(post(held, alice, UUID.randomUUID(), "patience"));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        var _ = core.post(acme, free, alice, "fast");
        var _ = core.post(other, foreign, carol, "fast");
        nanos.add(System.nanoTime() - start);
      }
      assertThat(waiting).isNotDone();
      holder.rollback();
    }
    nanos.sort(null);

    assertThat(waiting.get(5, TimeUnit.SECONDS).message()).isNotNull();
    assertThat(nanos.get(nanos.size() * 99 / 100)).isLessThan(2 * 100_000_000L);
  }

  @Test
  void editedAndDeletedTextIsNowhere() throws Exception {
    ChannelId channel = core.newChannel(acme, "gone", alice, bob);
    MessageView first = core.post(acme, channel, alice, "the secret is 12345");
    MessageTarget target = new MessageTarget(acme, channel, first.ts());

    var _ = core.messages.edit(target, alice, "the secret is 67890");
    List<String> afterEdit = texts(channel);
    core.messages.delete(target, alice, false);
    List<String> afterDelete = texts(channel);

    assertThat(afterEdit).noneMatch(event -> event.contains("12345"));
    assertThat(afterDelete).noneMatch(event -> event.contains("12345") || event.contains("67890"));
    assertThat(history(channel)).noneMatch(message -> message.ts().equals(first.ts()));
    assertThat(count("message", first)).isEqualTo("1 0");
    assertThat(count("revision", first)).isEqualTo("0 0");
  }

  /// How many rows a table has of a message, and how many of them have a body.
  private String count(String table, MessageView message) throws Exception {
    try (Connection connection = core.databases.connect(DatabaseRole.WRITER);
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) || ' ' || count(body) from %s where workspace_id = %d and ts = %d"
                    .formatted(table, acme.value(), message.ts().micros()))) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private List<String> texts(ChannelId channel) {
    return events(channel).stream()
        .map(event -> new String(event.event(), StandardCharsets.UTF_8))
        .toList();
  }

  private List<Publication> events(ChannelId channel) {
    StreamKey stream = StreamKey.of(acme, channel);
    var read = core.events.read(acme, Map.of(stream, 0L), 10_000, 10_000).get(stream);
    return read == null ? List.of() : read.events();
  }

  private List<MessageView> history(ChannelId channel) {
    return core.tenants.read(
        acme, handle -> core.messageReader.channel(handle, acme, channel).newest(5_000).messages());
  }
}
