package dev.parley.core.emoji;

import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.EmojiView;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Changes the emoji of a workspace; everybody is told of it. The outcome is the emoji as it is
/// now.
public record EditEmoji(WorkspaceId workspace, UserId actor, EmojiEdit edit)
    implements Change<EmojiView> {

  /// All emoji of a workspace: their names depend on each other.
  private record Emoji(WorkspaceId workspace) {}

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(new Emoji(workspace)));
  }
}
