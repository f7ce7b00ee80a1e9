package dev.parley.core.bookmark;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.BookmarkId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.BookmarkView;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Changes a bookmark of a channel; the channel is told. The outcome is the bookmark as it is now,
/// or was before it was removed.
public record EditBookmark(
    WorkspaceId workspace, ChannelId channel, UserId actor, BookmarkId id, BookmarkEdit edit)
    implements Change<BookmarkView> {

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, channel));
  }

  @Override
  public List<Touch> touches() {
    return List.of(
        Touch.shared(new ChangeKeys.Channel(channel)),
        Touch.shared(new ChangeKeys.Member(channel, actor)));
  }
}
