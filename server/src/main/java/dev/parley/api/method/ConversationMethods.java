package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.channel.OpenDirect.Opened;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.storage.TenantDatabase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `conversations.*` that concern conversations as such: create, open, list, look at.
public final class ConversationMethods {
  static final String[] READ = {"channels:read", "groups:read", "im:read", "mpim:read"};
  static final String[] WRITE = {
    "channels:manage", "channels:write", "groups:write", "im:write", "mpim:write"
  };

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<Boolean> INCLUDE_NUM_MEMBERS = Arg.bool("include_num_members").or(false);
  private static final Arg<Boolean> INCLUDE_LOCALE = Arg.bool("include_locale").or(false);
  private static final Arg<String> NAME = Arg.string("name").missing("invalid_name_required");
  private static final Arg<Boolean> IS_PRIVATE = Arg.bool("is_private").or(false);
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Integer> LIMIT = Arg.limit(100, 999);
  private static final Arg<List<String>> TYPES = Arg.list("types").or(List.of("public_channel"));
  private static final Arg<Boolean> EXCLUDE_ARCHIVED = Arg.bool("exclude_archived").or(false);
  private static final Arg<List<UserId>> USERS = Arg.userIds("users");
  private static final Arg<ChannelId> OPTIONAL_CHANNEL = Arg.channelId("channel");
  private static final Arg<Boolean> RETURN_IM = Arg.bool("return_im").or(false);
  private static final Set<String> KNOWN_TYPES =
      Set.of("public_channel", "private_channel", "mpim", "im");

  private final TenantDatabase database;
  private final ChannelService channels;
  private final ConversationReader conversations;

  public ConversationMethods(
      TenantDatabase database, ChannelService channels, ConversationReader conversations) {
    this.database = database;
    this.channels = channels;
    this.conversations = conversations;
  }

  public List<Method> all() {
    return List.of(
        Method.named("conversations.create", "Creates a channel; the caller becomes a member.")
            .scopes(WRITE)
            .tier(RateTier.TIER_2)
            .args(NAME, IS_PRIVATE)
            .writes()
            .errors(
                "invalid_name_required",
                "invalid_name_maxlength",
                "invalid_name_punctuation",
                "invalid_name_specials",
                "name_taken")
            .does(this::create),
        Method.named("conversations.list", "Lists the conversations the caller may see.")
            .scopes(READ)
            .tier(RateTier.TIER_2)
            .args(CURSOR, EXCLUDE_ARCHIVED, LIMIT, TYPES)
            .errors("invalid_types", "invalid_cursor", "invalid_limit")
            .does(this::list),
        Method.named("conversations.info", "Looks at one conversation.")
            .scopes(READ)
            .tier(RateTier.TIER_3)
            .args(CHANNEL, INCLUDE_LOCALE, INCLUDE_NUM_MEMBERS)
            .errors("channel_not_found")
            .does(this::info),
        Method.named("conversations.open", "Opens the direct or group message of some people.")
            .scopes(WRITE)
            .tier(RateTier.TIER_3)
            .args(OPTIONAL_CHANNEL, USERS, RETURN_IM)
            .writes()
            .errors(
                "channel_not_found", "user_not_found", "users_list_not_supplied", "too_many_users")
            .does(this::open));
  }

  private Reply create(Call call) {
    ChannelView channel =
        channels
            .create(
                call.workspace(), call.actor().user(), call.get(NAME), call.get(IS_PRIVATE), false)
            .channel();
    return Reply.ok().with("channel", channel);
  }

  private Reply list(Call call) {
    Set<String> types = new LinkedHashSet<>(call.get(TYPES));
    if (types.isEmpty() || !KNOWN_TYPES.containsAll(types)) {
      throw new Refusal("invalid_types");
    }
    ConversationReader.Filter filter =
        new ConversationReader.Filter(
            types.contains("public_channel"),
            types.contains("private_channel"),
            types.contains("mpim"),
            types.contains("im"),
            !call.get(EXCLUDE_ARCHIVED));
    long after = Cursors.read("conversations.list", call.get(CURSOR), 0);
    int limit = call.get(LIMIT);
    List<ChannelView> found =
        database.read(
            call.workspace(),
            handle ->
                conversations.page(
                    handle, call.workspace(), call.actor().user(), filter, after, limit + 1));
    List<ChannelView> page = found.subList(0, Math.min(limit, found.size()));
    String next =
        found.size() > limit
            ? Cursors.write("conversations.list", page.getLast().id().value())
            : "";
    return Reply.ok().with("channels", page).nextCursor(next);
  }

  private Reply info(Call call) {
    return Reply.ok().with("channel", visible(call, call.get(CHANNEL)));
  }

  private Reply open(Call call) {
    if (call.find(OPTIONAL_CHANNEL).isPresent()) {
      return answer(call, new Opened(visible(call, call.find(OPTIONAL_CHANNEL).get()).id(), true));
    }
    List<UserId> users = call.find(USERS).orElseThrow(() -> new Refusal("users_list_not_supplied"));
    if (users.isEmpty()) {
      throw new Refusal("users_list_not_supplied");
    }
    return answer(
        call, channels.open(call.workspace(), call.actor().user(), new LinkedHashSet<>(users)));
  }

  private Reply answer(Call call, Opened opened) {
    Reply reply = Reply.ok();
    if (opened.existed()) {
      reply.with("no_op", true).with("already_open", true);
    }
    return call.get(RETURN_IM)
        ? reply.with("channel", visible(call, opened.channel()))
        : reply.with("channel", Map.of("id", opened.channel().toString()));
  }

  private ChannelView visible(Call call, ChannelId channel) {
    return database.read(
        call.workspace(),
        handle -> channels.visible(handle, call.workspace(), call.actor().user(), channel));
  }
}
