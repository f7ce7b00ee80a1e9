package dev.parley.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.fanout.EventSource;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The truth of a small world in memory. Safe for use by many threads.
public final class MemoryEventSource implements EventSource {
  private final Map<StreamKey, List<Publication>> events = new HashMap<>();
  private final Map<StreamKey, Long> dropped = new HashMap<>();
  private final Map<StreamKey, Set<Long>> channels = new HashMap<>();
  private final Map<StreamKey, Long> unreadable = new HashMap<>();
  private boolean away;
  private long epoch = 1;
  private int reads;
  private int lookups;

  /// Appends the next event of a stream, as a commit would; obsolete ones become stubs.
  public synchronized Publication commit(
      StreamKey stream, String json, long subject, boolean supersedes, Publication.Grant grant) {
    List<Publication> list = events.computeIfAbsent(stream, key -> new ArrayList<>());
    if (supersedes) {
      list.replaceAll(earlier -> earlier.subject() == subject ? earlier.obsolete() : earlier);
    }
    byte[] stub = ("{\"stub\":" + subject + "}").getBytes(UTF_8);
    Publication next =
        new Publication(list.size() + 1L, json.getBytes(UTF_8), subject, supersedes, stub, grant);
    list.add(next);
    Set<Long> granted = channels.computeIfAbsent(stream, key -> new HashSet<>());
    switch (grant) {
      case Publication.Grant.Join join -> granted.add(join.channel());
      case Publication.Grant.Leave leave -> granted.remove(leave.channel());
      case Publication.Grant.None none -> {}
    }
    return next;
  }

  public Publication commit(StreamKey stream, String json) {
    return commit(stream, json, 0, false, Publication.Grant.NONE);
  }

  /// Drops events up to an offset, as retention would.
  public synchronized void drop(StreamKey stream, long upTo) {
    dropped.put(stream, upTo);
  }

  /// Nothing can be read for a while.
  public synchronized void setAway(boolean now) {
    away = now;
  }

  /// From now on one event of a stream cannot be read.
  public synchronized void spoil(StreamKey stream, long offset) {
    unreadable.put(stream, offset);
  }

  /// Loses the newest events of a stream, as a bad failover would.
  public synchronized void truncate(StreamKey stream, long to) {
    List<Publication> list = events.getOrDefault(stream, List.of());
    while (list.size() > to) {
      list.removeLast();
    }
  }

  public synchronized Set<Long> granted(StreamKey user) {
    return Set.copyOf(channels.getOrDefault(user, Set.of()));
  }

  public synchronized void grant(StreamKey user, long channel) {
    channels.computeIfAbsent(user, key -> new HashSet<>()).add(channel);
  }

  public synchronized void setEpoch(long next) {
    epoch = next;
  }

  public synchronized int reads() {
    return reads;
  }

  public synchronized int lookups() {
    return lookups;
  }

  public synchronized long head(StreamKey stream) {
    return events.getOrDefault(stream, List.of()).size();
  }

  public synchronized List<Publication> all(StreamKey stream) {
    return List.copyOf(events.getOrDefault(stream, List.of()));
  }

  private void failIfAway() {
    if (away) {
      throw new LinkageError("planted");
    }
  }

  @Override
  public synchronized long epoch() {
    return epoch;
  }

  @Override
  public synchronized Map<StreamKey, Backfill> read(
      WorkspaceId workspace, Map<StreamKey, Long> after, int limit, int total) {
    reads++;
    failIfAway();
    int[] room = {total};
    Map<StreamKey, Backfill> fills = new HashMap<>();
    after.forEach(
        (stream, offset) -> {
          if (offset < Math.min(unreadable.getOrDefault(stream, 0L), head(stream))) {
            throw new LinkageError("planted");
          }
          List<Publication> list = events.getOrDefault(stream, List.of());
          boolean tooOld = offset < dropped.getOrDefault(stream, 0L);
          int from = (int) Math.min(offset, list.size());
          int to = Math.min(list.size(), from + limit);
          List<Publication> part = tooOld ? List.of() : List.copyOf(list.subList(from, to));
          if (part.size() <= room[0] || fills.isEmpty()) {
            room[0] -= part.size();
            fills.put(stream, new Backfill(part, list.size(), tooOld));
          }
        });
    return fills;
  }

  @Override
  public synchronized Grants grants(WorkspaceId workspace, UserId user) {
    lookups++;
    failIfAway();
    StreamKey own = StreamKey.of(workspace, user);
    Set<Long> granted = new HashSet<>(channels.getOrDefault(own, Set.of()));
    granted.add(workspace.value());
    Map<StreamKey, Long> heads = new HashMap<>();
    heads.put(own, head(own));
    for (long channel : granted) {
      StreamKey stream = new StreamKey(workspace.value(), channel);
      heads.put(stream, head(stream));
    }
    return new Grants(granted, heads);
  }
}
