package dev.parley.core.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ConversationView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MuteTest extends AcmeTest {
  MuteTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private ConversationView seen(UserId user, ChannelId channel) {
    return core.tenants
        .read(acme, handle -> core.conversations.mine(handle, acme, user, List.of(channel)))
        .getFirst();
  }

  @Test
  void whoMutesIsToldOnEveryDeviceAndCountsMentionsOfEverybodyApart() {
    ChannelId channel = core.newChannel(acme, "noise", alice, bob);
    var _ = core.post(acme, channel, alice, "<!channel> look");
    var _ = core.post(acme, channel, alice, "<@" + bob + "> look");

    assertThat(core.memberships.mute(acme, channel, bob, true)).isTrue();
    assertThat(core.memberships.mute(acme, channel, bob, true)).isFalse();

    assertThat(seen(bob, channel).isMuted()).isTrue();
    assertThat(seen(alice, channel).isMuted()).isFalse();
    assertThat(seen(bob, channel).marker().mentionCount()).isEqualTo(2);
    assertThat(seen(bob, channel).marker().everybodyCount()).isEqualTo(1);
    assertThat(readBack(StreamKey.of(acme, bob)).getLast())
        .isEqualTo("{\"type\":\"channel_muted\",\"channel\":\"" + channel + "\",\"muted\":true}");
    assertThat(core.memberships.mute(acme, channel, bob, false)).isTrue();
    assertThat(seen(bob, channel).isMuted()).isFalse();
  }

  @Test
  void nobodyMutesWhereTheyAreNot() {
    ChannelId open = core.newChannel(acme, "others", alice);
    ChannelId secret = core.channels.create(acme, alice, "hidden", true, false).channel().id();

    assertThatThrownBy(() -> core.memberships.mute(acme, open, bob, true))
        .hasMessage("not_in_channel");
    assertThatThrownBy(() -> core.memberships.mute(acme, secret, bob, true))
        .hasMessage("channel_not_found");
  }
}
