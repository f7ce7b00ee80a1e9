package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.message.MessageReader;
import dev.parley.core.star.StarReader;
import dev.parley.core.star.StarReader.Starred;
import dev.parley.core.star.StarService;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// `stars.*`: what people save for later.
public final class StarMethods {
  private static final String LIST = "stars.list";
  private static final int MOST_PAGED = 2_000;

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("no_item_specified");
  private static final Arg<MessageTs> TIMESTAMP = Arg.ts("timestamp").bad("bad_timestamp");
  private static final Arg<Integer> COUNT = Arg.integer("count", 1, 1_000).or(100);
  private static final Arg<Integer> PAGE = Arg.integer("page", 1, 100).or(1);
  private static final Arg<String> CURSOR = Arg.string("cursor");
  private static final Arg<Integer> LIMIT = Arg.limit(0, 1_000);

  private final TenantDatabase database;
  private final StarService stars;
  private final MessageReader messages;
  private final WorkspaceService workspaces;

  public StarMethods(
      TenantDatabase database,
      StarService stars,
      MessageReader messages,
      WorkspaceService workspaces) {
    this.workspaces = workspaces;
    this.database = database;
    this.stars = stars;
    this.messages = messages;
  }

  public List<Method> all() {
    return List.of(
        Method.named("stars.add", "Saves a message or a conversation for later.")
            .people()
            .userScopes("stars:write")
            .tier(RateTier.TIER_2)
            .args(CHANNEL, TIMESTAMP)
            .writes()
            .errors(
                "already_starred",
                "bad_timestamp",
                "channel_not_found",
                "message_not_found",
                "no_item_specified")
            .does(this::add),
        Method.named("stars.remove", "Takes something from what one saved for later.")
            .people()
            .userScopes("stars:write")
            .tier(RateTier.TIER_2)
            .args(CHANNEL, TIMESTAMP)
            .writes()
            .errors("bad_timestamp", "channel_not_found", "no_item_specified", "not_starred")
            .does(this::remove),
        Method.named(LIST, "Lists what one saved for later, the newest first.")
            .people()
            .userScopes("stars:read")
            .tier(RateTier.TIER_3)
            .args(COUNT, PAGE, CURSOR, LIMIT)
            .does(this::list));
  }

  private Reply add(Call call) {
    stars.add(call.workspace(), call.actor().user(), call.get(CHANNEL), ts(call));
    return Reply.ok();
  }

  private Reply remove(Call call) {
    stars.remove(call.workspace(), call.actor().user(), call.get(CHANNEL), ts(call));
    return Reply.ok();
  }

  private static MessageTs ts(Call call) {
    return call.find(TIMESTAMP).orElse(MessageTs.ZERO);
  }

  /// By cursor if the caller gives one or a limit, else by number.
  private Reply list(Call call) {
    Permalinks permalinks = new Permalinks(call, workspaces);
    return database.read(
        call.workspace(),
        handle ->
            call.find(CURSOR).isPresent() || call.get(LIMIT) > 0
                ? byCursor(handle, call, permalinks)
                : byNumber(handle, call, permalinks));
  }

  private Reply byCursor(Handle handle, Call call, Permalinks permalinks) {
    int limit = call.get(LIMIT) > 0 ? call.get(LIMIT) : call.get(COUNT);
    long before = Cursors.read(call, LIST, call.find(CURSOR).orElse(""), Long.MAX_VALUE);
    List<Starred> found = StarReader.of(handle, call.actor(), before, limit + 1);
    boolean more = found.size() > limit;
    List<Starred> page = found.subList(0, Math.min(limit, found.size()));
    return Reply.ok()
        .with("items", items(handle, call, permalinks, page))
        .nextCursor(more ? Cursors.write(call, LIST, page.getLast().id()) : "");
  }

  private Reply byNumber(Handle handle, Call call, Permalinks permalinks) {
    List<Starred> all = StarReader.of(handle, call.actor(), Long.MAX_VALUE, MOST_PAGED);
    Paging paging = new Paging(all.size(), call.get(PAGE), call.get(COUNT));
    return Reply.ok()
        .with("items", items(handle, call, permalinks, paging.of(all)))
        .with("paging", paging.spilling());
  }

  private List<JsonView> items(
      Handle handle, Call call, Permalinks permalinks, List<Starred> stars) {
    Map<ChannelId, Map<MessageTs, MessageView>> found = new HashMap<>();
    for (Starred star : stars) {
      if (!found.containsKey(star.channel())) {
        List<MessageTs> wanted =
            stars.stream()
                .filter(s -> s.channel().equals(star.channel()))
                .map(Starred::ts)
                .toList();
        found.put(star.channel(), messages.some(handle, call.workspace(), star.channel(), wanted));
      }
    }
    return stars.stream()
        .map(
            star ->
                item(permalinks, star, found.getOrDefault(star.channel(), Map.of()).get(star.ts())))
        .toList();
  }

  /// @param message null if the conversation as a whole is meant
  private static JsonView item(Permalinks permalinks, Starred star, @Nullable MessageView message) {
    return json -> {
      json.writeStringField("type", message == null ? kind(star.channel()) : "message");
      json.writeStringField("channel", star.channel().toString());
      if (message != null) {
        json.writeFieldName("message");
        permalinks.item(message).write(json);
      }
      json.writeNumberField("date_create", star.at().getEpochSecond());
    };
  }

  private static String kind(ChannelId channel) {
    return switch (channel.kind()) {
      case CHANNEL -> "channel";
      case DIRECT -> "im";
      case GROUP -> "group";
    };
  }
}
