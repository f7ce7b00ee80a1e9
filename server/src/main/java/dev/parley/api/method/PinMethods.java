package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageReader;
import dev.parley.core.pin.PinReader;
import dev.parley.core.pin.PinReader.Pinned;
import dev.parley.core.pin.PinService;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// `pins.*`: messages that are put up for everybody in their channel.
public final class PinMethods {
  /// The codes of both ways to change a pin.
  private static final String[] ERRORS = {
    "bad_timestamp",
    "channel_not_found",
    "is_archived",
    "message_not_found",
    "no_item_specified",
    "not_in_channel"
  };

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<MessageTs> TIMESTAMP =
      Arg.ts("timestamp").missing("no_item_specified").bad("bad_timestamp");

  private final TenantDatabase database;
  private final PinService pins;
  private final ChannelService channels;
  private final MessageReader messages;
  private final WorkspaceService workspaces;

  public PinMethods(
      TenantDatabase database,
      PinService pins,
      ChannelService channels,
      MessageReader messages,
      WorkspaceService workspaces) {
    this.workspaces = workspaces;
    this.database = database;
    this.pins = pins;
    this.channels = channels;
    this.messages = messages;
  }

  public List<Method> all() {
    return List.of(
        Method.named("pins.add", "Pins a message to its channel.")
            .scopes("pins:write")
            .tier(RateTier.TIER_2)
            .args(CHANNEL, TIMESTAMP)
            .writes()
            .errors(ERRORS)
            .errors("already_pinned", "not_pinnable", "too_many_pins")
            .does(this::add),
        Method.named("pins.remove", "Takes a pinned message down.")
            .scopes("pins:write")
            .tier(RateTier.TIER_2)
            .args(CHANNEL, TIMESTAMP)
            .writes()
            .errors(ERRORS)
            .errors("not_pinned")
            .does(this::remove),
        Method.named("pins.list", "Lists what is pinned to a channel, the newest pin first.")
            .scopes("pins:read")
            .tier(RateTier.TIER_2)
            .args(CHANNEL)
            .errors("channel_not_found", "not_in_channel")
            .does(this::list));
  }

  private Reply add(Call call) {
    pins.pin(call.workspace(), call.get(CHANNEL), call.get(TIMESTAMP), call.actor().user());
    return Reply.ok();
  }

  private Reply remove(Call call) {
    pins.unpin(call.workspace(), call.get(CHANNEL), call.get(TIMESTAMP), call.actor().user());
    return Reply.ok();
  }

  private Reply list(Call call) {
    Permalinks permalinks = new Permalinks(call, workspaces);
    List<JsonView> items =
        database.read(call.workspace(), handle -> items(handle, call, permalinks));
    return Reply.ok().with("items", items);
  }

  private List<JsonView> items(Handle handle, Call call, Permalinks permalinks) {
    ChannelId channel = call.get(CHANNEL);
    var _ = channels.joinedOrPublic(handle, call.workspace(), call.actor(), channel);
    List<Pinned> pinned = PinReader.of(handle, call.workspace(), channel);
    Map<MessageTs, MessageView> found =
        messages.some(handle, call.workspace(), channel, pinned.stream().map(Pinned::ts).toList());
    return pinned.stream()
        .flatMap(
            pin ->
                Optional.ofNullable(found.get(pin.ts()))
                    .map(message -> item(pin, message, permalinks))
                    .stream())
        .toList();
  }

  private static JsonView item(Pinned pin, MessageView message, Permalinks permalinks) {
    return json -> {
      json.writeStringField("type", "message");
      json.writeNumberField("created", pin.at().getEpochSecond());
      json.writeStringField("created_by", pin.by().toString());
      json.writeStringField("channel", message.channel().toString());
      json.writeFieldName("message");
      permalinks.with(message, message.withoutMetadata().inSlacksShape()).write(json);
    };
  }
}
