package dev.parley.gateway.hub;

import dev.parley.fanout.Broker;
import dev.parley.fanout.EventSource.Backfill;
import dev.parley.kernel.StreamKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects what streams need to read, and reads it for many streams at once: while as many reads
/// are under way as allowed, further needs gather. A stream that has no subscription yet is
/// subscribed before it is read.
///
/// Confined to the loop of its hub, but for the part that runs on the executor for blocking work.
final class Reads {
  private static final Logger log = LoggerFactory.getLogger(Reads.class);
  private static final int MAX_STREAMS = 256;

  /// Greater than any offset, so that any real need replaces it.
  private static final long SUBSCRIBE_ONLY = Long.MAX_VALUE;

  private final Hub hub;
  private final StreamReader reader;
  private final Map<LiveStream, Long> needs = new LinkedHashMap<>();
  private boolean startQueued;
  private int underWay;

  Reads(Hub hub) {
    this.hub = hub;
    this.reader = new StreamReader(hub);
  }

  /// Asks for the events of a stream after an offset; asked again, the lower offset counts.
  void request(LiveStream stream, long after) {
    needs.merge(stream, after, Math::min);
    if (!startQueued) {
      startQueued = true;
      hub.loop.execute(this::start);
    }
  }

  /// Subscribes a stream that is not to be read yet.
  void subscribe(LiveStream stream) {
    if (stream.needsSubscription() && !stream.isReading()) {
      request(stream, SUBSCRIBE_ONLY);
    }
  }

  private void start() {
    startQueued = false;
    while (underWay < hub.config.readsAtOnce() && !needs.isEmpty()) {
      Map<LiveStream, Long> batch = takeBatch();
      if (batch.isEmpty()) {
        continue;
      }
      underWay++;
      List<LiveStream> unsubscribed = new ArrayList<>();
      for (LiveStream stream : batch.keySet()) {
        stream.onReadBegins();
        if (stream.needsSubscription()) {
          unsubscribed.add(stream);
        }
      }
      hub.background(() -> run(batch, unsubscribed));
    }
  }

  /// Takes needs of one workspace.
  private Map<LiveStream, Long> takeBatch() {
    Map<LiveStream, Long> batch = new LinkedHashMap<>();
    long workspace = 0;
    Iterator<Map.Entry<LiveStream, Long>> all = needs.entrySet().iterator();
    while (all.hasNext() && batch.size() < MAX_STREAMS) {
      Map.Entry<LiveStream, Long> need = all.next();
      LiveStream stream = need.getKey();
      if (stream.isClosed()) {
        all.remove();
      } else if (workspace == 0 || workspace == stream.key.workspace()) {
        workspace = stream.key.workspace();
        batch.put(stream, need.getValue());
        all.remove();
      }
    }
    return batch;
  }

  /// Runs on the executor for blocking work.
  private void run(Map<LiveStream, Long> batch, List<LiveStream> unsubscribed) {
    Map<LiveStream, Broker.Subscription> subscriptions = new HashMap<>();
    StreamReader.Result result;
    try {
      for (LiveStream stream : unsubscribed) {
        subscriptions.put(stream, hub.subscribe(stream));
      }
      result = reader.read(named(batch));
    } catch (RuntimeException | Error e) {
      log.atWarn()
          .addKeyValue("event", "gateway_subscription_failed")
          .addKeyValue("streams", batch.size())
          .setCause(e)
          .log("Streams could not be subscribed; trying again.");
      result = new StreamReader.Result(Map.of(), named(batch).keySet());
    }
    StreamReader.Result read = result;
    hub.loop.execute(() -> finish(batch, subscriptions, read));
  }

  /// The streams to be read, each after an offset.
  private static Map<StreamKey, Long> named(Map<LiveStream, Long> batch) {
    Map<StreamKey, Long> after = new LinkedHashMap<>();
    batch.forEach(
        (stream, offset) -> {
          if (offset != SUBSCRIBE_ONLY) {
            after.put(stream.key, offset);
          }
        });
    return after;
  }

  private void finish(
      Map<LiveStream, Long> batch,
      Map<LiveStream, Broker.Subscription> subscriptions,
      StreamReader.Result read) {
    underWay--;
    subscriptions.forEach(
        (stream, subscription) -> {
          if (stream.isClosed()) {
            hub.unsubscribe(subscription);
          } else {
            stream.subscribed(subscription);
          }
        });
    batch.forEach(
        (stream, after) -> {
          try {
            tell(stream, after, read);
          } catch (RuntimeException | Error e) {
            log.atError()
                .addKeyValue("event", "gateway_stream_failed")
                .addKeyValue("stream", stream.key)
                .setCause(e)
                .log("What was read of a stream could not be handed on.");
          }
        });
    if (!needs.isEmpty()) {
      start();
    }
  }

  private static void tell(LiveStream stream, long after, StreamReader.Result read) {
    Backfill fill = read.fills().get(stream.key);
    if (after == SUBSCRIBE_ONLY) {
      stream.onSubscribed();
    } else if (fill != null) {
      stream.onRead(after, fill);
    } else if (read.failed().contains(stream.key)) {
      stream.onReadFailed();
    } else {
      stream.onLeftOut(after);
    }
  }
}
