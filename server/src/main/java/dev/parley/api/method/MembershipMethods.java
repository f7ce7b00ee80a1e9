package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.api.method.ConversationScopes.Right;
import dev.parley.core.access.Role;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.membership.Mark;
import dev.parley.core.membership.MemberReader;
import dev.parley.core.membership.MembershipService;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.storage.TenantDatabase;
import java.util.List;
import java.util.Map;

/// `conversations.*` that concern who is in a conversation and what they have read.
public final class MembershipMethods {
  private static final int MAX_INVITED = 100;
  private static final int MAX_AMONG = 100;

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<List<String>> USERS =
      Arg.list("users").within("1 to " + MAX_INVITED).missing("no_user").bad("user_not_found");
  private static final Arg<Boolean> FORCE =
      Arg.bool("force").within("whether those who can come do, though others cannot").or(false);
  private static final Arg<List<UserId>> AMONG =
      Arg.userIds("users").within("at most " + MAX_AMONG).missing("no_user");
  private static final Arg<UserId> USER = Arg.userId("user").missing("user_not_found");
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Integer> LIMIT = Arg.limit(100, 999);
  private static final Arg<MessageTs> TS =
      Arg.ts("ts").missing("invalid_timestamp").bad("invalid_timestamp");
  private static final Arg<Boolean> MUTED = Arg.bool("muted").required();
  private static final Arg<Boolean> FORWARD_ONLY = Arg.bool("forward_only").or(false);
  private static final Arg<Integer> READ_VERSION =
      Arg.integer("read_version", 0, Integer.MAX_VALUE);

  private final TenantDatabase database;
  private final ChannelService channels;
  private final MembershipService memberships;
  private final MemberReader members;
  private final UserService users;
  private final ConversationScopes scopes;

  public MembershipMethods(
      TenantDatabase database,
      ChannelService channels,
      MembershipService memberships,
      MemberReader members,
      UserService users) {
    this.users = users;
    this.database = database;
    this.channels = channels;
    this.memberships = memberships;
    this.members = members;
    this.scopes = new ConversationScopes(database, channels);
  }

  public List<Method> all() {
    return List.of(
        Method.named("conversations.join", "Joins a public channel.")
            .botScopes("channels:join")
            .userScopes("channels:write")
            .args(CHANNEL)
            .writes()
            .errors("channel_not_found", "is_archived", "method_not_supported_for_channel_type")
            .does(this::join),
        Method.named("conversations.leave", "Leaves a channel.")
            .scopes(Right.WRITE.all())
            .args(CHANNEL)
            .writes()
            .errors(
                "channel_not_found",
                "cant_leave_general",
                "is_archived",
                "last_member",
                "method_not_supported_for_channel_type")
            .does(scopes.guard(Right.WRITE, CHANNEL, this::leave)),
        Method.named("conversations.invite", "Adds up to 100 people to a channel.")
            .scopes(Right.INVITE.all())
            .args(CHANNEL, USERS, FORCE)
            .writes()
            .errors(
                "channel_not_found",
                "not_in_channel",
                "is_archived",
                "no_user",
                "user_not_found",
                "user_disabled",
                "cant_invite_self",
                "already_in_channel",
                "too_many_users",
                "user_is_restricted",
                "method_not_supported_for_channel_type")
            .does(scopes.guard(Right.INVITE, CHANNEL, this::invite)),
        Method.named("conversations.kick", "Takes somebody out of a channel.")
            .scopes("channels:manage", "channels:write", "groups:write")
            .args(CHANNEL, USER)
            .writes()
            .errors(
                "channel_not_found",
                "not_in_channel",
                "user_not_found",
                "cant_kick_self",
                "cant_kick_from_general",
                "restricted_action",
                "user_is_restricted",
                "method_not_supported_for_channel_type")
            .does(scopes.guard(Right.WRITE, CHANNEL, this::kick)),
        Method.named("conversations.members", "Lists who is in a conversation.")
            .scopes(Right.READ.all())
            .tier(RateTier.TIER_4)
            .args(CHANNEL, CURSOR, LIMIT)
            .errors("channel_not_found", "invalid_cursor", "invalid_limit")
            .does(scopes.guard(Right.READ, CHANNEL, this::members)),
        Method.named("conversations.mark", "Sets how far the caller has read.")
            .scopes(Right.WRITE.all())
            .tier(RateTier.SPECIAL)
            .args(CHANNEL, TS, FORWARD_ONLY, READ_VERSION)
            .writes()
            .errors("channel_not_found", "not_in_channel", "invalid_timestamp")
            .does(scopes.guard(Right.WRITE, CHANNEL, this::mark)),
        Method.named("client.conversations.among", "Which of some people are in a conversation.")
            .page()
            .tier(RateTier.TIER_4)
            .args(CHANNEL, AMONG)
            .errors("channel_not_found", "no_user", "too_many_users")
            .does(this::among),
        Method.named(
                "client.conversations.mute", "Says whether the caller is drawn to what is new.")
            .page()
            .args(CHANNEL, MUTED)
            .writes()
            .errors("channel_not_found", "not_in_channel")
            .does(this::mute));
  }

  private Reply mute(Call call) {
    var _ =
        memberships.mute(call.workspace(), call.get(CHANNEL), call.actor().user(), call.get(MUTED));
    return Reply.ok();
  }

  private Reply join(Call call) {
    boolean added = memberships.join(call.workspace(), call.get(CHANNEL), call.actor().user());
    Reply reply = Reply.ok().with("channel", channel(call));
    return added ? reply : reply.warning("already_in_channel");
  }

  private Reply leave(Call call) {
    return memberships.leave(call.workspace(), call.get(CHANNEL), call.actor().user())
        ? Reply.ok()
        : Reply.ok().with("not_in_channel", true);
  }

  private Reply invite(Call call) {
    if (call.actor().isGuest()) {
      throw new Refusal("user_is_restricted");
    }
    List<String> named = call.get(USERS);
    if (named.isEmpty()) {
      throw new Refusal("no_user");
    }
    if (named.size() > MAX_INVITED) {
      throw new Refusal("too_many_users");
    }
    Invitation invitation = new Invitation(memberships, users, call, named, call.get(FORCE));
    boolean isDone = invitation.send(call.get(CHANNEL));
    List<Map<String, Object>> errors = invitation.errors();
    if (!isDone) {
      return Reply.refused(String.valueOf(errors.getFirst().get("error"))).with("errors", errors);
    }
    Reply reply = Reply.ok().with("channel", channel(call));
    return errors.isEmpty() ? reply : reply.with("errors", errors);
  }

  private Reply kick(Call call) {
    if (call.actor().isGuest()) {
      throw new Refusal("user_is_restricted");
    }
    boolean isAdmin = !call.actor().isBot() && call.actor().role().isAtLeast(Role.ADMIN);
    memberships.kick(
        call.workspace(), call.get(CHANNEL), call.actor().user(), isAdmin, call.get(USER));
    return Reply.ok().with("errors", Map.of());
  }

  private Reply members(Call call) {
    long after = Cursors.read(call, "conversations.members", call.get(CURSOR), 0);
    int limit = call.get(LIMIT);
    List<UserId> found =
        database.read(
            call.workspace(),
            handle -> {
              var _ =
                  channels.visible(
                      handle, call.workspace(), call.actor().user(), call.get(CHANNEL));
              return members.page(handle, call.workspace(), call.get(CHANNEL), after, limit + 1);
            });
    List<UserId> page = found.subList(0, Math.min(limit, found.size()));
    String next =
        found.size() > limit
            ? Cursors.write(call, "conversations.members", page.getLast().value())
            : "";
    return Reply.ok()
        .with("members", page.stream().map(UserId::toString).toList())
        .nextCursor(next);
  }

  private Reply among(Call call) {
    List<UserId> users = call.get(AMONG);
    if (users.size() > MAX_AMONG) {
      throw new Refusal("too_many_users");
    }
    List<UserId> found =
        database.read(
            call.workspace(),
            handle -> {
              var _ =
                  channels.visible(
                      handle, call.workspace(), call.actor().user(), call.get(CHANNEL));
              return members.among(handle, call.workspace(), call.get(CHANNEL), users);
            });
    return Reply.ok().with("members", found.stream().map(UserId::toString).toList());
  }

  private Reply mark(Call call) {
    var _ =
        memberships.mark(
            new Mark(
                call.workspace(),
                call.get(CHANNEL),
                call.actor().user(),
                call.get(TS),
                call.get(FORWARD_ONLY),
                call.find(READ_VERSION).orElse(Mark.ANY_VERSION)));
    return Reply.ok();
  }

  private ChannelView channel(Call call) {
    return database.read(
        call.workspace(),
        handle ->
            channels.visible(handle, call.workspace(), call.actor().user(), call.get(CHANNEL)));
  }
}
