package dev.parley.core.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.message.MessageTarget;
import dev.parley.core.star.StarReader.Starred;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people save for later.
final class StarTest extends AcmeTest {
  private final StarService stars;

  StarTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    stars = new StarService(core.tenants, core.commits, core.channels);
  }

  private List<MessageTs> starred(UserId user) {
    Actor reader = new Actor(acme, user, Role.MEMBER, false, new Credential.Session(1));
    return core.tenants.read(acme, h -> StarReader.of(h, reader, Long.MAX_VALUE, 100)).stream()
        .map(Starred::ts)
        .toList();
  }

  @Test
  void whatOneSavedIsListedWithTheNewestFirstAndToldToThemAlone() throws Exception {
    UserId carol = core.newUser(acme, "carol");
    ChannelId channel = core.newChannel(acme, "saved", alice, carol);
    MessageTs one = core.post(acme, channel, alice, "one").ts();
    MessageTs two = core.post(acme, channel, alice, "two").ts();

    stars.add(acme, carol, channel, two);
    stars.add(acme, carol, channel, one);
    stars.add(acme, carol, channel, MessageTs.ZERO);
    assertThat(starred(carol)).containsExactly(MessageTs.ZERO, one, two);
    stars.remove(acme, carol, channel, two);

    assertThat(starred(carol)).containsExactly(MessageTs.ZERO, one);
    assertThat(starred(alice)).isEmpty();
    assertThat(readBack(StreamKey.of(acme, carol)))
        .filteredOn(event -> event.contains("star_"))
        .satisfiesExactly(
            event -> assertThat(event).contains("star_added", two.toString(), "date_create"),
            event -> assertThat(event).contains("star_added", one.toString()),
            event -> assertThat(event).contains("star_added").doesNotContain("\"ts\""),
            event -> assertThat(event).contains("star_removed", two.toString()));
    assertThat(readBack(StreamKey.of(acme, channel)))
        .noneMatch(event -> event.contains("star_added"));
  }

  @Test
  void whatIsDeletedOrCannotBeSeenAnyMoreIsNotListed() throws Exception {
    UserId dave = core.newUser(acme, "dave");
    ChannelId open = core.newChannel(acme, "open", alice, dave);
    ChannelId closed = core.channels.create(acme, alice, "closed", true, false).channel().id();
    var _ = core.memberships.add(acme, closed, alice, List.of(dave));
    MessageTs deleted = core.post(acme, open, alice, "deleted").ts();
    MessageTs stays = core.post(acme, open, alice, "stays").ts();
    MessageTs hidden = core.post(acme, closed, alice, "hidden").ts();
    stars.add(acme, dave, open, deleted);
    stars.add(acme, dave, open, stays);
    stars.add(acme, dave, closed, hidden);

    core.messages.delete(new MessageTarget(acme, open, deleted), alice, false);
    assertThat(core.memberships.leave(acme, closed, dave)).isTrue();
    assertThat(core.memberships.leave(acme, open, dave)).isTrue();

    assertThat(starred(dave)).containsExactly(stays);
    stars.remove(acme, dave, closed, hidden);
    assertRefused("not_starred", () -> stars.remove(acme, dave, closed, hidden));
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    ChannelId channel = core.newChannel(acme, "strict", alice);
    ChannelId secret = core.channels.create(acme, alice, "secret", true, false).channel().id();
    MessageTs ts = core.post(acme, channel, alice, "rules").ts();
    stars.add(acme, bob, channel, ts);

    assertRefused("already_starred", () -> stars.add(acme, bob, channel, ts));
    assertRefused("message_not_found", () -> stars.add(acme, bob, channel, new MessageTs(1)));
    assertRefused("channel_not_found", () -> stars.add(acme, bob, secret, MessageTs.ZERO));
    assertRefused("not_starred", () -> stars.remove(acme, alice, channel, ts));
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    assertRefused("channel_not_found", () -> stars.add(globex, mallory, channel, ts));
    assertRefused("not_starred", () -> stars.remove(globex, mallory, channel, ts));
  }

  private static void assertRefused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
