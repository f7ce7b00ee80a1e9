package dev.parley.gateway.hub;

import static dev.parley.gateway.hub.HubFixture.ALICE;
import static dev.parley.gateway.hub.HubFixture.ALICES;
import static dev.parley.gateway.hub.HubFixture.BOB;
import static dev.parley.gateway.hub.HubFixture.GENERAL;
import static dev.parley.gateway.hub.HubFixture.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.fanout.Signal;
import dev.parley.gateway.hub.HubFixture.Client;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.kernel.StreamKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Alice and Bob, both in general, on one hub.
class HubTest {
  private final HubFixture world = new HubFixture();

  @BeforeEach
  void bothAreInGeneral() {
    world.truth.grant(ALICES, GENERAL.stream());
    world.truth.grant(StreamKey.of(HubFixture.ACME, BOB), GENERAL.stream());
  }

  @Test
  void resumeReplaysWhatWasMissedAndThenGoesOnLive() {
    world.post(GENERAL, "a");
    world.post(GENERAL, "b");
    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 1L));

    world.post(GENERAL, "c");
    world.settle();

    assertThat(alice.take()).containsExactly("general 2 b", "resumed", "general 3 c");
  }

  @Test
  void whoAsksForTheSameOverAndOverIsToldToFetchItUntilTheyRest() {
    for (int i = 0; i < 15; i++) {
      world.post(GENERAL, "a");
    }
    Client alice = world.open(ALICE).resume(Map.of());
    for (int i = 0; i < 14; i++) {
      alice.take();
      alice.resume(Map.of(GENERAL, 0L));
      assertThat(alice.take()).hasSize(16);
    }
    alice.resume(Map.of(GENERAL, 0L));
    assertThat(alice.take()).containsExactly("resync general 15 too_old", "resumed");

    // Another person is not concerned, and events that come live cost nothing.
    Client bob = world.open(BOB).resume(Map.of(GENERAL, 0L));
    assertThat(bob.take()).hasSize(16);
    world.post(GENERAL, "b");
    world.settle();
    assertThat(alice.take()).containsExactly("general 16 b");

    world.pass(Duration.ofSeconds(3));
    alice.resume(Map.of(GENERAL, 0L));
    assertThat(alice.take()).hasSize(17);
  }

  @Test
  void whatWasPostedBeforeALeavingComesBeforeIt() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();
    world.post(GENERAL, "a");
    world.grant(ALICES, new Grant.Leave(GENERAL.stream()));
    world.settle();
    assertThat(alice.take()).containsExactly("general 1 a", "own 1 grant");
  }

  @Test
  void streamsThatAreNotNamedStartAtTheirHead() {
    world.post(GENERAL, "a");

    Client alice = world.open(ALICE).resume(Map.of());

    assertThat(alice.take()).containsExactly("resumed");
  }

  @Test
  void aTokenAndARingSpareTheDatabase() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.connection().closed();
    world.post(GENERAL, "a");
    world.settle();
    int reads = world.truth.reads();
    int lookups = world.truth.lookups();

    Client again = world.open(ALICE).resume(Map.of(GENERAL, 0L, ALICES, 0L), 1, alice.token());

    assertThat(again.take()).containsExactly("general 1 a", "resumed");
    assertThat(world.truth.reads()).isEqualTo(reads);
    assertThat(world.truth.lookups()).isEqualTo(lookups);
  }

  @Test
  void whoWasRemovedWhileAwayGetsNothingOfTheChannelInSpiteOfAToken() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.connection().closed();
    world.post(GENERAL, "before");
    world.grant(ALICES, new Grant.Leave(GENERAL.stream()));
    world.post(GENERAL, "after");
    world.settle();

    Client again = world.open(ALICE).resume(Map.of(GENERAL, 0L, ALICES, 0L), 1, alice.token());

    assertThat(again.take()).containsExactly("own 1 grant", "gone " + GENERAL.name(), "resumed");
  }

  @Test
  void aForeignChannelAndOneThatNeverExistedAreGoneAlike() {
    world.post(RANDOM, "secret");

    Client alice = world.open(ALICE);
    alice
        .connection()
        .receive(new ClientFrame.Resume("1", 1, Map.of(RANDOM.name(), 0L, "nonsense", 0L), null));
    world.settle();

    assertThat(alice.take())
        .containsExactlyInAnyOrder("gone nonsense", "gone " + RANDOM.name(), "resumed");
  }

  @Test
  void joiningBringsTheChannelAtOnceFromWhereItWasJoined() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();
    world.post(RANDOM, "before");
    world.post(RANDOM, "after");

    world.grant(ALICES, new Grant.Join(RANDOM.stream(), 1));
    world.settle();
    world.post(RANDOM, "live");
    world.settle();

    assertThat(alice.take()).containsExactly("own 1 grant", "random 2 after", "random 3 live");
  }

  @Test
  void leavingEndsTheChannelAtOnce() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();

    world.grant(ALICES, new Grant.Leave(GENERAL.stream()));
    world.post(GENERAL, "secret");
    world.settle();

    assertThat(alice.take()).containsExactly("own 1 grant");
  }

  @Test
  void aGapIsReadAfterAWaitAndADuplicateIsDropped() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();
    Publication lost = world.commit(GENERAL, "a");

    world.post(GENERAL, "b");
    world.settle();
    assertThat(alice.take()).isEmpty();
    world.pass(Duration.ofMillis(60));
    world.publish(GENERAL, lost);
    world.settle();

    assertThat(alice.take()).containsExactly("general 1 a", "general 2 b");
    assertThat(world.count("events.duplicate")).isEqualTo(1);
  }

  @Test
  void aDigestUncoversALossThatNothingElseWouldShow() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();
    Publication lost = world.commit(GENERAL, "a");

    world.broker.publish(List.of(new Signal.Head(GENERAL, lost.offset())));
    world.pass(Duration.ofMillis(100));

    assertThat(alice.take()).containsExactly("general 1 a");
  }

  @Test
  void comparedHeadsUncoverALossToo() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();
    Publication lost = world.commit(GENERAL, "a");

    world.hub.compareHeads();
    world.settle();

    assertThat(alice.take()).containsExactly("general " + lost.offset() + " a");
  }

  @Test
  void textThatWasDeletedIsNotSentAgain() {
    Client bob = world.open(BOB).resume(Map.of());
    world.publish(GENERAL, world.truth.commit(GENERAL, "\"secret\"", 5, false, Grant.NONE));
    world.settle();
    world.publish(GENERAL, world.truth.commit(GENERAL, "\"deleted\"", 5, true, Grant.NONE));
    world.settle();

    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 0L));

    assertThat(bob.take()).contains("general 1 secret", "general 2 deleted");
    assertThat(alice.take()).containsExactly("general 1 {stub:5}", "general 2 deleted", "resumed");
  }

  @Test
  void aPositionThatIsNoLongerKeptGetsAResyncForThatStreamAlone() {
    for (int i = 0; i < 5; i++) {
      world.post(GENERAL, "m" + i);
    }
    world.truth.drop(GENERAL, 3);

    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 1L, ALICES, 0L));
    world.post(GENERAL, "live");
    world.settle();

    assertThat(alice.take())
        .containsExactly("resync general 5 too_old", "resumed", "general 6 live");
  }

  @Test
  void aPositionFromTheFutureGetsAResync() {
    world.post(GENERAL, "a");

    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 9L));

    assertThat(alice.take()).containsExactly("resync general 1 future", "resumed");
  }

  @Test
  void anotherEpochGetsAResyncForEveryStreamThatWasNamed() {
    world.post(GENERAL, "a");
    world.truth.grant(ALICES, RANDOM.stream());

    Client alice = world.open(ALICE).resume(Map.of(GENERAL, 1L, ALICES, 0L), 2, null);

    assertThat(alice.take())
        .containsExactlyInAnyOrder("resync own 0 epoch", "resync general 1 epoch", "resumed");
  }

  @Test
  void aSlowReaderGetsTheRestFromTheRingOrElseAResync() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();

    alice.full = true;
    world.post(GENERAL, "a");
    world.post(GENERAL, "b");
    world.settle();
    alice.full = false;
    alice.connection().drained();
    assertThat(alice.take()).containsExactly("general 1 a", "general 2 b");

    alice.full = true;
    for (int i = 0; i < 30; i++) {
      world.post(GENERAL, "m");
      world.settle();
    }
    alice.full = false;
    alice.connection().drained();
    assertThat(alice.take()).containsExactly("resync general 32 slow");
  }

  /// The queue is full when she is removed; what she lacks of the channel is from before and after.
  @Test
  void whoReadsSlowlyAndIsRemovedGetsNothingOfTheChannelAfterwards() {
    world.truth.grant(ALICES, RANDOM.stream());
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();

    alice.full = true;
    world.post(RANDOM, "before");
    world.settle();
    world.grant(ALICES, new Grant.Leave(RANDOM.stream()));
    world.settle();
    world.post(RANDOM, "after");
    world.post(GENERAL, "for all");
    world.settle();
    alice.full = false;
    alice.connection().drained();
    world.settle();

    assertThat(alice.take()).containsExactly("own 1 grant", "general 1 for all");
  }

  @Test
  void nothingOfAChannelIsSentWhileTheOwnStreamIsBehind() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();

    alice.full = true;
    world.grant(ALICES, new Grant.Leave(GENERAL.stream()));
    world.settle();
    alice.full = false;
    world.post(GENERAL, "after");
    world.settle();
    alice.connection().drained();
    world.settle();

    assertThat(alice.take()).containsExactly("own 1 grant");
  }

  @Test
  void aStreamCanBeRepairedAtAnyTime() {
    Client alice = world.open(ALICE).resume(Map.of());
    world.post(GENERAL, "a");
    world.post(GENERAL, "b");
    world.settle();
    alice.take();

    alice.resume(Map.of(GENERAL, 1L));

    assertThat(alice.take()).containsExactly("general 2 b", "resumed");
  }

  @Test
  void typingGoesToWhoShowsTheChannel() {
    Client alice = world.open(ALICE).resume(Map.of());
    Client bob = world.open(BOB).resume(Map.of());
    alice.take();
    bob.take();

    alice.connection().receive(new ClientFrame.Typing(GENERAL.name()));
    alice.connection().receive(new ClientFrame.Typing(GENERAL.name()));
    world.settle();
    assertThat(bob.take()).containsExactly("typing");

    bob.connection().receive(new ClientFrame.Focus(List.of(RANDOM.name())));
    world.pass(Duration.ofSeconds(4));
    alice.connection().receive(new ClientFrame.Typing(GENERAL.name()));
    world.settle();
    assertThat(bob.take()).isEmpty();
    assertThat(alice.take()).isEmpty();
  }

  @Test
  void typingIsForMembersAndAfterResume() {
    Client alice = world.open(ALICE);
    alice.connection().receive(new ClientFrame.Typing(GENERAL.name()));
    alice.connection().receive(new ClientFrame.Focus(List.of(GENERAL.name())));
    assertThat(alice.take()).hasSize(2).allMatch(frame -> frame.contains("resume_first"));
    alice.connection().receive(new ClientFrame.Ping("1"));
    assertThat(alice.take().getFirst()).contains("pong");
    alice.resume(Map.of());
    alice.connection().receive(new ClientFrame.Typing(RANDOM.name()));

    assertThat(alice.take().getLast()).contains("channel_not_found");
  }

  @Test
  void aNewEpochClosesEveryConnection() {
    Client alice = world.open(ALICE).resume(Map.of());
    alice.take();
    world.hub.start();

    world.truth.setEpoch(2);
    world.pass(Duration.ofSeconds(2));

    assertThat(alice.take()).containsExactly("close 4003");
  }
}
