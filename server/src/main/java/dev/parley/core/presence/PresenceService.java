package dev.parley.core.presence;

import dev.parley.fanout.Broker;
import dev.parley.fanout.Signal;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who is there. Somebody is active while they have a connection to this process and do not say
/// that they are away. Calls block; run them on virtual threads.
public final class PresenceService {
  private final TenantDatabase database;
  private final Connections connections;
  private final Broker broker;
  private final PresenceStore store = new PresenceStore();

  public PresenceService(TenantDatabase database, Connections connections, Broker broker) {
    this.broker = broker;
    this.database = database;
    this.connections = connections;
  }

  /// @throws Refusal `user_not_found`
  public Presence of(WorkspaceId workspace, UserId user) {
    boolean isAway =
        database
            .read(workspace, handle -> store.isAway(workspace, handle, user))
            .orElseThrow(() -> new Refusal("user_not_found"));
    return new Presence(isAway, connections.of(workspace, user));
  }

  /// Who of some people is there; those who do not exist are left out.
  public Map<UserId, Presence> of(WorkspaceId workspace, Collection<UserId> users) {
    return database
        .read(workspace, handle -> store.away(workspace, handle, users))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                away -> new Presence(away.getValue(), connections.of(workspace, away.getKey()))));
  }

  /// Says that somebody is away, or leaves it to their connections again. They are told on every
  /// connection, and who watches them.
  public void setAway(WorkspaceId workspace, UserId user, boolean away) {
    var _ = database.write(workspace, handle -> store.set(workspace, handle, user, away));
    broker.publish(
        List.of(
            new Signal.Ephemeral(StreamKey.of(workspace, user), manualChange(away), 0),
            new Signal.Presence(StreamKey.of(workspace), user)));
  }

  /// The frame that tells somebody what they said of themselves.
  public static byte[] manualChange(boolean away) {
    String presence = away ? "away" : "active";
    return ("{\"type\":\"manual_presence_change\",\"presence\":\"" + presence + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
