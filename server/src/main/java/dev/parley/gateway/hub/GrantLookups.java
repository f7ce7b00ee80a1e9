package dev.parley.gateway.hub;

import dev.parley.fanout.EventSource.Grants;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks up what people may receive, a few at a time. Each lookup is repeated until it succeeds or
/// its connection is gone.
///
/// Confined to the loop of its hub, but for the part that runs on the executor for blocking work.
final class GrantLookups {
  private static final Logger log = LoggerFactory.getLogger(GrantLookups.class);
  private static final long RETRY_MILLIS = 500;

  private record Wanted(Connection connection, Consumer<Grants> then) {}

  private final Hub hub;
  private final ArrayDeque<Wanted> waiting = new ArrayDeque<>();
  private int underWay;

  GrantLookups(Hub hub) {
    this.hub = hub;
  }

  /// Looks up what the person of a connection may receive, and tells it on the loop.
  void request(Connection connection, Consumer<Grants> then) {
    waiting.add(new Wanted(connection, then));
    start();
  }

  private void start() {
    while (underWay < hub.config.grantsAtOnce() && !waiting.isEmpty()) {
      Wanted wanted = waiting.remove();
      if (!wanted.connection().isClosed()) {
        underWay++;
        hub.background(() -> run(wanted));
      }
    }
  }

  /// Runs on the executor for blocking work.
  private void run(Wanted wanted) {
    StreamKey own = wanted.connection().own.key;
    Grants grants = null;
    try {
      hub.metrics.lookup();
      grants = hub.services.events().grants(own.workspaceId(), new UserId(own.stream()));
    } catch (RuntimeException | Error e) {
      log.atWarn()
          .addKeyValue("event", "gateway_grants_failed")
          .addKeyValue("workspace", own.workspaceId())
          .setCause(e)
          .log("Grants could not be looked up; trying again.");
    }
    Grants found = grants;
    hub.loop.execute(() -> finish(wanted, found));
  }

  private void finish(Wanted wanted, @Nullable Grants found) {
    underWay--;
    try {
      if (found != null) {
        wanted.then().accept(found);
      } else if (!wanted.connection().isClosed()) {
        hub.loop.schedule(RETRY_MILLIS, () -> request(wanted.connection(), wanted.then()));
      }
    } finally {
      start();
    }
  }
}
