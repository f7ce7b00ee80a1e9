package dev.parley.fanout;

import org.jspecify.annotations.Nullable;

/// One event of a stream as gateways need it. Two publications of the same stream and offset are
/// the same event.
///
/// @param offset the event's place in its stream, from 1, without gaps
/// @param event the event, one JSON object in UTF-8, complete but for the frame around it
/// @param subject the `ts` in microseconds of the message this event is about, or 0
/// @param supersedes whether earlier events of the stream with the same subject are obsolete now:
///     gateways replace what they keep of them, each by its own stub
/// @param stub what stands in for this event, at the same offset, once a later one made it obsolete
///     (JSON like `event`, without any text); null if that cannot happen
/// @param grant how this event changes which channel streams the stream's owner receives
public record Publication(
    long offset,
    byte[] event,
    long subject,
    boolean supersedes,
    byte @Nullable [] stub,
    Grant grant) {

  public Publication {
    if (offset <= 0) {
      throw new IllegalArgumentException("offset: " + offset + " (expected: > 0)");
    }
  }

  /// What stands in for this event once a later one made it obsolete: its stub at the same offset,
  /// or itself if it has none.
  public Publication obsolete() {
    return stub == null ? this : new Publication(offset, stub, subject, supersedes, null, grant);
  }

  /// A change of what the owner of a user stream may receive, carried by an event of that stream.
  public sealed interface Grant {

    /// The event changes nothing.
    record None() implements Grant {}

    /// From now on the owner receives this channel, or the workspace's stream by its number,
    /// starting after the given offset.
    record Join(long channel, long afterOffset) implements Grant {}

    /// From now on the owner no longer receives this channel or the workspace's stream.
    record Leave(long channel) implements Grant {}

    /// The one value of [None].
    Grant NONE = new None();
  }
}
