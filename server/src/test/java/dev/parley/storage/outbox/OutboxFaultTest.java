package dev.parley.storage.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fanout.MemoryBroker;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.fanout.Signal;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.outbox.OutboxStore.RowKey;
import dev.parley.storage.writer.CommittedEvent;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.Eventually;
import dev.parley.testkit.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Events that cannot be published, and those behind them.
@Tag("store")
@ExtendWith(TestPostgres.class)
final class OutboxFaultTest {
  private static final StreamKey STREAM = new StreamKey(4, 41);

  private final List<Long> offsets = new CopyOnWriteArrayList<>();

  private void hear(Signal signal) {
    if (signal instanceof Signal.Event event) {
      offsets.add(event.publication().offset());
    }
  }

  @Test
  void aBatchThatCannotBeEncodedIsLeftToTheRelayAndOthersArePublished() {
    MemoryBroker broker = new MemoryBroker();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (OutboxPublisher publisher = new OutboxPublisher(broker, meters);
        var _ = broker.subscribe(STREAM, this::hear)) {
      for (int i = 1; i <= 3; i++) {
        int offset = i;
        publisher.committed(
            i,
            Set.of(4L),
            List.of(new CommittedEvent(STREAM, offset, () -> publication(offset, offset == 2))));
      }

      Eventually.holds(() -> assertThat(offsets).containsExactly(1L, 3L));
      Eventually.holds(() -> assertThat(publisher.isOurs(new RowKey(4, 2))).isFalse());
      assertThat(publisher.isOurs(new RowKey(4, 1))).isTrue();
      assertThat(meters.counter("parley.outbox.failures").count()).isEqualTo(1);
    }
  }

  private static Publication publication(long offset, boolean fails) {
    if (fails) {
      throw new StackOverflowError("planted");
    }
    byte[] empty = {'{', '}'};
    return new Publication(offset, empty, 0, false, empty, Grant.NONE);
  }

  @Test
  void aRowThatCannotBeReadHoldsUpNoOther(TestPostgres.Cluster cluster) throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster)) {
      WorkspaceId keyless = core.newWorkspace();
      UserId bob = core.newUser(keyless, "bob");
      ChannelId sealedOff = core.newChannel(keyless, "general", bob);
      WorkspaceId acme = core.newWorkspace();
      UserId alice = core.newUser(acme, "alice");
      ChannelId channel = core.newChannel(acme, "general", alice);
      core.publisher.close();
      try (var _ = core.broker.subscribe(StreamKey.of(acme, channel), this::hear);
          CoreFixture doomed = core.secondNode()) {
        doomed.publisher.close();
        doomed.relay.close();
        var _ = doomed.post(keyless, sealedOff, bob, "cannot be opened any more");
        core.keys.destroy(keyless);
        var _ = doomed.post(acme, channel, alice, "behind it");

        Eventually.holds(() -> assertThat(offsets).isNotEmpty());
        Eventually.holds(
            () ->
                assertThat(core.meters.counter("parley.outbox.relay.failures").count())
                    .isPositive());
      }
    }
  }

  @Test
  void aRowThatFailsIsTriedLessAndLessOften() {
    SetAside aside = new SetAside();
    RowKey row = new RowKey(4, 1);
    aside.add(row, 0);
    assertThat(aside.until(499_000_000)).containsExactly(row);
    assertThat(aside.until(500_000_000)).isEmpty();

    for (int i = 0; i < 20; i++) {
      aside.add(row, 0);
    }
    assertThat(aside.until(63_000_000_000L)).containsExactly(row);
    assertThat(aside.until(64_000_000_000L)).isEmpty();

    aside.remove(row);
    assertThat(aside.until(0)).isEmpty();
  }
}
