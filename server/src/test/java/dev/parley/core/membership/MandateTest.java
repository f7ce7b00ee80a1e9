package dev.parley.core.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.membership.AddMembers.Mandate;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.storage.writer.Change;
import dev.parley.storage.writer.Outcome;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The right to add or remove people holds when the change is committed, not only when it was
/// asked for: changes are handed over here as if they had been looked at a moment ago.
final class MandateTest extends AcmeTest {
  private UserId carol;

  MandateTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  @BeforeAll
  void people() throws Exception {
    carol = core.newUser(acme, "carol");
  }

  private ChannelId secret(String name) {
    ChannelId channel = core.channels.create(acme, alice, name, true, false).channel().id();
    var _ = core.memberships.invite(acme, channel, alice, List.of(bob));
    core.memberships.kick(acme, channel, alice, false, bob);
    return channel;
  }

  @Test
  void whoWasRemovedDoesNotComeBackByAJoinThatWasUnderWay() {
    ChannelId channel = secret("comeback");

    assertRefused(
        "channel_not_found", new AddMembers(acme, channel, Mandate.OPEN, bob, List.of(bob)));
  }

  @Test
  void whoWasRemovedBringsNobodyIn() {
    ChannelId channel = secret("friend");
    ChannelId open = core.newChannel(acme, "open-door", alice);

    assertRefused(
        "channel_not_found", new AddMembers(acme, channel, Mandate.MEMBER, bob, List.of(carol)));
    assertRefused(
        "not_in_channel", new AddMembers(acme, open, Mandate.MEMBER, bob, List.of(carol)));
  }

  @Test
  void whoWasRemovedRemovesNobody() {
    ChannelId channel = secret("revenge");

    assertRefused("not_in_channel", new RemoveMember(acme, channel, bob, alice));
  }

  @Test
  void outOfAPublicChannelOnlyAdminsAndItsCreatorRemove() {
    ChannelId open = core.newChannel(acme, "town-square", alice, bob, carol);

    assertThatThrownBy(() -> core.memberships.kick(acme, open, bob, false, carol))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("restricted_action"));
    core.memberships.kick(acme, open, bob, true, carol);
    core.memberships.kick(acme, open, alice, false, bob);
  }

  @Test
  void ofTwoWhoRemoveEachOtherAtOnceOneStays() {
    for (int round = 0; round < 20; round++) {
      ChannelId channel = core.newChannel(acme, "duel-" + round, alice, bob);
      List<CompletableFuture<RemoveMember.Removed>> both =
          List.of(
              core.commits.submit(new RemoveMember(acme, channel, alice, bob)),
              core.commits.submit(new RemoveMember(acme, channel, bob, alice)));
      List<Boolean> removed = new ArrayList<>();
      both.forEach(future -> removed.add(!future.handle((_, e) -> e != null).join()));

      assertThat(removed).containsOnlyOnce(true);
    }
  }

  @Test
  void theLastOneStaysInAPrivateChannel() {
    ChannelId channel = secret("hermitage");
    ChannelId open = core.newChannel(acme, "clearing", alice);

    assertThatThrownBy(() -> core.memberships.leave(acme, channel, alice))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("last_member"));
    assertThat(core.memberships.leave(acme, open, alice)).isTrue();
    assertThat(core.memberships.leave(acme, open, alice)).isFalse();
  }

  @Test
  void ofTwoWhoLeaveAPrivateChannelAtOnceOneStays() {
    for (int round = 0; round < 20; round++) {
      ChannelId channel =
          core.channels.create(acme, alice, "den-" + round, true, false).channel().id();
      var _ = core.memberships.invite(acme, channel, alice, List.of(bob));
      List<CompletableFuture<RemoveMember.Removed>> both =
          List.of(
              core.commits.submit(new RemoveMember(acme, channel, alice, alice)),
              core.commits.submit(new RemoveMember(acme, channel, bob, bob)));
      List<Boolean> removed = new ArrayList<>();
      both.forEach(future -> removed.add(!future.handle((_, e) -> e != null).join()));

      assertThat(removed).containsOnlyOnce(true);
    }
  }

  private <R> void assertRefused(String code, Change<R> change) {
    assertThatThrownBy(() -> Outcome.await(core.commits.submit(change)))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
