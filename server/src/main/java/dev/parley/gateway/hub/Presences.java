package dev.parley.gateway.hub;

import dev.parley.gateway.rtm.RtmDesk.Sender;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which connections want to know whether which people are there, and what they were told last.
///
/// A signal says only that something about a person changed. Those that concern anybody watched
/// here are gathered for a while; then one question answers all of them, and each connection is
/// told once what is new to it. So who leaves and comes back meanwhile is not told of.
///
/// Confined to the loop of its hub; what blocks runs on the executor for that.
final class Presences {
  /// How long changes are gathered.
  static final long GATHERED_MILLIS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Presences.class);

  private final Hub hub;
  private final Map<StreamKey, Room> rooms = new HashMap<>();
  private final Map<Connection, List<UserId>> wanted = new HashMap<>();
  private final Set<Connection> lookingUp = new HashSet<>();

  Presences(Hub hub) {
    this.hub = hub;
  }

  /// Has a connection told whether people are there, now and when it changes, in place of those it
  /// watched before. People of whom its owner may not know are left out.
  void watch(Connection connection, List<UserId> people) {
    wanted.put(connection, people);
    if (lookingUp.add(connection)) {
      lookUp(connection);
    }
  }

  private void lookUp(Connection connection) {
    List<UserId> people = wanted.remove(connection);
    if (people == null || connection.isClosed()) {
      lookingUp.remove(connection);
      return;
    }
    StreamKey own = connection.own.key;
    Sender asker = new Sender(own.workspaceId(), new UserId(own.stream()));
    hub.background(
        () -> {
          Set<UserId> known = known(asker, people);
          hub.loop.execute(
              () -> {
                if (!connection.isClosed() && known != null) {
                  room(connection).watch(connection, known);
                }
                lookUp(connection);
              });
        });
  }

  /// Runs on the executor for blocking work.
  private @Nullable Set<UserId> known(Sender asker, List<UserId> people) {
    try {
      return people.isEmpty() ? Set.of() : hub.services.rtm().desk().known(asker, people);
    } catch (RuntimeException e) {
      failed(e);
      return null;
    }
  }

  private static void failed(RuntimeException e) {
    LOG.atWarn()
        .addKeyValue("event", "gateway_presence_failed")
        .setCause(e)
        .log("It could not be looked up who is there.");
  }

  /// A connection is gone.
  void forget(Connection connection) {
    wanted.remove(connection);
    Room room = rooms.get(workspace(connection));
    if (room != null) {
      room.forget(connection);
    }
  }

  /// Something about whether a person is there has changed.
  void changed(StreamKey workspace, UserId user) {
    Room room = rooms.get(workspace);
    if (room != null) {
      room.changed(user);
    }
  }

  private Room room(Connection connection) {
    return rooms.computeIfAbsent(workspace(connection), Room::new);
  }

  private static StreamKey workspace(Connection connection) {
    return StreamKey.of(connection.own.key.workspaceId());
  }

  /// Somebody who is watched.
  private static final class Watched {
    final Set<Connection> watchers = new LinkedHashSet<>();
    @Nullable Boolean told;
  }

  /// Who is watched in one workspace. Holds the workspace's stream, on which changes are told.
  private final class Room {
    private final StreamKey key;
    private final LiveStream stream;
    private final Map<UserId, Watched> people = new HashMap<>();
    private final Map<Connection, Set<UserId>> watching = new HashMap<>();
    private Set<UserId> changed = new HashSet<>();
    private Set<Connection> fresh = new LinkedHashSet<>();
    private boolean asking;
    private boolean isDue;
    private boolean timerSet;

    Room(StreamKey key) {
      this.key = key;
      this.stream = hub.streams.get(key);
      stream.audience.hold();
      hub.reads.subscribe(stream);
    }

    void watch(Connection connection, Set<UserId> next) {
      leave(connection);
      watching.put(connection, next);
      next.forEach(user -> watched(user).watchers.add(connection));
      if (next.isEmpty()) {
        forget(connection);
      } else {
        fresh.add(connection);
        ask();
      }
    }

    private Watched watched(UserId user) {
      return people.computeIfAbsent(user, _ -> new Watched());
    }

    void forget(Connection connection) {
      leave(connection);
      fresh.remove(connection);
      if (watching.isEmpty() && rooms.remove(key, this)) {
        stream.audience.release();
      }
    }

    private void leave(Connection connection) {
      Set<UserId> before = watching.remove(connection);
      if (before == null) {
        return;
      }
      for (UserId user : before) {
        Watched watched = people.get(user);
        if (watched != null && watched.watchers.remove(connection) && watched.watchers.isEmpty()) {
          people.remove(user);
        }
      }
    }

    void changed(UserId user) {
      if (people.containsKey(user) && changed.add(user) && !timerSet) {
        timerSet = true;
        hub.loop.schedule(
            GATHERED_MILLIS,
            () -> {
              timerSet = false;
              askDue();
            });
      }
    }

    private void askDue() {
      isDue = true;
      ask();
    }

    /// One question at a time, so that a later answer is the newer one.
    private void ask() {
      boolean hasChanges = isDue && !changed.isEmpty();
      if (asking || (fresh.isEmpty() && !hasChanges)) {
        return;
      }
      Set<UserId> asked = new HashSet<>();
      Set<Connection> newcomers = fresh;
      fresh = new LinkedHashSet<>();
      newcomers.forEach(connection -> asked.addAll(watching.getOrDefault(connection, Set.of())));
      if (hasChanges) {
        isDue = false;
        asked.addAll(changed);
        changed = new HashSet<>();
      }
      asking = true;
      hub.background(
          () -> {
            Map<UserId, Boolean> answer = active(key.workspaceId(), asked);
            hub.loop.execute(
                () -> {
                  asking = false;
                  if (answer == null) {
                    fresh.addAll(newcomers);
                    changed.addAll(asked);
                    hub.loop.schedule(GATHERED_MILLIS, this::askDue);
                  } else {
                    tell(answer, newcomers);
                    ask();
                  }
                });
          });
    }

    private void tell(Map<UserId, Boolean> answer, Set<Connection> newcomers) {
      Map<Connection, Map<UserId, Boolean>> news = new LinkedHashMap<>();
      for (Map.Entry<UserId, Boolean> entry : answer.entrySet()) {
        UserId user = entry.getKey();
        Boolean active = entry.getValue();
        Watched watched = people.get(user);
        if (watched == null) {
          continue;
        }
        boolean isNew = !active.equals(watched.told);
        watched.told = active;
        for (Connection watcher : watched.watchers) {
          if (isNew || newcomers.contains(watcher)) {
            news.computeIfAbsent(watcher, _ -> new LinkedHashMap<>()).put(user, active);
          }
        }
      }
      news.forEach(
          (connection, presences) -> {
            hub.metrics.presences(presences.size());
            connection.tellPresences(presences);
          });
    }
  }

  /// Runs on the executor for blocking work.
  private @Nullable Map<UserId, Boolean> active(WorkspaceId workspace, Collection<UserId> people) {
    try {
      return hub.services.rtm().desk().active(workspace, new ArrayList<>(people));
    } catch (RuntimeException e) {
      failed(e);
      return null;
    }
  }
}
