package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.api.method.ConversationScopes.Kind;
import dev.parley.api.method.ConversationScopes.Right;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.channel.ConversationReader.Filter;
import dev.parley.core.channel.ConversationReader.Of;
import dev.parley.core.channel.OpenDirect.Opened;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.JsonView;
import dev.parley.storage.TenantDatabase;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// `conversations.*` that concern conversations as such: create, open, list, look at.
public final class ConversationMethods {
  private static final String LIST = "conversations.list";
  private static final String LIST_OF = "users.conversations";

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<Boolean> INCLUDE_NUM_MEMBERS = Arg.bool("include_num_members").or(false);
  private static final Arg<Boolean> INCLUDE_LOCALE = Arg.bool("include_locale").or(false);
  private static final Arg<String> NAME = Arg.string("name").missing("invalid_name_required");
  private static final Arg<Boolean> IS_PRIVATE = Arg.bool("is_private").or(false);
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Integer> LIMIT = Arg.limit(100, 999);
  private static final Arg<List<String>> TYPES = Arg.list("types").or(List.of("public_channel"));
  private static final Arg<Boolean> EXCLUDE_MUTED = Arg.bool("exclude_muted").or(false);
  private static final Arg<Boolean> EXCLUDE_ARCHIVED = Arg.bool("exclude_archived").or(false);
  private static final Arg<UserId> USER = Arg.userId("user");
  private static final Arg<List<UserId>> USERS = Arg.userIds("users");
  private static final Arg<ChannelId> OPTIONAL_CHANNEL = Arg.channelId("channel");
  private static final Arg<Boolean> RETURN_IM = Arg.bool("return_im").or(false);
  private static final Map<String, Kind> KNOWN_TYPES =
      Map.of(
          "public_channel",
          Kind.PUBLIC,
          "private_channel",
          Kind.PRIVATE,
          "mpim",
          Kind.GROUP,
          "im",
          Kind.DIRECT);

  private final TenantDatabase database;
  private final ChannelService channels;
  private final ConversationReader conversations;
  private final UserService users;
  private final ConversationScopes scopes;

  public ConversationMethods(
      TenantDatabase database,
      ChannelService channels,
      ConversationReader conversations,
      UserService users) {
    this.users = users;
    this.database = database;
    this.channels = channels;
    this.conversations = conversations;
    this.scopes = new ConversationScopes(database, channels);
  }

  public List<Method> all() {
    return List.of(
        Method.named("conversations.create", "Creates a channel; the caller becomes a member.")
            .scopes(Right.WRITE.all())
            .tier(RateTier.TIER_2)
            .args(NAME, IS_PRIVATE)
            .writes()
            .errors(
                "invalid_name_required",
                "invalid_name_maxlength",
                "invalid_name_punctuation",
                "invalid_name_specials",
                "name_taken",
                "user_is_restricted")
            .does(this::create),
        Method.named(LIST, "Lists the conversations the caller may see.")
            .scopes(Right.READ.all())
            .tier(RateTier.TIER_2)
            .args(CURSOR, EXCLUDE_ARCHIVED, LIMIT, TYPES)
            .errors("invalid_types", "invalid_cursor", "invalid_limit")
            .does(this::list),
        Method.named(LIST_OF, "Lists the conversations somebody is in.")
            .scopes(Right.READ.all())
            .tier(RateTier.TIER_3)
            .args(CURSOR, EXCLUDE_ARCHIVED, EXCLUDE_MUTED, LIMIT, TYPES, USER)
            .errors("invalid_types", "invalid_cursor", "invalid_limit", "user_not_found")
            .does(this::listOf),
        Method.named("conversations.info", "Looks at one conversation.")
            .scopes(Right.READ.all())
            .tier(RateTier.TIER_3)
            .args(CHANNEL, INCLUDE_LOCALE, INCLUDE_NUM_MEMBERS)
            .errors("channel_not_found")
            .does(scopes.guard(Right.READ, CHANNEL, this::info)),
        Method.named("conversations.open", "Opens the direct or group message of some people.")
            .scopes(Right.WRITE.all())
            .tier(RateTier.TIER_3)
            .args(OPTIONAL_CHANNEL, USERS, RETURN_IM)
            .writes()
            .errors(
                "channel_not_found",
                "user_disabled",
                "user_not_found",
                "users_list_not_supplied",
                "too_many_users")
            .does(this::open),
        Method.named("conversations.close", "Puts a direct or group message away.")
            .scopes(Right.WRITE.all())
            .tier(RateTier.TIER_2)
            .args(CHANNEL)
            .writes()
            .errors("channel_not_found", "method_not_supported_for_channel_type")
            .does(scopes.guard(Right.WRITE, CHANNEL, this::close)));
  }

  private Reply create(Call call) {
    Kind kind = call.get(IS_PRIVATE) ? Kind.PRIVATE : Kind.PUBLIC;
    if (!ConversationScopes.may(call, Right.WRITE, kind)) {
      return ConversationScopes.missing(call, Right.WRITE, kind);
    }
    ChannelView channel =
        channels.create(call.actor(), call.get(NAME), call.get(IS_PRIVATE)).channel();
    return Reply.ok().with("channel", channel);
  }

  private Reply list(Call call) {
    Actor actor = call.actor();
    Of own = new Of(actor.user(), true, false);
    return page(
        call,
        LIST,
        (handle, filter, after, limit) ->
            actor.isGuest()
                ? conversations.pageOf(
                    handle, call.workspace(), actor.user(), own, filter, after, limit)
                : conversations.page(handle, call.workspace(), actor.user(), filter, after, limit));
  }

  /// Bots and guests see of others only what they share with them.
  private Reply listOf(Call call) {
    Actor actor = call.actor();
    UserId user = call.find(USER).orElse(actor.user());
    var _ = users.get(actor, user);
    boolean unmuted = call.get(EXCLUDE_MUTED) && user.equals(actor.user());
    Of of = new Of(user, actor.isBot() || actor.isGuest(), unmuted);
    return page(
        call,
        LIST_OF,
        (handle, filter, after, limit) ->
            conversations.pageOf(handle, call.workspace(), actor.user(), of, filter, after, limit));
  }

  /// Reads conversations after an id.
  @FunctionalInterface
  private interface Source {
    List<ChannelView> read(Handle handle, Filter filter, long after, int limit);
  }

  private Reply page(Call call, String method, Source source) {
    Set<String> types = new LinkedHashSet<>(call.get(TYPES));
    if (types.isEmpty() || !KNOWN_TYPES.keySet().containsAll(types)) {
      throw new Refusal("invalid_types");
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    types.forEach(type -> kinds.add(KNOWN_TYPES.get(type)));
    Kind first = kinds.iterator().next();
    kinds.removeIf(kind -> !ConversationScopes.may(call, Right.READ, kind));
    if (kinds.isEmpty()) {
      return ConversationScopes.missing(call, Right.READ, first);
    }
    Filter filter =
        new Filter(
            kinds.contains(Kind.PUBLIC),
            kinds.contains(Kind.PRIVATE),
            kinds.contains(Kind.GROUP),
            kinds.contains(Kind.DIRECT),
            !call.get(EXCLUDE_ARCHIVED));
    long after = Cursors.read(call, method, call.get(CURSOR), 0);
    int limit = call.get(LIMIT);
    List<ChannelView> found =
        database.read(call.workspace(), handle -> source.read(handle, filter, after, limit + 1));
    List<ChannelView> page = found.subList(0, Math.min(limit, found.size()));
    String next =
        found.size() > limit ? Cursors.write(call, method, page.getLast().id().value()) : "";
    return Reply.ok().with("channels", page).nextCursor(next);
  }

  private Reply info(Call call) {
    return Reply.ok().with("channel", shown(call, call.get(CHANNEL)));
  }

  /// A conversation, and to programs of people who are in it how far these have read.
  private JsonView shown(Call call, ChannelId channel) {
    boolean isProgram = !(call.actor().credential() instanceof Credential.Session);
    Optional<ConversationView> own =
        isProgram && !call.actor().isBot() ? own(call, channel) : Optional.empty();
    return own.isPresent() ? read(own.get()) : visible(call, channel);
  }

  private static JsonView read(ConversationView own) {
    return json -> {
      own.channel().writeFields(json);
      json.writeStringField("last_read", own.marker().ts().toString());
      json.writeNumberField("unread_count", own.unread());
      json.writeNumberField("unread_count_display", own.unread());
    };
  }

  private Reply open(Call call) {
    if (call.find(OPTIONAL_CHANNEL).isPresent()) {
      ChannelId channel = call.get(OPTIONAL_CHANNEL);
      return scopes
          .refusal(call, Right.WRITE, channel)
          .orElseGet(() -> answer(call, new Opened(visible(call, channel).id(), true)));
    }
    List<UserId> people =
        call.find(USERS).orElseThrow(() -> new Refusal("users_list_not_supplied"));
    if (people.isEmpty()) {
      throw new Refusal("users_list_not_supplied");
    }
    Set<UserId> all = new LinkedHashSet<>(people);
    all.remove(call.actor().user());
    Kind kind = all.size() > 1 ? Kind.GROUP : Kind.DIRECT;
    if (!ConversationScopes.may(call, Right.WRITE, kind)) {
      return ConversationScopes.missing(call, Right.WRITE, kind);
    }
    users.requireMet(call.actor(), people);
    return answer(
        call, channels.open(call.workspace(), call.actor().user(), new LinkedHashSet<>(people)));
  }

  private Reply answer(Call call, Opened opened) {
    Reply reply = Reply.ok();
    boolean wasOpen = opened.existed() && !isClosed(call, opened.channel());
    if (opened.existed() && !wasOpen) {
      var _ = channels.close(call.actor(), opened.channel(), false);
    }
    if (wasOpen) {
      reply.with("no_op", true).with("already_open", true);
    }
    return call.get(RETURN_IM)
        ? reply.with("channel", shown(call, opened.channel()))
        : reply.with("channel", Map.of("id", opened.channel().toString()));
  }

  private boolean isClosed(Call call, ChannelId channel) {
    return own(call, channel).filter(ConversationView::isClosed).isPresent();
  }

  private Optional<ConversationView> own(Call call, ChannelId channel) {
    UserId self = call.actor().user();
    return database
        .read(
            call.workspace(),
            handle -> conversations.mine(handle, call.workspace(), self, List.of(channel)))
        .stream()
        .findFirst();
  }

  private Reply close(Call call) {
    ChannelId channel = call.get(CHANNEL);
    if (channel.kind() == ChannelKind.CHANNEL) {
      var _ = visible(call, channel);
    }
    return channels.close(call.actor(), channel, true)
        ? Reply.ok()
        : Reply.ok().with("no_op", true).with("already_closed", true);
  }

  private ChannelView visible(Call call, ChannelId channel) {
    return database.read(
        call.workspace(),
        handle -> channels.visible(handle, call.workspace(), call.actor().user(), channel));
  }
}
