package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.api.method.ConversationScopes.Right;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageReader;
import dev.parley.core.pin.PinReader;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What was said: `conversations.history`, newest first, in Slack's pages, and the address of one
/// message.
public final class HistoryMethods {
  private static final String HISTORY = "conversations.history";
  private static final long END = 9_999_999_999_999_999L;

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Integer> LIMIT = Arg.limit(100, 999);
  private static final Arg<MessageTs> OLDEST = Arg.moment("oldest").bad("invalid_ts_oldest");
  private static final Arg<MessageTs> LATEST = Arg.moment("latest").bad("invalid_ts_latest");
  private static final Arg<MessageTs> MESSAGE_TS =
      Arg.ts("message_ts").missing("message_not_found").bad("message_not_found");
  private static final Arg<Boolean> INCLUSIVE = Arg.bool("inclusive").or(false);
  private static final Arg<Boolean> METADATA = Arg.bool("include_all_metadata").or(false);

  private final TenantDatabase database;
  private final ChannelService channels;
  private final MessageReader messages;
  private final ConversationScopes scopes;
  private final WorkspaceService workspaces;

  public HistoryMethods(
      TenantDatabase database,
      ChannelService channels,
      MessageReader messages,
      WorkspaceService workspaces) {
    this.workspaces = workspaces;
    this.database = database;
    this.channels = channels;
    this.messages = messages;
    this.scopes = new ConversationScopes(database, channels);
  }

  public List<Method> all() {
    return List.of(
        Method.named(HISTORY, "Reads what was said in a conversation, newest first.")
            .scopes(Right.HISTORY.all())
            .tier(RateTier.SPECIAL)
            .args(CHANNEL, CURSOR, LIMIT, OLDEST, LATEST, INCLUSIVE, METADATA)
            .errors(
                "channel_not_found",
                "not_in_channel",
                "invalid_cursor",
                "invalid_limit",
                "invalid_ts_oldest",
                "invalid_ts_latest")
            .does(scopes.guard(Right.HISTORY, CHANNEL, this::history)),
        Method.named("chat.getPermalink", "Gives the address of a message.")
            .tier(RateTier.SPECIAL)
            .args(CHANNEL, MESSAGE_TS)
            .errors("channel_not_found", "not_in_channel", "message_not_found")
            .does(this::permalink));
  }

  private Reply permalink(Call call) {
    ChannelId channel = call.get(CHANNEL);
    MessageTs ts = call.get(MESSAGE_TS);
    MessageView message =
        database.read(
            call.workspace(),
            handle -> {
              var _ = channels.joinedOrPublic(handle, call.workspace(), call.actor(), channel);
              return messages.some(handle, call.workspace(), channel, List.of(ts)).get(ts);
            });
    if (message == null) {
      throw new Refusal("message_not_found");
    }
    return Reply.ok()
        .with("channel", channel.toString())
        .with("permalink", new Permalinks(call, workspaces).of(message));
  }

  private Reply history(Call call) {
    int step = call.get(INCLUSIVE) ? 1 : 0;
    long oldest = call.find(OLDEST).map(ts -> ts.micros() - step).orElse(0L);
    long latest =
        call.find(LATEST)
            .filter(ts -> ts.micros() > 0)
            .map(ts -> Math.min(END, ts.micros() + step))
            .orElse(END);
    long before = Math.min(latest, Cursors.read(call, HISTORY, call.get(CURSOR), END));
    int limit = call.get(LIMIT);
    MessageReader.Span span =
        new MessageReader.Span(
            new MessageTs(Math.max(0, oldest)), new MessageTs(Math.max(0, before)), limit + 1);
    MessageReader.Visible readable =
        database.read(call.workspace(), handle -> read(handle, call, call.get(CHANNEL), span));
    List<MessageView> found = readable.messages();
    boolean more = found.size() > limit;
    List<MessageView> page = found.subList(0, Math.min(limit, found.size()));
    Map<MessageTs, MessageView> roots = roots(call, page);
    return Reply.ok()
        .with("messages", page.stream().map(message -> shape(call, message, roots)).toList())
        .with("has_more", more)
        .with("pin_count", readable.pins())
        .with("channel_actions_count", 0)
        .nextCursor(more ? Cursors.write(call, HISTORY, page.getLast().ts().micros()) : "");
  }

  /// The messages that replies of a page answer which are shown in the channel too.
  private Map<MessageTs, MessageView> roots(Call call, List<MessageView> page) {
    Set<MessageTs> wanted = new HashSet<>();
    for (MessageView message : page) {
      if (message.repliesTo() != null) {
        wanted.add(message.repliesTo());
      }
    }
    return wanted.isEmpty()
        ? Map.of()
        : database.read(
            call.workspace(),
            handle -> messages.some(handle, call.workspace(), call.get(CHANNEL), wanted));
  }

  private static JsonView shape(Call call, MessageView message, Map<MessageTs, MessageView> roots) {
    JsonView plain = (call.get(METADATA) ? message : message.withoutMetadata()).inSlacksShape();
    MessageView root = message.repliesTo() == null ? null : roots.get(message.repliesTo());
    if (root == null) {
      return plain;
    }
    return json -> {
      plain.writeFields(json);
      json.writeFieldName("root");
      root.asSlacksRoot().write(json);
    };
  }

  /// An ordinary page takes one statement; one that is refused, or has no messages, more.
  private MessageReader.Visible read(
      Handle handle, Call call, ChannelId channel, MessageReader.Span span) {
    MessageReader.Visible found =
        messages.readable(handle, call.workspace(), channel, call.actor(), span);
    if (!found.messages().isEmpty()) {
      return found;
    }
    var _ = channels.joinedOrPublic(handle, call.workspace(), call.actor(), channel);
    int pins = PinReader.of(handle, call.workspace(), channel).size();
    return new MessageReader.Visible(List.of(), pins);
  }
}
