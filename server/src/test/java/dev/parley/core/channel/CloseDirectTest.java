package dev.parley.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.user.EditUser;
import dev.parley.core.user.UserEdit;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.storage.writer.Outcome;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Direct messages that are put away.
final class CloseDirectTest extends AcmeTest {
  CloseDirectTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private boolean close(ChannelId channel, UserId user, boolean isClosed) {
    return Outcome.await(core.commits.submit(new CloseDirect(acme, channel, user, isClosed)))
        .changed();
  }

  private boolean isClosed(ChannelId channel, UserId user) {
    return core.tenants
        .read(acme, handle -> core.conversations.mine(handle, acme, user, List.of(channel)))
        .getFirst()
        .isClosed();
  }

  private String lastHeard(UserId user) {
    return readBack(StreamKey.of(acme, user)).getLast();
  }

  private ChannelId direct(UserId one, UserId other) {
    return core.channels.open(acme, one, Set.of(other)).channel();
  }

  @Test
  void whatWasPutAwayComesBackWithTheNextMessage() throws Exception {
    UserId carol = core.newUser(acme, "carol");
    ChannelId channel = direct(alice, carol);
    var _ = core.post(acme, channel, alice, "hi");

    assertThat(close(channel, carol, true)).isTrue();
    assertThat(close(channel, carol, true)).isFalse();
    assertThat(isClosed(channel, carol)).isTrue();
    assertThat(isClosed(channel, alice)).isFalse();

    var _ = core.post(acme, channel, alice, "again");
    assertThat(isClosed(channel, carol)).isFalse();
    assertThat(close(channel, carol, true)).isTrue();
  }

  @Test
  void whatIsToldLaterIsHowItStands() throws Exception {
    UserId dave = core.newUser(acme, "dave");
    ChannelId channel = direct(dave, bob);
    assertThat(close(channel, dave, true)).isTrue();
    assertThat(isClosed(channel, dave)).isTrue();
    assertThat(lastHeard(dave)).contains("\"type\":\"channel_closed\"", "\"closed_ts\"");
    int events = readBack(StreamKey.of(acme, dave)).size();

    assertThat(close(channel, dave, false)).isTrue();

    assertThat(isClosed(channel, dave)).isFalse();
    assertThat(readBack(StreamKey.of(acme, dave)).subList(events - 1, events + 1))
        .allMatch(event -> event.contains("\"type\":\"channel_opened\""));
  }

  @Test
  void nobodyPutsAwayWhereTheyAreNot() {
    ChannelId channel = direct(alice, bob);

    assertThatThrownBy(() -> close(channel, new UserId(4), true)).hasMessage("channel_not_found");
    assertThatThrownBy(() -> close(new ChannelId(6), alice, true)).hasMessage("channel_not_found");
  }

  @Test
  void withSomebodyDeactivatedNoConversationBegins() throws Exception {
    UserId erin = core.newUser(acme, "erin");
    ChannelId before = direct(alice, erin);
    var _ =
        Outcome.await(
            core.commits.submit(new EditUser(acme, null, erin, new UserEdit.Active(false))));

    assertThat(direct(alice, erin)).isEqualTo(before);
    assertThatThrownBy(() -> direct(bob, erin)).hasMessage("user_disabled");
    assertThatThrownBy(() -> core.channels.open(acme, bob, Set.of(alice, erin)))
        .hasMessage("user_disabled");
    assertThatThrownBy(() -> core.channels.open(acme, bob, Set.of(erin, new UserId(4))))
        .hasMessage("user_not_found");
  }
}
