package dev.parley.core.user;

import dev.parley.core.access.Actor;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.JsonView;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads people for answers that name them, within a tenant transaction.
public interface People {

  /// Somebody in Slack's User shape.
  Optional<? extends JsonView> user(Handle handle, WorkspaceId workspace, UserId user);

  /// Some people in the page's Person shape; those who do not exist are left out.
  List<? extends JsonView> persons(Handle handle, WorkspaceId workspace, Collection<UserId> users);

  /// Everybody of whom the reader may know in the page's Person shape, in order of id, at most so
  /// many.
  List<? extends JsonView> everybody(Handle handle, Actor reader, int limit);
}
