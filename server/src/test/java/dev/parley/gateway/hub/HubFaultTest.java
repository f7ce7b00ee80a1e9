package dev.parley.gateway.hub;

import static dev.parley.gateway.hub.HubFixture.ALICE;
import static dev.parley.gateway.hub.HubFixture.ALICES;
import static dev.parley.gateway.hub.HubFixture.BOB;
import static dev.parley.gateway.hub.HubFixture.GENERAL;
import static dev.parley.gateway.hub.HubFixture.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fanout.Signal;
import dev.parley.gateway.hub.HubFixture.Client;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What breaks at one place of a hub, and what goes on beside it.
class HubFaultTest {
  private final HubFixture world = new HubFixture();

  @BeforeEach
  void aliceIsInBothChannels() {
    world.truth.grant(ALICES, GENERAL.stream());
    world.truth.grant(ALICES, RANDOM.stream());
    world.truth.grant(StreamKey.of(HubFixture.ACME, BOB), RANDOM.stream());
  }

  @Test
  void anEventThatCannotBeReadStopsItsOwnStreamAlone() {
    world.post(GENERAL, "unreadable");
    world.post(GENERAL, "behind it");
    world.post(RANDOM, "fine");
    world.truth.spoil(GENERAL, 1);

    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 0L, RANDOM, 0L));
    world.post(GENERAL, "live");
    world.settle();

    assertThat(alice.take())
        .containsExactlyInAnyOrder(
            "resync general 2 too_old", "random 1 fine", "resumed", "general 3 live");
    assertThat(world.count("unreadable")).isEqualTo(1);
  }

  @Test
  void whoIsLiveIsToldOfAnEventThatWasLostAndCannotBeRead() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();
    var _ = world.commit(GENERAL, "lost");
    world.truth.spoil(GENERAL, 1);

    world.broker.publish(List.of(new Signal.Head(GENERAL, 1)));
    world.pass(Duration.ofMillis(200));
    world.post(GENERAL, "live");
    world.settle();

    assertThat(alice.take()).containsExactly("resync general 1 too_old", "general 2 live");
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() {
    world.post(GENERAL, "a");
    world.truth.setAway(true);
    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 0L));
    world.pass(Duration.ofSeconds(3));
    assertThat(alice.take()).isEmpty();

    world.truth.setAway(false);
    world.pass(Duration.ofSeconds(3));

    assertThat(alice.take()).containsExactly("general 1 a", "resumed");
    assertThat(world.count("unreadable")).isZero();
  }

  @Test
  void nothingIsLookedUpForWhoIsGone() {
    world.truth.setAway(true);
    for (int i = 0; i < 20; i++) {
      world.open(ALICE).resume(Map.of()).connection().closed();
    }
    double before = world.count("grant.lookups");

    world.pass(Duration.ofSeconds(5));

    assertThat(world.count("grant.lookups") - before).isLessThan(5);
  }

  @Test
  void whatHasNoRoomInARingIsGivenUpAndNotReadForEver() {
    for (int i = 0; i < 20; i++) {
      world.post(GENERAL, "x".repeat(8_000));
    }

    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 0L));
    world.pass(Duration.ofSeconds(1));

    assertThat(alice.take()).containsExactly("resync general 20 too_old", "resumed");
    assertThat(world.truth.reads()).isLessThan(6);
  }

  @Test
  void aReadBringsSoManyEventsAndTheRestComesByTheNext() {
    for (int i = 0; i < 20; i++) {
      world.post(GENERAL, "g");
      world.post(RANDOM, "r");
      world.post(ALICES, "o");
    }

    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 0L, RANDOM, 0L, ALICES, 0L));
    world.pass(Duration.ofSeconds(1));

    assertThat(alice.take()).hasSize(61).endsWith("resumed");
  }

  @Test
  void ringsAreCutBackWhenAReplayIsOver() {
    world.hub.start();
    for (int i = 0; i < 20; i++) {
      world.post(GENERAL, "x".repeat(1_000));
    }
    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 0L));
    long replayed = world.hub.streams.budget.held();
    assertThat(replayed).isGreaterThan(20_000);

    world.pass(Duration.ofSeconds(15));
    assertThat(world.hub.streams.budget.held()).isLessThan(5_000);

    alice.connection().closed();
    world.pass(Duration.ofSeconds(70));
    assertThat(world.hub.streams()).isZero();
    assertThat(world.hub.streams.budget.held()).isZero();
  }

  @Test
  void onceAllRingsHoldEnoughEachGivesUpWhatItTakesAndIdleOnesMore() {
    List<StreamKey> channels =
        IntStream.range(0, 60)
            .mapToObj(i -> StreamKey.of(HubFixture.ACME, new ChannelId(101 + 4L * i)))
            .toList();
    channels.forEach(channel -> world.truth.grant(ALICES, channel.stream()));
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();
    for (int i = 0; i < 4; i++) {
      channels.forEach(channel -> world.post(channel, "x".repeat(1_000)));
      world.settle();
    }
    RingBudget budget = world.hub.streams.budget;
    assertThat(alice.take()).hasSize(240);
    assertThat(budget.held()).isBetween(125_000L, 1L << 17);

    int reads = world.truth.reads();
    alice.resume(Map.of(channels.getFirst(), 0L));
    assertThat(alice.take()).endsWith("resumed");
    assertThat(world.truth.reads() - reads).isLessThan(4);

    alice.connection().closed();
    world.hub.start();
    world.pass(Duration.ofMillis(1_100));
    assertThat(budget.held()).isLessThan(3L << 15);
  }

  @Test
  void typingIsToldOnceInThreeSecondsForEachOfSeveralChannels() {
    Client alice = world.open(ALICE).resume(Map.of());
    Client bob = world.open(BOB).resume(Map.of());
    bob.take();

    for (int i = 0; i < 5; i++) {
      for (StreamKey channel : List.of(GENERAL, RANDOM)) {
        alice.connection().receive(new ClientFrame.Typing(channel.name()));
        world.settle();
      }
      world.pass(Duration.ofMillis(500));
    }
    assertThat(bob.take()).containsExactly("typing");

    world.pass(Duration.ofSeconds(3));
    alice.connection().receive(new ClientFrame.Typing(RANDOM.name()));
    world.settle();
    assertThat(bob.take()).containsExactly("typing");
  }
}
