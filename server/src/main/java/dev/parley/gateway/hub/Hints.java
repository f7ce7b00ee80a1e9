package dev.parley.gateway.hub;

import dev.parley.fanout.Signal;
import dev.parley.gateway.wire.FrameError;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a client tells by the way, good for moments: where its person types, and which channels and
/// people are on screen.
///
/// Confined to the loop of its hub.
final class Hints {
  private static final long TYPING_EVERY_MILLIS = 3_000;
  private static final int TYPING_CHANNELS = 8;

  private final Connection connection;
  private final Map<Long, Long> typedAt = new HashMap<>();
  private long @Nullable [] shown;

  Hints(Connection connection) {
    this.connection = connection;
  }

  /// Tells the others of a channel that the person is typing, once per 3 s and channel; or says why
  /// not.
  Optional<FrameError> type(String name) {
    if (!connection.hasResumed()) {
      return Optional.of(FrameError.RESUME_FIRST);
    }
    Hub hub = connection.hub;
    Optional<ChannelId> channel = ChannelId.parse(name);
    StreamKey own = connection.own.key;
    StreamKey key = channel.map(id -> connection.channel(id.value())).orElse(own);
    LiveStream stream = hub.streams.present(key);
    if (channel.isEmpty() || stream == null || !connection.subscriptions.contains(stream)) {
      return Optional.of(FrameError.CHANNEL_NOT_FOUND);
    }
    if (mayType(key.stream(), hub.loop.uptimeMillis())) {
      byte[] frame = ServerFrames.typing(channel.get(), new UserId(own.stream()));
      hub.publish(new Signal.Ephemeral(key, frame, own.stream()));
    }
    return Optional.empty();
  }

  private boolean mayType(long channel, long now) {
    typedAt.values().removeIf(at -> now - at >= TYPING_EVERY_MILLIS);
    return typedAt.size() < TYPING_CHANNELS && typedAt.putIfAbsent(channel, now) == null;
  }

  /// Takes note of what is on screen, or says why not.
  Optional<FrameError> focus(List<String> channels) {
    if (!connection.hasResumed()) {
      return Optional.of(FrameError.RESUME_FIRST);
    }
    shown =
        channels.stream()
            .flatMap(name -> ChannelId.parse(name).stream())
            .mapToLong(ChannelId::value)
            .toArray();
    return Optional.empty();
  }

  /// Takes note of whom the client wants to be told whether they are there, or says why not.
  Optional<FrameError> watch(List<String> users) {
    if (!connection.hasResumed()) {
      return Optional.of(FrameError.RESUME_FIRST);
    }
    connection.hub.presences.watch(
        connection, users.stream().flatMap(name -> UserId.parse(name).stream()).toList());
    return Optional.empty();
  }

  /// Whether a channel is on screen, for all that is known.
  boolean shows(long channel) {
    long[] all = shown;
    if (all == null) {
      return true;
    }
    for (long candidate : all) {
      if (candidate == channel) {
        return true;
      }
    }
    return false;
  }
}
