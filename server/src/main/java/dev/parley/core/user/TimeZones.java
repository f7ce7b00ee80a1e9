package dev.parley.core.user;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.WorkspaceKeys;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// By which clocks people live, for whoever reads their rows for something else.
public final class TimeZones {
  private final WorkspaceKeys keys;

  public TimeZones(WorkspaceKeys keys) {
    this.keys = keys;
  }

  /// @param profile the column of that name of the person's row, sealed
  public ZoneId open(WorkspaceId workspace, UserId user, byte @Nullable [] profile) {
    return ProfileCodec.openProfile(keys.of(workspace), workspace, user, profile).zone();
  }
}
