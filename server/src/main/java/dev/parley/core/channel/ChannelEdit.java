package dev.parley.core.channel;

import dev.parley.kernel.UserId;
import dev.parley.protocol.view.PostingView;
import dev.parley.protocol.view.PostingView.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing about a channel that is to be different.
public sealed interface ChannelEdit {

  /// @param name a name that [ChannelName] accepts
  record Name(String name) implements ChannelEdit {}

  /// @param text at most 250 characters, empty for none
  record Topic(String text) implements ChannelEdit {}

  /// @param text at most 250 characters, empty for none
  record Purpose(String text) implements ChannelEdit {}

  /// @param isPrivate whether only its members know of it
  record Private(boolean isPrivate) implements ChannelEdit {}

  /// @param messages who may post at top level; null: as before
  /// @param people who may as well, if `messages` is given
  /// @param replies who may answer in threads; null: as before
  record Posting(@Nullable Level messages, List<UserId> people, @Nullable Level replies)
      implements ChannelEdit {
    PostingView on(PostingView before) {
      return new PostingView(
          messages == null ? before.messages() : messages,
          messages == null ? before.people() : people,
          replies == null ? before.replies() : replies);
    }
  }

  /// @param archived whether nobody may write there any more
  record Archived(boolean archived) implements ChannelEdit {}
}
