package dev.parley.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Threads are for those who are in the channel.
final class ThreadMembershipTest extends AcmeTest {

  ThreadMembershipTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private MessageView reply(ChannelId channel, UserId author, MessageTs to, String text) {
    return core.messages.post(
        acme,
        channel,
        author,
        UUID.randomUUID(),
        MessageContent.text(text),
        new ReplyTo(to, false));
  }

  private boolean follows(UserId user, ChannelId channel) {
    return core.tenants.read(acme, h -> ThreadReader.mine(h, acme, user, 100)).stream()
        .anyMatch(marker -> marker.channel().equals(channel));
  }

  @Test
  void whoWasRemovedLearnsOfNoReplyToWhatTheyWrote() {
    ChannelId channel = core.newChannel(acme, "left-behind", alice, bob);
    MessageTs root = core.post(acme, channel, bob, "any news?").ts();
    core.memberships.kick(acme, channel, alice, false, bob);

    var _ = reply(channel, alice, root, "not for <@" + bob + ">");

    assertThat(readBack(StreamKey.of(acme, bob)).toString()).doesNotContain("thread_marked");
    assertThat(follows(bob, channel)).isFalse();
    assertThat(follows(alice, channel)).isTrue();
  }

  @Test
  void whatSomebodySaidOfThemselvesMayBeAnswered() {
    ChannelId channel = core.newChannel(acme, "selves", alice, bob);
    MessageTs root =
        core.messages.postMe(acme, channel, alice, UUID.randomUUID(), "is thinking").ts();

    assertThat(reply(channel, bob, root, "of what?").thread()).isNotNull();
    assertThat(follows(alice, channel)).isTrue();
  }
}
