package dev.parley.storage.writer;

import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import java.util.List;

/// A requested change of a workspace that makes events. Immutable; handled by the [ChangeKind]
/// registered for its class.
///
/// @param <R> what the requester learns once the change is durable
public interface Change<R> {

  WorkspaceId workspace();

  /// The existing streams whose heads this change may move. Streams that it creates are not among
  /// them.
  List<StreamKey> streams();

  /// What this change reads or alters besides heads, so that changes which would not see each
  /// other's effect do not share a batch.
  List<Touch> touches();

  /// One thing that a change depends on.
  ///
  /// @param thing a value that equals that of every change which touches the same thing
  /// @param exclusive whether no other change that touches it may be in the same batch; otherwise
  ///     only exclusive ones may not
  record Touch(Object thing, boolean exclusive) {

    public static Touch shared(Object thing) {
      return new Touch(thing, false);
    }

    public static Touch exclusive(Object thing) {
      return new Touch(thing, true);
    }
  }
}
