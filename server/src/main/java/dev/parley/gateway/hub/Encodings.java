package dev.parley.gateway.hub;

import dev.parley.gateway.rtm.RtmEvent;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What goes to an audience at once, in the words its receivers understand: each encoding is made
/// once, when the first connection that needs it is offered it. Closed after the last was.
///
/// Confined to the loop of its hub.
final class Encodings implements AutoCloseable {
  private final Frame.Encoder encoder;
  private final Supplier<List<byte[]>> texts;
  private final Supplier<List<RtmEvent>> translation;
  private @Nullable Frame own;
  private @Nullable List<RtmEvent> translated;
  private @Nullable Frame rtm;

  Encodings(
      Frame.Encoder encoder, Supplier<List<byte[]>> texts, Supplier<List<RtmEvent>> translation) {
    this.encoder = encoder;
    this.texts = texts;
    this.translation = translation;
  }

  /// In the words of `docs/protocol.md`.
  Frame own() {
    Frame present = own;
    if (present == null) {
      present = encoder.encode(texts.get());
      own = present;
    }
    return present;
  }

  /// In Slack's words, one by one; may be nothing.
  List<RtmEvent> translated() {
    List<RtmEvent> present = translated;
    if (present == null) {
      present = translation.get();
      translated = present;
    }
    return present;
  }

  /// In Slack's words, together; only if there is something.
  Frame rtm() {
    Frame present = rtm;
    if (present == null) {
      present = encoder.encode(translated().stream().map(RtmEvent::json).toList());
      rtm = present;
    }
    return present;
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
    if (rtm != null) {
      rtm.close();
    }
  }
}
