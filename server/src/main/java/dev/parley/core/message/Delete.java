package dev.parley.core.message;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;
import java.util.Set;

/// A message to be deleted: its text, its revisions and its mentions go for ever; its number stays.
///
/// @param target the message
/// @param actor who deletes
/// @param anyones whether the actor may delete what others wrote
/// @param mentionedBefore as in [Edit]
public record Delete(
    MessageTarget target, UserId actor, boolean anyones, Set<UserId> mentionedBefore)
    implements Change<Delete.Deleted> {

  /// The outcome: the message is gone.
  public record Deleted() {}

  @Override
  public WorkspaceId workspace() {
    return target.workspace();
  }

  @Override
  public List<StreamKey> streams() {
    return target.streams(mentionedBefore);
  }

  @Override
  public List<Touch> touches() {
    return List.of(
        Touch.shared(new ChangeKeys.Channel(target.channel())),
        Touch.exclusive(new ChangeKeys.Message(target.channel(), target.ts())));
  }
}
