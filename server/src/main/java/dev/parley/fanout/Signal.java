package dev.parley.fanout;

import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;

/// What a broker carries on a stream.
public sealed interface Signal {

  /// The stream it belongs to.
  StreamKey stream();

  /// One committed event. A broker keeps the order of one publisher's events per stream as far as
  /// it can; a gateway relies on offsets alone.
  record Event(StreamKey stream, Publication publication) implements Signal {}

  /// Something that is worth nothing a few seconds later, such as typing: never stored or repeated.
  ///
  /// @param frame the complete frame, UTF-8 JSON
  /// @param exceptUser number of the user whose own connections do not get it, or 0
  record Ephemeral(StreamKey stream, byte[] frame, long exceptUser) implements Signal {}

  /// The offset of the stream's newest event, told by whoever moved it. Uncovers lost publications.
  record Head(StreamKey stream, long offset) implements Signal {}

  /// Something changed about whether a person is there: who needs it is to look. Travels on their
  /// workspace's stream.
  record Presence(StreamKey stream, UserId user) implements Signal {}

  /// Connections of a user are to be closed; travels on that user's stream.
  ///
  /// @param session the one session to end, or 0 for all of them
  /// @param closeCode the code to close with, 4200 to 4299
  record EndSession(StreamKey stream, long session, int closeCode) implements Signal {}
}
