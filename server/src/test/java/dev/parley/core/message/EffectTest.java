package dev.parley.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What events of messages say about counts, and that it outlives their text.
final class EffectTest extends AcmeTest {
  EffectTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  @Test
  void addressingEverybodyIsToldWhenItBeginsAndWhenItCeases() {
    ChannelId channel = core.newChannel(acme, "everybody", alice);
    MessageTarget target =
        new MessageTarget(acme, channel, core.post(acme, channel, alice, "<!here> at ten").ts());

    String posted = last(channel);
    var _ = core.messages.edit(target, alice, "at ten");
    String quiet = last(channel);
    var _ = core.messages.edit(target, alice, "<!channel> at eleven");
    String loud = last(channel);
    core.messages.delete(target, alice, false);
    String deleted = last(channel);

    assertThat(posted).contains("\"author_read\":0", "\"everybody\":1");
    assertThat(quiet).contains("\"everybody\":-1");
    assertThat(loud).contains("\"everybody\":1");
    assertThat(deleted).contains("\"everybody\":-1");
  }

  @Test
  void whatAMessageDidToCountsOutlivesItsText() {
    ChannelId channel = core.newChannel(acme, "outlived", alice);
    MessageTarget target =
        new MessageTarget(acme, channel, core.post(acme, channel, alice, "<!here> hello").ts());
    var _ = core.messages.edit(target, alice, "hello");
    core.messages.delete(target, alice, false);

    List<String> events = events(channel);
    List<String> told = events.subList(events.size() - 3, events.size());

    assertThat(told.get(0))
        .contains("message_superseded", "\"number\":1", "\"user\":\"" + alice + "\"")
        .contains("\"author_read\":0", "\"everybody\":1");
    assertThat(told.get(1)).contains("message_superseded", "\"everybody\":-1");
    assertThat(told.get(2)).contains("message_deleted").doesNotContain("everybody");
  }

  private String last(ChannelId channel) {
    return events(channel).getLast();
  }

  private List<String> events(ChannelId channel) {
    return readBack(StreamKey.of(acme, channel));
  }

  @Test
  void whatOneCallsOutOneselfIsNoMentionOfOneself() {
    ChannelId channel = core.newChannel(acme, "calls", alice, bob);
    MessageTs first = core.post(acme, channel, bob, "<!here> anybody?").ts();
    MessageTs own = core.post(acme, channel, alice, "<!channel> me").ts();

    assertThat(mentions(channel, alice)).isEqualTo(1);
    assertThat(mentions(channel, bob)).isEqualTo(1);
    assertThat(readBack(StreamKey.of(acme, channel)).getLast())
        .contains("\"everybody\":1,\"everybody_by\":\"" + alice + "\"");

    core.messages.delete(new MessageTarget(acme, channel, own), bob, true);
    assertThat(readBack(StreamKey.of(acme, channel)).getLast())
        .contains("\"user\":\"" + bob, "\"everybody\":-1,\"everybody_by\":\"" + alice + "\"");
    core.messages.delete(new MessageTarget(acme, channel, first), bob, true);
    assertThat(mentions(channel, alice)).isZero();
    assertThat(mentions(channel, bob)).isZero();
  }
}
