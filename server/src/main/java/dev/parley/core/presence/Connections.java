package dev.parley.core.presence;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;

/// Knows who is connected. The gateway implements it. Safe for many threads; never blocks.
@FunctionalInterface
public interface Connections {

  /// How many connections somebody has here.
  int of(WorkspaceId workspace, UserId user);
}
