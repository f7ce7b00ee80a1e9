package dev.parley.storage.outbox;

import dev.parley.fanout.Broker;
import dev.parley.fanout.EventSource;
import dev.parley.fanout.Signal;
import dev.parley.kernel.StreamKey;
import dev.parley.storage.outbox.OutboxStore.Place;
import dev.parley.storage.outbox.OutboxStore.Row;
import dev.parley.storage.outbox.OutboxStore.RowKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Clears the outbox: deletes rows that were published and publishes those that whoever committed
/// them left behind, within two seconds of the crash. A row that cannot be published is counted and
/// tried again less and less often; it holds up no other. Runs on a thread of its own.
public final class OutboxRelay implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final double LEFT_BEHIND_SECONDS = 1.0;
  private static final long PERIOD_MILLIS = 500;
  private static final int ROWS = 100;
  private static final int EVENTS = 1_000;

  private final OutboxStore store;
  private final OutboxPublisher publisher;
  private final EventSource events;
  private final Broker broker;
  private final Counter relayed;
  private final Counter failures;
  private final SetAside setAside = new SetAside();
  private final ScheduledExecutorService timer;

  public OutboxRelay(
      DataSource relay,
      OutboxPublisher publisher,
      EventSource events,
      Broker broker,
      MeterRegistry meters) {
    this.store = new OutboxStore(relay);
    this.publisher = publisher;
    this.events = events;
    this.broker = broker;
    this.relayed = meters.counter("parley.outbox.relayed");
    this.failures = meters.counter("parley.outbox.relay.failures");
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-relay").daemon(true).factory());
    var _ =
        timer.scheduleWithFixedDelay(
            this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      publisher.publishHeads();
      Set<RowKey> published = publisher.takePublished();
      if (!published.isEmpty()) {
        store.delete(published);
      }
      relayLeftBehind();
    } catch (SQLException | RuntimeException | Error e) {
      log.atWarn().addKeyValue("event", "relay_failed").setCause(e).log();
    }
  }

  private void relayLeftBehind() throws SQLException {
    long now = System.nanoTime();
    List<Row> rows =
        store.olderThan(LEFT_BEHIND_SECONDS, setAside.until(now), ROWS).stream()
            .filter(row -> !publisher.isOurs(row.key()))
            .toList();
    for (Row row : rows) {
      try {
        publish(row);
      } catch (RuntimeException | Error e) {
        failures.increment();
        setAside.add(row.key(), now);
        log.atWarn().addKeyValue("event", "row_not_relayed").setCause(e).log();
        continue;
      }
      setAside.remove(row.key());
      store.delete(List.of(row.key()));
      relayed.increment();
    }
  }

  private void publish(Row row) {
    Map<StreamKey, Long> first = new HashMap<>();
    Map<StreamKey, Long> last = new HashMap<>();
    for (Place place : row.places()) {
      first.merge(place.stream(), place.offset() - 1, Math::min);
      last.merge(place.stream(), place.offset(), Math::max);
    }
    List<Signal> signals = new ArrayList<>();
    events
        .read(row.places().getFirst().stream().workspaceId(), first, EVENTS, Integer.MAX_VALUE)
        .forEach(
            (stream, backfill) ->
                backfill.events().stream()
                    .filter(event -> event.offset() <= last.getOrDefault(stream, 0L))
                    .forEach(event -> signals.add(new Signal.Event(stream, event))));
    broker.publish(signals);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
