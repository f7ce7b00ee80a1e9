package dev.parley.gateway.rtm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message from an RTM client. An `id` is kept as the JSON value it came as, to be echoed in
/// `reply_to`.
public sealed interface RtmFrame {

  /// Posts a text.
  record Message(@Nullable JsonNode id, String channel, String text, @Nullable String threadTs)
      implements RtmFrame {}

  /// A sign of life.
  ///
  /// @param echo what came beside `type` and `id`
  record Ping(@Nullable JsonNode id, ObjectNode echo) implements RtmFrame {}

  /// The person is typing in a channel.
  record Typing(String channel) implements RtmFrame {}

  /// Wants to hear when these people come and go, and of nobody else.
  record PresenceSub(List<String> ids) implements RtmFrame {}

  /// Wants to know who of these is there.
  record PresenceQuery(List<String> ids) implements RtmFrame {}

  /// A frame that is refused; the connection stays.
  record Refused(RtmError error, @Nullable JsonNode id) implements RtmFrame {}
}
