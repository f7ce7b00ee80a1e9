package dev.parley.core.channel;

import dev.parley.core.access.Actor;
import dev.parley.core.access.ChannelAccess;
import dev.parley.core.access.Role;
import dev.parley.core.channel.OpenDirect.Opened;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// What people do with conversations as such. Blocks until a change is durable; run it on virtual
/// threads.
public final class ChannelService implements ChannelAccess {
  private static final int MAX_PEOPLE = 9;
  private static final int MAX_DESCRIPTION = 250;

  private final CommitLoop commits;
  private final IdGenerator ids;
  private final ConversationReader conversations;

  public ChannelService(CommitLoop commits, IdGenerator ids, ConversationReader conversations) {
    this.commits = commits;
    this.ids = ids;
    this.conversations = conversations;
  }

  /// Creates a channel with its creator as the first member.
  ///
  /// @throws Refusal the codes of [ChannelName#check], `name_taken`
  public ConversationView create(
      WorkspaceId workspace, UserId creator, String name, boolean isPrivate, boolean isGeneral) {
    CreateChannel change =
        new CreateChannel(
            workspace,
            ids.newChannelId(ChannelKind.CHANNEL),
            ChannelName.check(name),
            isPrivate,
            isGeneral,
            creator);
    return Outcome.await(commits.submit(change));
  }

  /// The same for somebody who asks for it: guests create private channels alone.
  ///
  /// @throws Refusal `user_is_restricted`, and the codes of the other
  public ConversationView create(Actor actor, String name, boolean isPrivate) {
    if (actor.isGuest() && !isPrivate) {
      throw new Refusal("user_is_restricted");
    }
    return create(actor.workspace(), actor.user(), name, isPrivate, false);
  }

  /// Changes one thing about a channel.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `too_long`,
  ///     `not_authorized`, `name_taken`, `already_archived`, `not_archived`,
  ///     `cant_archive_general`, `method_not_supported_for_channel_type`, `user_is_restricted`,
  ///     `restricted_action`, `could_not_convert_channel`, `user_not_found`, the codes of
  ///     [ChannelName#check]
  public ChannelView edit(Actor actor, ChannelId channel, ChannelEdit edit) {
    if (actor.isGuest()) {
      throw new Refusal("user_is_restricted");
    }
    switch (edit) {
      case ChannelEdit.Name(String name) -> {
        String _ = ChannelName.check(name);
      }
      case ChannelEdit.Topic(String text) -> requireShort(text);
      case ChannelEdit.Purpose(String text) -> requireShort(text);
      case ChannelEdit.Private _, ChannelEdit.Posting _ -> requireAdmin(actor);
      case ChannelEdit.Archived _ -> {}
    }
    boolean isAdmin = !actor.isBot() && actor.role().isAtLeast(Role.ADMIN);
    return Outcome.await(
        commits.submit(new EditChannel(actor.workspace(), channel, actor.user(), isAdmin, edit)));
  }

  private static void requireAdmin(Actor actor) {
    if (actor.isBot() || !actor.role().isAtLeast(Role.ADMIN)) {
      throw new Refusal("restricted_action");
    }
  }

  private static void requireShort(String text) {
    if (text.codePointCount(0, text.length()) > MAX_DESCRIPTION) {
      throw new Refusal("too_long");
    }
  }

  /// Opens the one direct or group message of some people.
  ///
  /// @param others everybody besides the opener; nobody means a conversation with oneself
  /// @throws Refusal `too_many_users`; `user_not_found` if one of them does not exist;
  ///     `user_disabled` if one of them is deactivated and the conversation would be a new one
  public Opened open(WorkspaceId workspace, UserId opener, Set<UserId> others) {
    Set<UserId> people = new TreeSet<>(Comparator.comparingLong(UserId::value));
    people.addAll(others);
    people.add(opener);
    if (people.size() > MAX_PEOPLE) {
      throw new Refusal("too_many_users");
    }
    ChannelKind kind = people.size() > 2 ? ChannelKind.GROUP : ChannelKind.DIRECT;
    OpenDirect change =
        new OpenDirect(workspace, ids.newChannelId(kind), opener, List.copyOf(people));
    try {
      return Outcome.await(commits.submit(change));
    } catch (Refusal refusal) {
      throw refusal.code().equals("channel_not_found") ? new Refusal("user_not_found") : refusal;
    }
  }

  /// Puts a direct or group message away until something new is said, or takes it out again.
  ///
  /// @return whether it was not so already
  /// @throws Refusal `channel_not_found`, `method_not_supported_for_channel_type`
  public boolean close(Actor actor, ChannelId channel, boolean isClosed) {
    if (channel.kind() == ChannelKind.CHANNEL) {
      throw new Refusal("method_not_supported_for_channel_type");
    }
    return Outcome.await(
            commits.submit(new CloseDirect(actor.workspace(), channel, actor.user(), isClosed)))
        .changed();
  }

  /// A channel whose history they may read: people read public ones without joining, bots do not.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`
  public ChannelView joinedOrPublic(
      Handle handle, WorkspaceId workspace, Actor actor, ChannelId channel) {
    return actor.isBot()
        ? joined(handle, workspace, actor.user(), channel)
        : visible(handle, workspace, actor.user(), channel);
  }

  /// The channels of some names that the person may see, by their names.
  public Map<String, ChannelId> named(
      Handle handle, WorkspaceId workspace, UserId user, Collection<String> names) {
    return conversations.named(handle, workspace, user, names);
  }

  @Override
  public ChannelView visible(Handle handle, WorkspaceId workspace, UserId user, ChannelId channel) {
    return conversations
        .channel(handle, workspace, user, channel)
        .filter(view -> view.isMember() || !view.isPrivate())
        .orElseThrow(() -> new Refusal("channel_not_found"));
  }
}
