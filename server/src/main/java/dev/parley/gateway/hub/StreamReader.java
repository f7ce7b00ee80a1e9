package dev.parley.gateway.hub;

import dev.parley.fanout.EventSource.Backfill;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads streams of one workspace. If that fails for all together, each is read by itself, so that
/// an event that cannot be read stops its own stream alone: what follows is given up there, and
/// clients fetch the state anew.
///
/// Runs on the executor for blocking work; may be used by many threads.
final class StreamReader {
  private static final Logger log = LoggerFactory.getLogger(StreamReader.class);
  private static final long HEAD_ONLY = Long.MAX_VALUE;

  private final Hub hub;

  StreamReader(Hub hub) {
    this.hub = hub;
  }

  /// What was read.
  ///
  /// @param failed streams that could not be read now; those that are in neither had no room
  record Result(Map<StreamKey, Backfill> fills, Set<StreamKey> failed) {}

  /// Reads what follows given offsets.
  Result read(Map<StreamKey, Long> after) {
    if (after.isEmpty()) {
      return new Result(Map.of(), Set.of());
    }
    try {
      return new Result(ask(after), Set.of());
    } catch (Refusal e) {
      return new Result(Map.of(), notNow(after.keySet(), e));
    } catch (RuntimeException | Error e) {
      log.atWarn()
          .addKeyValue("event", "gateway_read_failed")
          .addKeyValue("streams", after.size())
          .setCause(e)
          .log("Streams could not be read together; reading them one by one.");
      return readEach(after);
    }
  }

  private Result readEach(Map<StreamKey, Long> after) {
    Map<StreamKey, Backfill> fills = new HashMap<>();
    Set<StreamKey> left = new HashSet<>(after.keySet());
    for (Map.Entry<StreamKey, Long> entry : after.entrySet()) {
      StreamKey stream = entry.getKey();
      try {
        fills.put(stream, readOne(stream, entry.getValue()));
        left.remove(stream);
      } catch (RuntimeException | Error e) {
        // Not that stream's fault: its head cannot be read either.
        return new Result(fills, notNow(left, e));
      }
    }
    return new Result(fills, left);
  }

  private Backfill readOne(StreamKey stream, long after) {
    try {
      return only(ask(Map.of(stream, after)));
    } catch (RuntimeException | Error e) {
      long head = only(ask(Map.of(stream, HEAD_ONLY))).head();
      hub.metrics.unreadable();
      log.atError()
          .addKeyValue("event", "gateway_stream_unreadable")
          .addKeyValue("stream", stream)
          .addKeyValue("after", after)
          .setCause(e)
          .log("Events of a stream cannot be read; clients are to fetch its state anew.");
      return new Backfill(List.of(), head, true);
    }
  }

  private static Backfill only(Map<StreamKey, Backfill> fills) {
    return fills.values().iterator().next();
  }

  private Map<StreamKey, Backfill> ask(Map<StreamKey, Long> after) {
    hub.metrics.read();
    HubConfig.Replay bounds = hub.config.replay();
    return hub.services
        .events()
        .read(
            after.keySet().iterator().next().workspaceId(),
            after,
            bounds.events(),
            bounds.eventsARead());
  }

  private static Set<StreamKey> notNow(Set<StreamKey> streams, Throwable cause) {
    log.atWarn()
        .addKeyValue("event", "gateway_read_failed")
        .addKeyValue("streams", streams.size())
        .setCause(cause)
        .log("Streams could not be read; trying again.");
    return streams;
  }
}
