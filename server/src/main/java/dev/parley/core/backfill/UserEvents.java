package dev.parley.core.backfill;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.JsonView;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What the backfill needs to know of people, so that it need not know how they are kept.
@FunctionalInterface
public interface UserEvents {

  /// People as the workspace's events show them; those who do not exist are absent.
  Map<UserId, ? extends JsonView> users(
      Handle handle, WorkspaceId workspace, Collection<UserId> users);
}
