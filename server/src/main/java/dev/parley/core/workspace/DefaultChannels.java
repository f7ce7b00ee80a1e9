package dev.parley.core.workspace;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.List;

/// The channels that every workspace has from its first day. Calls block.
public interface DefaultChannels {

  /// Makes them in a new workspace, with its owner as the first member.
  void create(WorkspaceId workspace, UserId owner);

  /// Takes new people in, however many.
  void welcome(WorkspaceId workspace, List<UserId> people);
}
