package dev.parley.core.message;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.writer.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A message's text to be replaced by its author.
///
/// @param target the message
/// @param actor who edits
/// @param mentions whom the new text addresses
/// @param mentionedBefore whom the message addressed when the request was made; if that has changed
///     by the time of the commit the edit is refused with [MessageTarget#STALE] and asked for again
/// @param basedOn the revision of which the new content keeps something, which is likewise to be
///     the newest still; [#NOTHING] if it keeps nothing
public record Edit(
    MessageTarget target,
    UserId actor,
    MessageContent content,
    Mentions mentions,
    Set<UserId> mentionedBefore,
    int basedOn)
    implements Change<MessageView> {
  /// No revision.
  static final int NOTHING = -1;

  boolean isStale(Set<UserId> mentioned, int revision) {
    return !mentioned.equals(mentionedBefore) || (basedOn != NOTHING && basedOn != revision);
  }

  @Override
  public dev.parley.kernel.WorkspaceId workspace() {
    return target.workspace();
  }

  @Override
  public List<StreamKey> streams() {
    List<StreamKey> streams = new ArrayList<>(target.streams(mentionedBefore));
    for (UserId user : mentions.people()) {
      if (!mentionedBefore.contains(user)) {
        streams.add(StreamKey.of(workspace(), user));
      }
    }
    return streams;
  }

  @Override
  public List<Touch> touches() {
    return List.of(
        Touch.shared(new ChangeKeys.Channel(target.channel())),
        Touch.shared(new ChangeKeys.Member(target.channel(), actor)),
        Touch.exclusive(new ChangeKeys.Message(target.channel(), target.ts())));
  }
}
