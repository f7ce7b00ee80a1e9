package dev.parley.core.schedule;

import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Does what is due of one kind. Called on virtual threads, for one item of a workspace at a time.
public interface DueHandler {

  DueKind kind();

  /// Does it; may be called again for the same item, even after it succeeded.
  ///
  /// @throws Refusal if it is not to be done any more, or with `service_unavailable` or
  ///     `clock_skew` later
  void fire(WorkspaceId workspace, long id);

  /// When the item is due again, after it was done or given up; in the transaction that notes it.
  ///
  /// @return empty if it is over
  default Optional<Instant> next(Handle handle, WorkspaceId workspace, long id) {
    return Optional.empty();
  }

  /// The item is over, done or given up: removes what the kind keeps of it, in the transaction that
  /// removes the item.
  void finish(Handle handle, WorkspaceId workspace, long id);
}
