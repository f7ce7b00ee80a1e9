package dev.parley.core.membership;

import dev.parley.core.access.ChannelAccess;
import dev.parley.core.membership.AddMembers.Added;
import dev.parley.core.membership.AddMembers.Mandate;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.MarkerView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Who is in a channel and what they have read. Blocks until a change is durable; run it on virtual
/// threads.
public final class MembershipService {
  private static final int CHUNK = 200;

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final ChannelAccess access;

  public MembershipService(TenantDatabase database, CommitLoop commits, ChannelAccess access) {
    this.database = database;
    this.commits = commits;
    this.access = access;
  }

  /// Joins a public channel.
  ///
  /// @return whether they were not a member before
  /// @throws Refusal `channel_not_found`, `is_archived`, `method_not_supported_for_channel_type`
  public boolean join(WorkspaceId workspace, ChannelId channel, UserId user) {
    ChannelView view =
        database.read(workspace, handle -> access.visible(handle, workspace, user, channel));
    requireChannel(view);
    return !add(workspace, channel, Mandate.OPEN, user, List.of(user)).isEmpty();
  }

  /// Adds people to a channel that the actor is in.
  ///
  /// @return those who were not members before
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `user_not_found`,
  ///     `user_disabled`, `method_not_supported_for_channel_type`
  public List<UserId> invite(
      WorkspaceId workspace, ChannelId channel, UserId actor, List<UserId> users) {
    requireChannel(joined(workspace, channel, actor));
    try {
      return add(workspace, channel, Mandate.MEMBER, actor, users);
    } catch (Refusal refusal) {
      throw aboutPeople(refusal, workspace, channel, actor);
    }
  }

  private ChannelView joined(WorkspaceId workspace, ChannelId channel, UserId actor) {
    return database.read(workspace, handle -> access.joined(handle, workspace, actor, channel));
  }

  /// What a change that names people is refused with: a stream that is not there is the channel's
  /// or that of one of them.
  private Refusal aboutPeople(
      Refusal refusal, WorkspaceId workspace, ChannelId channel, UserId actor) {
    if (!refusal.code().equals("channel_not_found")) {
      return refusal;
    }
    var _ = joined(workspace, channel, actor);
    return new Refusal("user_not_found");
  }

  /// Adds people without asking whether the actor may; for operators and new people.
  public List<UserId> add(
      WorkspaceId workspace, ChannelId channel, UserId actor, List<UserId> users) {
    return add(workspace, channel, Mandate.OPERATOR, actor, users);
  }

  private List<UserId> add(
      WorkspaceId workspace, ChannelId channel, Mandate mandate, UserId actor, List<UserId> named) {
    List<UserId> users = named.stream().distinct().toList();
    List<CompletableFuture<Added>> outcomes = new ArrayList<>();
    for (int from = 0; from < users.size(); from += CHUNK) {
      List<UserId> chunk = users.subList(from, Math.min(users.size(), from + CHUNK));
      outcomes.add(
          commits.submit(new AddMembers(workspace, channel, mandate, actor, List.copyOf(chunk))));
    }
    List<UserId> added = new ArrayList<>();
    outcomes.forEach(outcome -> added.addAll(Outcome.await(outcome).added()));
    return added;
  }

  /// Leaves a channel.
  ///
  /// @return whether they were a member
  /// @throws Refusal `channel_not_found`, `cant_leave_general`, `last_member`,
  ///     `method_not_supported_for_channel_type`
  public boolean leave(WorkspaceId workspace, ChannelId channel, UserId user) {
    ChannelView view =
        database.read(workspace, handle -> access.visible(handle, workspace, user, channel));
    requireChannel(view);
    if (view.isGeneral()) {
      throw new Refusal("cant_leave_general");
    }
    return view.isMember() && leave(new RemoveMember(workspace, channel, user, user));
  }

  private boolean leave(RemoveMember change) {
    if (remove(change)) {
      return true;
    }
    boolean stayed =
        database.read(
            change.workspace(),
            handle ->
                access
                    .visible(handle, change.workspace(), change.user(), change.channel())
                    .isMember());
    if (stayed) {
      throw new Refusal("last_member");
    }
    return false;
  }

  /// Takes somebody out of a channel that the actor is in. Out of a public one only admins and the
  /// channel's creator may, out of a private one every member.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `user_not_found`, `cant_kick_self`,
  ///     `cant_kick_from_general`, `restricted_action`, `method_not_supported_for_channel_type`
  public void kick(
      WorkspaceId workspace, ChannelId channel, UserId actor, boolean isAdmin, UserId user) {
    ChannelView view = joined(workspace, channel, actor);
    requireChannel(view);
    if (view.isGeneral()) {
      throw new Refusal("cant_kick_from_general");
    }
    if (actor.equals(user)) {
      throw new Refusal("cant_kick_self");
    }
    if (!isAdmin && !view.isPrivate() && !view.creator().equals(actor)) {
      throw new Refusal("restricted_action");
    }
    try {
      if (!remove(new RemoveMember(workspace, channel, actor, user))) {
        throw new Refusal("not_in_channel");
      }
    } catch (Refusal refusal) {
      throw aboutPeople(refusal, workspace, channel, actor);
    }
  }

  /// Moves somebody's read marker.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`
  public MarkerView mark(Mark mark) {
    var _ = joined(mark.workspace(), mark.channel(), mark.user());
    return Outcome.await(commits.submit(mark));
  }

  /// Says whether somebody wants to be drawn to what is new in a conversation.
  ///
  /// @return whether it was not so already
  /// @throws Refusal `channel_not_found`, `not_in_channel`
  public boolean mute(WorkspaceId workspace, ChannelId channel, UserId user, boolean isMuted) {
    var _ = database.read(workspace, handle -> access.joined(handle, workspace, user, channel));
    return Outcome.await(commits.submit(new Mute(workspace, channel, user, isMuted)));
  }

  private boolean remove(RemoveMember change) {
    try {
      var _ = Outcome.await(commits.submit(change));
      return true;
    } catch (Refusal refusal) {
      if (refusal.code().equals("not_in_channel")) {
        return false;
      }
      throw refusal;
    }
  }

  private static void requireChannel(ChannelView view) {
    if (view.id().kind() != ChannelKind.CHANNEL) {
      throw new Refusal("method_not_supported_for_channel_type");
    }
  }
}
