package dev.parley.fanout;

import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The stored truth behind the streams, as a gateway asks for it. Calls block (they read the
/// database): never call them on an event loop.
public interface EventSource {

  /// The present epoch of all positions: changes only when history was lost. Cheap; does not block
  /// and may be called by any thread.
  long epoch();

  /// Reads events of several streams of one workspace after given offsets, oldest first, as they
  /// would be published now (an event made obsolete since then comes as its stub).
  ///
  /// Answers for every stream asked, also for one that never had an event (head 0), but for those
  /// that would make it too many events: they are left out and to be asked for again. At least one
  /// is answered. An offset at or beyond the head, such as `Long.MAX_VALUE`, yields no events and
  /// the head.
  ///
  /// @param after the last offset the asker has, by stream; at most 256 streams
  /// @param limit at most so many events a stream
  /// @param total about so many events in all
  Map<StreamKey, Backfill> read(
      WorkspaceId workspace, Map<StreamKey, Long> after, int limit, int total);

  /// Which channels a person receives, and at which offset of their own stream this was so. Also
  /// the present heads of the user's, the workspace's and these channels' streams, read at one
  /// instant.
  Grants grants(WorkspaceId workspace, UserId user);

  /// Events of a stream.
  ///
  /// @param events contiguous; the first is the one after the asked offset
  /// @param head the newest offset there is
  /// @param tooOld whether the event after the asked offset is no longer kept
  record Backfill(List<Publication> events, long head, boolean tooOld) {
    /// Whether the events, if there are any, are those right after an offset.
    public boolean follows(long after) {
      return events.isEmpty()
          || (events.getFirst().offset() == after + 1
              && events.getLast().offset() == after + events.size());
    }
  }

  /// What a person receives.
  ///
  /// @param channels numbers of the channels, and of the workspace if they receive its stream
  /// @param heads newest offsets of all streams in question, the user's own included
  record Grants(Set<Long> channels, Map<StreamKey, Long> heads) {}
}
