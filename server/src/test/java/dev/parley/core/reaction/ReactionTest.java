package dev.parley.core.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.message.MessageTarget;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ReactionView;
import dev.parley.storage.writer.Outcome;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Emoji on messages.
final class ReactionTest extends AcmeTest {
  ReactionTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private void react(ChannelId channel, MessageTs ts, UserId user, String name, boolean isAdded) {
    var _ = Outcome.await(core.commits.submit(new React(acme, channel, ts, user, name, isAdded)));
  }

  private List<ReactionView> reactions(ChannelId channel, MessageTs ts) {
    MessageView message =
        core.tenants.read(acme, h -> core.messageReader.root(h, acme, channel, ts)).orElseThrow();
    return message.reactions();
  }

  private List<String> events(ChannelId channel) {
    return readBack(StreamKey.of(acme, channel));
  }

  @Test
  void reactionsAreShownInTheOrderInWhichTheyWereMade() {
    ChannelId channel = core.newChannel(acme, "party", alice, bob);
    MessageTs ts = core.post(acme, channel, alice, "done").ts();

    react(channel, ts, bob, "tada", true);
    react(channel, ts, alice, "eyes", true);
    react(channel, ts, alice, "tada", true);
    assertThat(reactions(channel, ts))
        .containsExactly(
            new ReactionView("tada", List.of(bob, alice)),
            new ReactionView("eyes", List.of(alice)));

    react(channel, ts, bob, "tada", false);
    react(channel, ts, bob, "tada", true);
    assertThat(reactions(channel, ts))
        .containsExactly(
            new ReactionView("eyes", List.of(alice)),
            new ReactionView("tada", List.of(alice, bob)));
  }

  @Test
  void whatWasTakenAwayIsToldAsGoneToWhoeverComesLater() {
    ChannelId channel = core.newChannel(acme, "later", alice, bob);
    MessageTs ts = core.post(acme, channel, alice, "hm").ts();
    react(channel, ts, bob, "thinking_face", true);
    String added = events(channel).getLast();
    react(channel, ts, bob, "thinking_face", false);
    List<String> both = events(channel);

    assertThat(added).contains("\"type\":\"reaction_added\"", "\"reaction\":\"thinking_face\"");
    assertThat(both.subList(both.size() - 2, both.size()))
        .allMatch(event -> event.contains("\"type\":\"reaction_removed\""));
    assertThat(reactions(channel, ts)).isEmpty();
  }

  @Test
  void aDeletedMessageTakesItsReactionsAlong() {
    ChannelId channel = core.newChannel(acme, "gone", alice, bob);
    MessageTs ts = core.post(acme, channel, alice, "oops").ts();
    react(channel, ts, bob, "eyes", true);

    core.messages.delete(new MessageTarget(acme, channel, ts), alice, false);

    assertThat(events(channel)).noneMatch(event -> event.contains("eyes"));
    assertRefused("message_not_found", channel, ts, bob, "eyes", true);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    ChannelId channel = core.newChannel(acme, "strict", alice, bob);
    UserId stranger = core.newUser(acme, "stranger");
    MessageTs ts = core.post(acme, channel, alice, "rules").ts();
    react(channel, ts, bob, "eyes", true);

    assertRefused("already_reacted", channel, ts, bob, "eyes", true);
    assertRefused("no_reaction", channel, ts, alice, "eyes", false);
    assertRefused("not_in_channel", channel, ts, stranger, "eyes", true);
    assertRefused("message_not_found", channel, new MessageTs(1), bob, "eyes", true);
    for (int i = 1; i < 23; i++) {
      react(channel, ts, bob, "emoji" + i, true);
    }
    assertRefused("too_many_reactions", channel, ts, bob, "one_more", true);
    for (int i = 23; i < 45; i++) {
      react(channel, ts, alice, "emoji" + i, true);
    }
    var _ = core.memberships.add(acme, channel, alice, List.of(stranger));
    for (int i = 45; i < 50; i++) {
      react(channel, ts, stranger, "emoji" + i, true);
    }
    assertRefused("too_many_emoji", channel, ts, stranger, "another", true);
    react(channel, ts, stranger, "eyes", true);
  }

  private void assertRefused(
      String code, ChannelId channel, MessageTs ts, UserId user, String name, boolean isAdded) {
    assertThatThrownBy(() -> react(channel, ts, user, name, isAdded))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
