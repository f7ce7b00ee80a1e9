package dev.parley.app.wiring;

import dev.parley.core.bookmark.BookmarkEvents;
import dev.parley.core.bookmark.EditBookmarkKind;
import dev.parley.core.channel.ChannelEvents;
import dev.parley.core.channel.CloseDirectKind;
import dev.parley.core.channel.ConversationEvents;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.channel.CreateChannelKind;
import dev.parley.core.channel.EditChannelKind;
import dev.parley.core.channel.OpenDirectKind;
import dev.parley.core.dnd.DndEvents;
import dev.parley.core.dnd.EditDndKind;
import dev.parley.core.draft.DraftEvents;
import dev.parley.core.draft.KeepDraftKind;
import dev.parley.core.emoji.EditEmojiKind;
import dev.parley.core.emoji.EmojiEvents;
import dev.parley.core.event.EventEncoders;
import dev.parley.core.membership.AddMembersKind;
import dev.parley.core.membership.MarkKind;
import dev.parley.core.membership.MembershipEvents;
import dev.parley.core.membership.MuteKind;
import dev.parley.core.membership.RemoveMemberKind;
import dev.parley.core.message.DeleteKind;
import dev.parley.core.message.EditKind;
import dev.parley.core.message.MessageEvents;
import dev.parley.core.message.MessageReader;
import dev.parley.core.message.PostKind;
import dev.parley.core.pin.PinEvents;
import dev.parley.core.pin.PinMessageKind;
import dev.parley.core.reaction.ReactKind;
import dev.parley.core.reaction.ReactionEvents;
import dev.parley.core.star.StarEvents;
import dev.parley.core.star.StarItemKind;
import dev.parley.core.teamprofile.EditTeamProfileKind;
import dev.parley.core.teamprofile.TeamProfileEvents;
import dev.parley.core.thread.FollowThreadKind;
import dev.parley.core.thread.ThreadEvents;
import dev.parley.core.user.CreateUserKind;
import dev.parley.core.user.EditUserKind;
import dev.parley.core.user.UserEvents;
import dev.parley.core.usergroup.EditUsergroupKind;
import dev.parley.core.usergroup.UsergroupEvents;
import dev.parley.kernel.IdGenerator;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.ChangeKind;
import java.util.List;

/// Every change that the writer knows, and how the events of each noun are read back.
public final class ChatRules {

  private ChatRules() {}

  public static List<ChangeKind<?, ?>> kinds(
      WorkspaceKeys keys, ConversationReader conversations, IdGenerator ids) {
    return List.of(
        new PostKind(keys),
        new EditKind(keys),
        new DeleteKind(),
        new CreateChannelKind(),
        new OpenDirectKind(),
        new CloseDirectKind(),
        new EditChannelKind(keys, conversations),
        new AddMembersKind(conversations),
        new RemoveMemberKind(),
        new MarkKind(),
        new MuteKind(),
        new FollowThreadKind(),
        new ReactKind(ids),
        new PinMessageKind(),
        new EditBookmarkKind(keys),
        new StarItemKind(ids),
        new CreateUserKind(),
        new EditUserKind(keys),
        new EditUsergroupKind(keys),
        new EditEmojiKind(keys),
        new EditDndKind(keys),
        new EditTeamProfileKind(keys, ids),
        new KeepDraftKind(keys));
  }

  public static EventEncoders encoders(
      WorkspaceKeys keys, MessageReader messages, ConversationReader conversations) {
    return new EventEncoders(
        List.of(
            new MessageEvents(messages),
            new ReactionEvents(),
            new PinEvents(),
            new BookmarkEvents(keys),
            new StarEvents(),
            new ThreadEvents(),
            new MembershipEvents(),
            new ChannelEvents(conversations),
            new ConversationEvents(conversations),
            new UserEvents(keys),
            new UsergroupEvents(keys),
            new EmojiEvents(),
            new DndEvents(keys),
            new TeamProfileEvents(keys),
            new DraftEvents(keys)));
  }
}
