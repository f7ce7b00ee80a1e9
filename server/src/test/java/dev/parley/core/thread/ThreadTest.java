package dev.parley.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.message.MessageReader.Span;
import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.core.message.MessageTarget;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Signal;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ThreadMarkerView;
import dev.parley.protocol.view.ThreadView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.Eventually;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Replies, what they do to the message they hang on, and who follows them.
final class ThreadTest extends AcmeTest {
  private static final Span ALL =
      new Span(MessageTs.ZERO, new MessageTs(9_999_999_999_999_999L), 1_000);

  ThreadTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private MessageView reply(ChannelId channel, UserId author, MessageTs to, String text) {
    return reply(channel, author, to, text, false);
  }

  private MessageView reply(
      ChannelId channel, UserId author, MessageTs to, String text, boolean isBroadcast) {
    return core.messages.post(
        acme,
        channel,
        author,
        UUID.randomUUID(),
        MessageContent.text(text),
        new ReplyTo(to, isBroadcast));
  }

  private ThreadView.Root thread(ChannelId channel, MessageTs root) {
    MessageView message =
        core.tenants.read(acme, h -> core.messageReader.root(h, acme, channel, root)).orElseThrow();
    return message.thread() instanceof ThreadView.Root thread
        ? thread
        : new ThreadView.Root(0, 0, List.of(), MessageTs.ZERO, 0);
  }

  private List<MessageView> replies(ChannelId channel, MessageTs root) {
    return core.tenants.read(acme, h -> core.messageReader.replies(h, acme, channel, root, ALL));
  }

  private List<MessageView> history(ChannelId channel) {
    return core
        .tenants
        .read(acme, h -> core.messageReader.channel(h, acme, channel).newest(100))
        .messages()
        .stream()
        .filter(message -> !message.subtype().isLine())
        .toList();
  }

  private ConversationView conversation(UserId user, ChannelId channel) {
    return core.tenants
        .read(acme, h -> core.conversations.mine(h, acme, user, List.of(channel)))
        .getFirst();
  }

  private List<ThreadMarkerView> followed(UserId user, ChannelId channel) {
    return core.tenants.read(acme, h -> ThreadReader.mine(h, acme, user, 100)).stream()
        .filter(marker -> marker.channel().equals(channel))
        .toList();
  }

  private void delete(ChannelId channel, MessageTs ts, UserId actor) {
    core.messages.delete(new MessageTarget(acme, channel, ts), actor, false);
  }

  @Test
  void repliesAreCountedOnTheMessageTheyHangOn() {
    ChannelId channel = core.newChannel(acme, "counted", alice, bob);
    MessageTs root = core.post(acme, channel, alice, "lunch?").ts();

    MessageView first = reply(channel, bob, root, "yes");
    var _ = reply(channel, bob, first.ts(), "at noon");
    MessageView last = reply(channel, alice, root, "fine");

    assertThat(thread(channel, root))
        .isEqualTo(new ThreadView.Root(3, 2, List.of(bob, alice), last.ts(), 3));
    assertThat(replies(channel, root))
        .extracting(MessageView::text)
        .containsExactly("yes", "at noon", "fine");
    assertThat(replies(channel, root))
        .extracting(MessageView::thread)
        .containsExactly(
            new ThreadView.Reply(root, alice, 1),
            new ThreadView.Reply(root, alice, 2),
            new ThreadView.Reply(root, alice, 3));
    assertThat(history(channel)).extracting(MessageView::ts).containsExactly(root);
  }

  @Test
  void repliesMakeNothingUnreadInTheChannelAndBroadcastsDo() {
    ChannelId channel = core.newChannel(acme, "quiet", alice, bob);
    MessageTs root = core.post(acme, channel, alice, "root").ts();
    int before = conversation(bob, channel).messageNumber();

    var _ = reply(channel, alice, root, "<@" + bob + "> in the thread <!here>");
    ConversationView quiet = conversation(bob, channel);
    MessageView loud = reply(channel, alice, root, "<@" + bob + "> in the channel", true);
    ConversationView told = conversation(bob, channel);

    assertThat(quiet.messageNumber()).isEqualTo(before);
    assertThat(quiet.marker().mentionCount()).isZero();
    assertThat(told.messageNumber()).isEqualTo(before + 1);
    assertThat(told.marker().mentionCount()).isEqualTo(1);
    assertThat(history(channel)).extracting(MessageView::ts).containsExactly(root, loud.ts());
    assertThat(loud.subtype()).isEqualTo(MessageView.Subtype.THREAD_BROADCAST);
  }

  @Test
  void aDeletedReplyIsCountedNoMore() {
    ChannelId channel = core.newChannel(acme, "uncounted", alice, bob);
    MessageTs root = core.post(acme, channel, alice, "root").ts();
    MessageTs first = reply(channel, bob, root, "one").ts();
    MessageTs second = reply(channel, alice, root, "two").ts();
    MessageTs third = reply(channel, bob, root, "three").ts();

    delete(channel, third, bob);
    assertThat(thread(channel, root))
        .isEqualTo(new ThreadView.Root(2, 2, List.of(bob, alice), second, 3));
    delete(channel, first, bob);
    assertThat(thread(channel, root))
        .isEqualTo(new ThreadView.Root(1, 1, List.of(alice), second, 3));
    MessageTs again = reply(channel, bob, root, "four").ts();

    assertThat(thread(channel, root))
        .isEqualTo(new ThreadView.Root(2, 2, List.of(alice, bob), again, 4));
  }

  @Test
  void aDeletedMessageWithRepliesLeavesATombstoneUntilTheyAreGone() {
    ChannelId channel = core.newChannel(acme, "tombstones", alice, bob);
    MessageTs root = core.post(acme, channel, alice, "the secret").ts();
    MessageTs reply = reply(channel, bob, root, "what?").ts();

    delete(channel, root, alice);
    List<MessageView> left = history(channel);
    MessageTs late = reply(channel, alice, root, "nothing").ts();
    delete(channel, reply, bob);
    delete(channel, late, alice);

    assertThat(left).hasSize(1);
    assertThat(left.getFirst().subtype()).isEqualTo(MessageView.Subtype.TOMBSTONE);
    assertThat(left.getFirst().text()).doesNotContain("secret");
    assertThat(history(channel)).isEmpty();
    assertRefused("cannot_reply_to_message", () -> reply(channel, bob, root, "too late"));
  }

  @Test
  void whatIsNoMessageCannotBeAnswered() {
    ChannelId channel = core.newChannel(acme, "lines", alice, bob);
    ChannelId secret = core.newChannel(acme, "others", bob);
    MessageTs line =
        core.tenants
            .read(acme, h -> core.messageReader.channel(h, acme, channel).newest(10))
            .messages()
            .getFirst()
            .ts();
    MessageTs elsewhere = core.post(acme, secret, bob, "elsewhere").ts();

    assertRefused("cannot_reply_to_message", () -> reply(channel, alice, line, "hello line"));
    assertRefused("cannot_reply_to_message", () -> reply(channel, alice, elsewhere, "hello"));
    assertRefused("not_in_channel", () -> reply(secret, alice, elsewhere, "hello"));
  }

  @Test
  void thoseWhoHaveToDoWithAThreadFollowIt() throws Exception {
    ChannelId channel = core.newChannel(acme, "followed", alice, bob);
    UserId carol = core.newUser(acme, "carol");
    UserId dave = core.newUser(acme, "dave");
    var _ = core.memberships.add(acme, channel, alice, List.of(carol, dave));
    MessageTs root = core.post(acme, channel, alice, "root").ts();

    var _ = reply(channel, bob, root, "what does <@" + carol + "> say?");
    MessageTs second = reply(channel, bob, root, "anybody?").ts();

    assertThat(followed(dave, channel)).isEmpty();
    assertThat(followed(bob, channel).getFirst().readNumber()).isEqualTo(2);
    assertThat(followed(alice, channel))
        .singleElement()
        .satisfies(
            marker -> {
              assertThat(marker.root()).isEqualTo(root);
              assertThat(marker.number() - marker.readNumber()).isEqualTo(2);
            });
    assertThat(followed(carol, channel)).hasSize(1);
    assertThat(ownEvents(alice)).contains("\"type\":\"thread_marked\"", "\"following\":true");
    assertThat(ownEvents(carol)).contains("\"type\":\"thread_marked\"");

    ThreadKey thread = new ThreadKey(acme, channel, root);
    var _ = core.commits.submit(new FollowThread(thread, alice, null, second)).join();
    var _ = core.commits.submit(new FollowThread(thread, carol, false, null)).join();
    assertThat(followed(alice, channel).getFirst().readNumber()).isEqualTo(2);
    assertThat(followed(carol, channel)).isEmpty();
    core.memberships.kick(acme, channel, bob, true, alice);
    assertThat(followed(alice, channel)).isEmpty();
  }

  @Test
  void manyWhoReplyAtOnceAreAllCounted() throws Exception {
    ChannelId channel = core.newChannel(acme, "crowd", alice);
    List<UserId> crowd = core.newUsers(acme, "crowd", 32);
    var _ = core.memberships.add(acme, channel, alice, crowd);
    MessageTs root = core.post(acme, channel, alice, "all at once").ts();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (UserId user : crowd) {
        done.add(
            threads.submit(
                () ->
                    IntStream.range(0, 5)
                        .forEach(
                            i ->
                                assertThat(reply(channel, user, root, "reply " + i)).isNotNull())));
      }
      for (Future<?> each : done) {
        var _ = each.get();
      }
    }

    ThreadView.Root thread = thread(channel, root);
    assertThat(thread.count()).isEqualTo(160);
    assertThat(thread.number()).isEqualTo(160);
    assertThat(thread.authorCount()).isEqualTo(32);
    assertThat(thread.authors()).hasSize(5);
    assertThat(replies(channel, root)).hasSize(160);
  }

  @Test
  void eventsReadBackEndWhereTheLiveOnesDo() {
    ChannelId channel = core.newChannel(acme, "twice-told", alice, bob);
    NavigableMap<Long, String> heard = new ConcurrentSkipListMap<>();
    try (var _ =
        core.broker.subscribe(
            StreamKey.of(acme, channel),
            signal -> {
              if (signal instanceof Signal.Event event) {
                heard.put(event.publication().offset(), text(event.publication()));
              }
            })) {
      MessageTs root = core.post(acme, channel, alice, "root").ts();
      MessageTs reply = reply(channel, bob, root, "reply").ts();
      var _ = reply(channel, alice, root, "to all", true);
      delete(channel, reply, bob);
      delete(channel, root, alice);
      long head = readBack(StreamKey.of(acme, channel)).size();
      Eventually.holds(
          () -> assertThat(heard.tailMap(head - 4).keySet()).hasSize(5).contains(head));
    }

    List<String> all = readBack(StreamKey.of(acme, channel));
    List<String> readBack = all.subList(all.size() - 5, all.size());
    List<String> live = List.copyOf(heard.tailMap(all.size() - 4L).values());

    assertThat(readBack.subList(3, 5)).isEqualTo(live.subList(3, 5));
    assertThat(readBack.get(2)).contains("\"reply_count\":1", "thread_broadcast");
    assertThat(readBack.get(1)).contains("message_superseded", "\"reply_count\":1");
    assertThat(live.get(1)).contains("\"reply_count\":1", "\"thread_ts\"");
    assertThat(live.get(4)).contains("\"reply_count\":1");
  }

  private String ownEvents(UserId user) {
    return readBack(StreamKey.of(acme, user)).toString();
  }

  private static String text(Publication event) {
    return new String(event.event(), StandardCharsets.UTF_8);
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
