package dev.parley.storage.writer;

import java.util.List;
import java.util.Set;

/// Learns of each committed batch, those of one stream in commit order, on a commit thread and
/// perhaps on several at once; must not block.
@FunctionalInterface
public interface CommitListener {

  /// @param batchId the id of the batch's outbox rows
  /// @param workspaces numbers of the workspaces that have an outbox row of this batch
  /// @param events the batch's events; those of one stream in offset order
  void committed(long batchId, Set<Long> workspaces, List<CommittedEvent> events);
}
