package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageReader;
import dev.parley.core.reaction.ReactionReader;
import dev.parley.core.reaction.ReactionReader.Place;
import dev.parley.core.reaction.ReactionService;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// `reactions.*`: emoji on messages.
public final class ReactionMethods {
  private static final String LIST = "reactions.list";
  private static final int MOST_LISTED = 2_000;
  /// The codes of both ways to change a reaction.
  private static final String[] ERRORS = {
    "bad_timestamp",
    "channel_not_found",
    "invalid_name",
    "is_archived",
    "message_not_found",
    "no_item_specified",
    "not_in_channel"
  };

  private static final Arg<String> NAME = Arg.string("name").missing("invalid_name");
  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("no_item_specified");
  private static final Arg<MessageTs> TIMESTAMP =
      Arg.ts("timestamp").missing("bad_timestamp").bad("bad_timestamp");
  private static final Arg<Boolean> FULL = Arg.bool("full").or(false);
  private static final Arg<UserId> USER = Arg.userId("user");
  private static final Arg<Integer> COUNT = Arg.integer("count", 1, 1_000).or(100);
  private static final Arg<Integer> PAGE = Arg.integer("page", 1, 100).or(1);
  private static final Arg<String> CURSOR = Arg.string("cursor");
  private static final Arg<Integer> LIMIT = Arg.limit(0, 1_000);

  private final TenantDatabase database;
  private final ReactionService reactions;
  private final ChannelService channels;
  private final MessageReader messages;
  private final UserService users;
  private final WorkspaceService workspaces;

  public ReactionMethods(
      TenantDatabase database,
      ReactionService reactions,
      ChannelService channels,
      MessageReader messages,
      UserService users,
      WorkspaceService workspaces) {
    this.workspaces = workspaces;
    this.users = users;
    this.database = database;
    this.reactions = reactions;
    this.channels = channels;
    this.messages = messages;
  }

  public List<Method> all() {
    return List.of(
        Method.named("reactions.add", "Puts an emoji on a message.")
            .scopes("reactions:write")
            .tier(RateTier.TIER_3)
            .args(NAME, CHANNEL, TIMESTAMP)
            .writes()
            .errors(ERRORS)
            .errors("already_reacted", "too_many_emoji", "too_many_reactions")
            .does(this::add),
        Method.named("reactions.remove", "Takes one's own emoji from a message.")
            .scopes("reactions:write")
            .tier(RateTier.TIER_2)
            .args(NAME, CHANNEL, TIMESTAMP)
            .writes()
            .errors(ERRORS)
            .errors("no_reaction")
            .does(this::remove),
        Method.named("reactions.get", "Reads a message with what people put on it.")
            .scopes("reactions:read")
            .tier(RateTier.TIER_3)
            .args(CHANNEL, TIMESTAMP, FULL)
            .errors(
                "bad_timestamp",
                "channel_not_found",
                "message_not_found",
                "no_item_specified",
                "not_in_channel")
            .does(this::get),
        Method.named(LIST, "Lists the messages to which somebody reacted.")
            .scopes("reactions:read")
            .tier(RateTier.TIER_2)
            .args(USER, FULL, COUNT, PAGE, CURSOR, LIMIT)
            .errors("invalid_cursor", "invalid_limit", "user_not_found")
            .does(this::list));
  }

  private Reply add(Call call) {
    reactions.add(
        call.workspace(),
        call.get(CHANNEL),
        call.get(TIMESTAMP),
        call.actor().user(),
        call.get(NAME));
    return Reply.ok();
  }

  private Reply remove(Call call) {
    reactions.remove(
        call.workspace(),
        call.get(CHANNEL),
        call.get(TIMESTAMP),
        call.actor().user(),
        call.get(NAME));
    return Reply.ok();
  }

  private Reply get(Call call) {
    ChannelId channel = call.get(CHANNEL);
    MessageView message =
        database.read(
            call.workspace(),
            handle -> {
              var _ = channels.joinedOrPublic(handle, call.workspace(), call.actor(), channel);
              return messages
                  .some(handle, call.workspace(), channel, List.of(call.get(TIMESTAMP)))
                  .get(call.get(TIMESTAMP));
            });
    if (message == null) {
      throw new Refusal("message_not_found");
    }
    return Reply.ok()
        .with("type", "message")
        .with("channel", channel.toString())
        .with("message", new Permalinks(call, workspaces).item(message));
  }

  private Reply list(Call call) {
    UserId user = call.find(USER).orElse(call.actor().user());
    var _ = users.get(call.actor(), user);
    Permalinks permalinks = new Permalinks(call, workspaces);
    return database.read(
        call.workspace(),
        handle -> {
          List<Place> places =
              ReactionReader.ofPerson(handle, call.actor(), user, MOST_LISTED).stream()
                  .distinct()
                  .toList();
          return call.find(CURSOR).isPresent() || call.get(LIMIT) > 0
              ? byCursor(handle, call, permalinks, places)
              : byNumber(handle, call, permalinks, places);
        });
  }

  private Reply byNumber(Handle handle, Call call, Permalinks permalinks, List<Place> places) {
    Paging paging = new Paging(places.size(), call.get(PAGE), call.get(COUNT));
    return Reply.ok()
        .with("items", items(handle, call, permalinks, paging.of(places)))
        .with("paging", paging.paging());
  }

  private Reply byCursor(Handle handle, Call call, Permalinks permalinks, List<Place> places) {
    int limit = call.get(LIMIT) > 0 ? call.get(LIMIT) : call.get(COUNT);
    long before = Math.max(0, Cursors.read(call, LIST, call.find(CURSOR).orElse(""), 0));
    List<Place> page = places.stream().skip(before).limit(limit).toList();
    boolean more = before + page.size() < places.size();
    return Reply.ok()
        .with("items", items(handle, call, permalinks, page))
        .nextCursor(more ? Cursors.write(call, LIST, before + page.size()) : "");
  }

  private List<Map<String, Object>> items(
      Handle handle, Call call, Permalinks permalinks, List<Place> places) {
    Map<Place, MessageView> found = read(handle, call, places);
    return places.stream()
        .flatMap(place -> Optional.ofNullable(found.get(place)).stream())
        .map(message -> item(message, permalinks))
        .toList();
  }

  private static Map<String, Object> item(MessageView message, Permalinks permalinks) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("type", "message");
    item.put("channel", message.channel().toString());
    item.put("message", permalinks.item(message));
    return item;
  }

  private Map<Place, MessageView> read(Handle handle, Call call, List<Place> places) {
    Map<ChannelId, List<MessageTs>> byChannel = new LinkedHashMap<>();
    places.forEach(
        place ->
            byChannel.computeIfAbsent(place.channel(), _ -> new ArrayList<>()).add(place.ts()));
    Map<Place, MessageView> found = new LinkedHashMap<>();
    byChannel.forEach(
        (channel, tss) ->
            messages
                .some(handle, call.workspace(), channel, tss)
                .forEach((ts, message) -> found.put(new Place(channel, ts), message)));
    return found;
  }
}
