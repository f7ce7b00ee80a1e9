package dev.parley.gateway.hub;

import dev.parley.fanout.EventSource;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.gateway.MemoryEventSource;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What really happened in a simulated world, and the database that tells it, at its own pace.
final class SimTruth implements EventSource {
  /// An event of a channel: which message, in which version; 0 deletes it.
  private record Fact(long subject, int version) {}

  private final SimSchedule schedule;
  private final MemoryEventSource stored = new MemoryEventSource();
  private final Map<StreamKey, List<Fact>> facts = new HashMap<>();
  private boolean failing;

  SimTruth(SimSchedule schedule) {
    this.schedule = schedule;
  }

  /// Whether reads fail now and then.
  void setFailing(boolean now) {
    failing = now;
  }

  /// Commits a new message (version 1), a change or a deletion of it (version 0).
  Publication post(StreamKey channel, long subject, int version) {
    facts.computeIfAbsent(channel, key -> new ArrayList<>()).add(new Fact(subject, version));
    String json = "{\"s\":" + subject + ",\"v\":" + version + "}";
    return stored.commit(channel, json, subject, version != 1, Grant.NONE);
  }

  Publication join(StreamKey user, StreamKey channel) {
    long after = head(channel);
    String json = "{\"join\":\"" + channel.name() + "\",\"after\":" + after + "}";
    return stored.commit(user, json, 0, false, new Grant.Join(channel.stream(), after));
  }

  Publication leave(StreamKey user, StreamKey channel) {
    String json = "{\"leave\":\"" + channel.name() + "\"}";
    return stored.commit(user, json, 0, false, new Grant.Leave(channel.stream()));
  }

  /// Something without further meaning on a stream.
  Publication mark(StreamKey stream) {
    return stored.commit(stream, "{\"marked\":1}");
  }

  /// Loses the newest events of channels and begins an epoch.
  void loseHistory(List<StreamKey> channels) {
    for (StreamKey channel : channels) {
      long kept = Math.max(0, head(channel) - schedule.random.nextInt(4));
      stored.truncate(channel, kept);
      List<Fact> log = facts.getOrDefault(channel, List.of());
      while (log.size() > kept) {
        log.removeLast();
      }
    }
    stored.setEpoch(epoch() + 1);
  }

  void drop(StreamKey stream, long upTo) {
    stored.drop(stream, upTo);
  }

  long head(StreamKey stream) {
    return stored.head(stream);
  }

  Set<Long> granted(StreamKey user) {
    return stored.granted(user);
  }

  /// The newest version of each message as events up to an offset tell it.
  Map<Long, Integer> state(StreamKey channel, long upTo) {
    Map<Long, Integer> state = new TreeMap<>();
    List<Fact> log = facts.getOrDefault(channel, List.of());
    for (Fact fact : log.subList(0, (int) Math.min(upTo, log.size()))) {
      state.put(fact.subject, fact.version);
    }
    return state;
  }

  /// Whether the text of an event was changed or deleted by a later one, up to an offset.
  boolean isObsolete(StreamKey channel, long offset, long upTo) {
    List<Fact> log = facts.getOrDefault(channel, List.of());
    if (offset > log.size()) {
      return false;
    }
    Fact event = log.get((int) offset - 1);
    for (int i = (int) offset; i < Math.min(upTo, log.size()); i++) {
      if (log.get(i).subject == event.subject) {
        return event.version != 0;
      }
    }
    return false;
  }

  @Override
  public long epoch() {
    return stored.epoch();
  }

  @Override
  public Map<StreamKey, Backfill> read(
      WorkspaceId workspace, Map<StreamKey, Long> after, int limit, int total) {
    schedule.block(15);
    failSometimes();
    Map<StreamKey, Backfill> answer = stored.read(workspace, after, limit, total);
    schedule.block(15);
    return answer;
  }

  @Override
  public Grants grants(WorkspaceId workspace, UserId user) {
    schedule.block(15);
    failSometimes();
    Grants answer = stored.grants(workspace, user);
    schedule.block(15);
    return answer;
  }

  private void failSometimes() {
    if (failing && schedule.chance(0.05)) {
      throw new Refusal("database_away");
    }
  }
}
