package dev.parley.gateway.hub;

import dev.parley.fanout.Broker;
import dev.parley.kernel.StreamKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The streams that a hub holds: each is made when it is first needed, and ended when nobody has
/// received it for a while.
///
/// Confined to the loop of its hub.
final class Streams {
  private final Hub hub;
  private final Hub.StreamMaker maker;
  private final Map<StreamKey, LiveStream> streams = new HashMap<>();
  private final LinkedHashMap<LiveStream, Long> idleSince = new LinkedHashMap<>();
  private final Set<LiveStream> stretched = new HashSet<>();
  final RingBudget budget;

  Streams(Hub hub, Hub.StreamMaker maker) {
    this.hub = hub;
    this.budget = new RingBudget(hub.config.rings().bytesOfAll());
    this.maker = maker;
  }

  LiveStream get(StreamKey key) {
    LiveStream present = streams.get(key);
    if (present == null) {
      present = maker.make(hub, key, new Ring(hub.config, budget));
      streams.put(key, present);
      idle(present);
    }
    return present;
  }

  /// The stream if it is held here.
  @Nullable LiveStream present(StreamKey key) {
    return streams.get(key);
  }

  int size() {
    return streams.size();
  }

  void forEach(Consumer<LiveStream> action) {
    streams.values().forEach(action);
  }

  /// Takes note that nobody receives a stream; if that stays so it is ended.
  void idle(LiveStream stream) {
    idleSince.putIfAbsent(stream, hub.loop.uptimeMillis());
  }

  /// Ends the streams that nobody has received for long enough.
  void endIdle() {
    long oldest = hub.loop.uptimeMillis() - hub.config.linger().toMillis();
    while (!idleSince.isEmpty() && idleSince.firstEntry().getValue() <= oldest) {
      LiveStream stream = idleSince.pollFirstEntry().getKey();
      if (stream.audience.isEmpty()) {
        streams.remove(stream.key, stream);
        end(stream);
      }
    }
  }

  /// Takes note that a stream is read: its ring may hold more for a while.
  void stretched(LiveStream stream) {
    stretched.add(stream);
  }

  /// Gives up what rings hold for replays that are over; and, while all together hold too much,
  /// more and more of the rest: that of streams which nobody receives first.
  void shrinkRings() {
    stretched.removeIf(LiveStream::shrinkIfIdle);
    if (budget.isShort()) {
      idleSince.keySet().stream()
          .filter(stream -> stream.audience.isEmpty())
          .forEach(LiveStream::halveRing);
    }
    if (budget.isSpent()) {
      streams.values().forEach(LiveStream::halveRing);
    }
  }

  void endAll() {
    streams.values().forEach(this::end);
    streams.clear();
    idleSince.clear();
    stretched.clear();
  }

  private void end(LiveStream stream) {
    stretched.remove(stream);
    Broker.Subscription subscription = stream.close();
    if (subscription != null) {
      hub.unsubscribe(subscription);
    }
  }
}
