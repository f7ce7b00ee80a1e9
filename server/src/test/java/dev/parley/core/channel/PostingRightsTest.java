package dev.parley.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.message.Mentions;
import dev.parley.core.message.Post;
import dev.parley.core.message.Reach;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.PostingView;
import dev.parley.protocol.view.PostingView.Level;
import dev.parley.storage.writer.Outcome;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class PostingRightsTest extends AcmeTest {
  private final UserId owner;

  PostingRightsTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    owner = core.newUser(acme, "olga", Role.OWNER);
  }

  private void edit(UserId user, Role role, ChannelId channel, ChannelEdit edit) {
    Actor actor = new Actor(acme, user, role, false, new Credential.Session(1));
    var _ = core.channels.edit(actor, channel, edit);
  }

  private void reply(ChannelId channel, UserId user, MessageTs root, boolean isBroadcast) {
    Post.Answer answer = new Post.Answer(root, owner, isBroadcast);
    Post post =
        new Post(
            acme,
            channel,
            new Post.Author(user, Reach.OWN),
            UUID.randomUUID(),
            MessageContent.text("so it is"),
            Mentions.NONE,
            answer,
            false);
    var _ = Outcome.await(core.commits.submit(post));
  }

  @Test
  void whereAdminsPostOthersMayAnswerIfTheyMay() {
    ChannelId channel = core.newChannel(acme, "news", alice, bob, owner);
    edit(owner, Role.OWNER, channel, new ChannelEdit.Posting(Level.ADMIN, List.of(bob), null));
    MessageTs root = core.post(acme, channel, owner, "news").ts();

    assertThat(core.post(acme, channel, bob, "named").text()).isEqualTo("named");
    assertRefused(
        "restricted_action_thread_only_channel", () -> core.post(acme, channel, alice, "me too"));
    assertRefused("restricted_action_thread_only_channel", () -> reply(channel, alice, root, true));
    reply(channel, alice, root, false);

    edit(owner, Role.OWNER, channel, new ChannelEdit.Posting(null, List.of(), Level.ADMIN));
    assertRefused(
        "restricted_action_non_threadable_channel", () -> reply(channel, alice, root, false));
    assertRefused(
        "restricted_action_read_only_channel", () -> core.post(acme, channel, alice, "hm"));
    assertThat(core.post(acme, channel, bob, "still").text()).isEqualTo("still");
    assertThat(readBack(StreamKey.of(acme, channel)))
        .anyMatch(e -> e.contains("channel_posting_permissions"))
        .anyMatch(e -> e.contains("\"posting_restricted_to\":{\"type\":[\"admin\"]"));

    edit(owner, Role.OWNER, channel, everybody());
    assertThat(core.post(acme, channel, alice, "thanks").text()).isEqualTo("thanks");
  }

  @Test
  void onlyAdminsSayWhoMayPostAndWhoSeesAChannel() {
    ChannelId channel = core.newChannel(acme, "mine", alice, bob);
    ChannelId general = core.channels.create(acme, alice, "all", false, true).channel().id();

    assertRefused("restricted_action", () -> edit(alice, Role.MEMBER, channel, everybody()));
    assertRefused(
        "restricted_action",
        () -> edit(alice, Role.MEMBER, channel, new ChannelEdit.Private(true)));
    assertRefused(
        "user_not_found",
        () ->
            edit(
                owner,
                Role.OWNER,
                channel,
                new ChannelEdit.Posting(Level.OWNER, List.of(new UserId(4)), null)));
    assertRefused(
        "could_not_convert_channel",
        () -> edit(owner, Role.OWNER, general, new ChannelEdit.Private(true)));
    assertRefused(
        "could_not_convert_channel",
        () -> edit(owner, Role.OWNER, channel, new ChannelEdit.Private(false)));
  }

  @Test
  void whatIsMadePrivateIsGoneForOthersUntilItIsPublicAgain() throws Exception {
    ChannelId channel = core.newChannel(acme, "plans", alice, owner);
    edit(owner, Role.OWNER, channel, new ChannelEdit.Private(true));

    List<String> everybody = readBack(StreamKey.of(acme));
    assertThat(everybody.getLast())
        .isEqualTo("{\"type\":\"public_channel_gone\",\"channel\":\"" + channel + "\"}");
    assertThat(everybody).noneMatch(event -> event.contains("plans"));
    assertThat(core.tenants.<Boolean>read(acme, h -> isVisible(h, channel))).isFalse();

    edit(owner, Role.OWNER, channel, new ChannelEdit.Private(false));
    assertThat(readBack(StreamKey.of(acme)).getLast())
        .contains("public_channel_changed", "\"name\":\"plans\"");
    assertThat(core.tenants.<Boolean>read(acme, h -> isVisible(h, channel))).isTrue();
  }

  private boolean isVisible(org.jdbi.v3.core.Handle handle, ChannelId channel) {
    try {
      return core.channels.visible(handle, acme, bob, channel).id().equals(channel);
    } catch (Refusal notVisible) {
      return false;
    }
  }

  private static ChannelEdit.Posting everybody() {
    return new ChannelEdit.Posting(
        PostingView.EVERYBODY.messages(), List.of(), PostingView.EVERYBODY.replies());
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
