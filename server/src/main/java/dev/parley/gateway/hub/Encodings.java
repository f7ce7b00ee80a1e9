package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import dev.parley.gateway.rtm.RtmEvent;
import dev.parley.gateway.rtm.RtmTranslator;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.kernel.StreamKey;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes to an audience at once, in the words its receivers understand: each encoding is made
/// once, when the first connection that needs it is offered it. Closed after the last was.
///
/// Confined to the loop of its hub.
final class Encodings implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Encodings.class);

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

  /// Events of a stream.
  ///
  /// @param words keeps what earlier ones said
  static Encodings of(Hub hub, StreamKey stream, List<Publication> events, RtmTranslator words) {
    return new Encodings(
        hub.encoder,
        () -> events.stream().map(event -> text(stream, event)).toList(),
        () -> {
          long now = hub.loop.wallMillis() * 1_000;
          return events.stream().flatMap(event -> translate(words, event, now).stream()).toList();
        });
  }

  private static byte[] text(StreamKey stream, Publication publication) {
    long offset = publication.offset();
    return ServerFrames.event(stream, offset, offset - 1, publication.event());
  }

  /// One that cannot be translated is left out: the others are not to wait for it.
  private static List<RtmEvent> translate(RtmTranslator words, Publication event, long micros) {
    try {
      return words.translate(event.event(), micros);
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("event", "rtm_event_not_translated")
          .addKeyValue("offset", event.offset())
          .setCause(e)
          .log("An event cannot be told in Slack's words.");
      return List.of();
    }
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
