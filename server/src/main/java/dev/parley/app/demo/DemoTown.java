package dev.parley.app.demo;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The ids that people, channels and groups of the demo got. Safe for many threads.
final class DemoTown {
  private static final Pattern NAMED = Pattern.compile("<(@|#|!subteam\\^)\\{([^}]*)}>");

  private final WorkspaceId workspace;
  private final Map<String, UserId> people = new ConcurrentHashMap<>();
  private final Map<String, ChannelId> rooms = new ConcurrentHashMap<>();
  private final Map<String, UsergroupId> circles = new ConcurrentHashMap<>();

  DemoTown(WorkspaceId workspace) {
    this.workspace = workspace;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  void put(String handle, UserId user) {
    people.put(handle, user);
  }

  void put(String room, ChannelId channel) {
    rooms.put(room, channel);
  }

  void put(String circle, UsergroupId group) {
    circles.put(circle, group);
  }

  UserId user(String handle) {
    return found(people, handle);
  }

  ChannelId channel(String room) {
    return found(rooms, room);
  }

  /// Somebody who is signed in.
  Actor actor(String handle, Role role) {
    return new Actor(workspace, user(handle), role, false, new Credential.Session(0));
  }

  /// A text of [DemoWords] with ids for names.
  String text(String text) {
    return NAMED
        .matcher(text)
        .replaceAll(
            name ->
                switch (name.group(1)) {
                  case "@" -> "<@" + found(people, name.group(2)) + ">";
                  case "#" -> "<#" + found(rooms, name.group(2)) + "|" + name.group(2) + ">";
                  default -> "<!subteam^" + found(circles, name.group(2)) + ">";
                });
  }

  private static <T> T found(Map<String, T> all, String name) {
    T found = all.get(name);
    if (found == null) {
      throw new IllegalStateException("there is no " + name);
    }
    return found;
  }
}
