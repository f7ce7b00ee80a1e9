package dev.parley.core.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.message.MessageTarget;
import dev.parley.core.pin.PinReader.Pinned;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages that are pinned to their channel.
final class PinTest extends AcmeTest {
  private final PinService pins;

  PinTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    pins = new PinService(core.tenants, core.commits, core.channels);
  }

  private List<MessageTs> pinned(ChannelId channel) {
    return core.tenants.read(acme, h -> PinReader.of(h, acme, channel)).stream()
        .map(Pinned::ts)
        .toList();
  }

  private MessageView read(ChannelId channel, MessageTs ts) {
    return core.tenants
        .read(acme, h -> core.messageReader.root(h, acme, channel, ts))
        .orElseThrow();
  }

  @Test
  void theNewestPinIsTheFirstAndEachIsToldWithALine() {
    ChannelId channel = core.newChannel(acme, "board", alice, bob);
    MessageTs first = core.post(acme, channel, alice, "first").ts();
    MessageTs second = core.post(acme, channel, alice, "second").ts();

    pins.pin(acme, channel, second, bob);
    pins.pin(acme, channel, first, bob);
    assertThat(pinned(channel)).containsExactly(first, second);
    assertThat(read(channel, first).isPinned()).isTrue();
    pins.unpin(acme, channel, first, alice);

    assertThat(pinned(channel)).containsExactly(second);
    assertThat(read(channel, first).isPinned()).isFalse();
    assertThat(readBack(StreamKey.of(acme, channel)))
        .filteredOn(event -> event.contains("pin"))
        .satisfiesExactly(
            event -> assertThat(event).contains("\"pin_added\"", second.toString(), "pinned_ts"),
            event -> assertThat(event).contains("\"pinned_item\"", "pinned a message"),
            event -> assertThat(event).contains("\"pin_added\"", first.toString()),
            event -> assertThat(event).contains("\"pinned_item\""),
            event -> assertThat(event).contains("\"pin_removed\"", first.toString()));
  }

  @Test
  void anEditKeepsThePinAndADeletionTakesItAway() {
    ChannelId channel = core.newChannel(acme, "edited", alice, bob);
    MessageTs ts = core.post(acme, channel, alice, "one").ts();
    pins.pin(acme, channel, ts, bob);
    MessageTarget target = new MessageTarget(acme, channel, ts);

    assertThat(core.messages.edit(target, alice, "two").text()).isEqualTo("two");
    assertThat(read(channel, ts).isPinned()).isTrue();
    core.messages.delete(target, alice, false);

    assertThat(pinned(channel)).isEmpty();
    assertRefused("message_not_found", () -> pins.unpin(acme, channel, ts, bob));
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    ChannelId channel = core.newChannel(acme, "strict", alice, bob);
    UserId stranger = core.newUser(acme, "stranger");
    MessageTs ts = core.post(acme, channel, alice, "rules").ts();
    pins.pin(acme, channel, ts, bob);
    MessageTs line =
        core.tenants
            .read(acme, h -> core.messageReader.channel(h, acme, channel).newest(1))
            .messages()
            .getFirst()
            .ts();

    assertRefused("already_pinned", () -> pins.pin(acme, channel, ts, alice));
    assertRefused("not_in_channel", () -> pins.pin(acme, channel, ts, stranger));
    assertRefused("message_not_found", () -> pins.pin(acme, channel, new MessageTs(1), bob));
    assertRefused("not_pinnable", () -> pins.pin(acme, channel, line, bob));
    MessageTs other = core.post(acme, channel, alice, "other").ts();
    assertRefused("not_pinned", () -> pins.unpin(acme, channel, other, bob));
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    assertRefused("channel_not_found", () -> pins.pin(globex, channel, ts, mallory));
  }

  @Test
  void aChannelHasAHundredPins() {
    ChannelId channel = core.newChannel(acme, "full", alice);
    for (int i = 0; i < 100; i++) {
      pins.pin(acme, channel, core.post(acme, channel, alice, "m" + i).ts(), alice);
    }
    MessageTs one = pinned(channel).getFirst();
    MessageTs more = core.post(acme, channel, alice, "more").ts();

    assertRefused("too_many_pins", () -> pins.pin(acme, channel, more, alice));
    pins.unpin(acme, channel, one, alice);
    pins.pin(acme, channel, more, alice);
    assertThat(pinned(channel)).hasSize(100).startsWith(more);
  }

  private static void assertRefused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
