package dev.parley.gateway.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One message from a client. An `id` is kept as the JSON literal it came as, to be echoed in
/// `reply_to`.
public sealed interface ClientFrame {

  /// Subscribe to everything the person may see and send what is missing.
  ///
  /// @param streams the offsets the client holds, by the stream names it used, in its order
  record Resume(String id, long epoch, Map<String, Long> streams, @Nullable String token)
      implements ClientFrame {}

  /// A sign of life.
  record Ping(String id) implements ClientFrame {}

  /// The person is typing in a channel.
  record Typing(String channel) implements ClientFrame {}

  /// The channels on screen.
  record Focus(List<String> channels) implements ClientFrame {}

  /// The people on screen, of whom the client wants to know whether they are there.
  record Presence(List<String> users) implements ClientFrame {}

  /// A frame that is refused with an `error`; the connection stays.
  record Refused(FrameError error, @Nullable String id) implements ClientFrame {}
}
