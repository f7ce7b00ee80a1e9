package dev.parley.api.method;

import dev.parley.api.Call;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ThreadView;

/// The addresses at which the page shows messages of the caller's workspace.
final class Permalinks {
  private final String archives;

  Permalinks(Call call, WorkspaceService workspaces) {
    String slug = workspaces.require(call.workspace().toString()).slug();
    archives = call.client().origin() + "/w/" + slug + "/archives/";
  }

  private String of(ChannelId channel, MessageTs ts) {
    return archives + channel + "/p" + ts.toString().replace(".", "");
  }

  /// A message where it is an item of a list, with its address.
  JsonView item(MessageView message) {
    return with(message, message.asItem());
  }

  /// What is shown of a message, with its address.
  JsonView with(MessageView message, JsonView shown) {
    return json -> {
      shown.writeFields(json);
      json.writeStringField("permalink", of(message));
    };
  }

  /// That of a reply names its thread, as Slack's do.
  String of(MessageView message) {
    String address = of(message.channel(), message.ts());
    return message.thread() instanceof ThreadView.Reply reply
        ? address + "?thread_ts=" + reply.root() + "&cid=" + message.channel()
        : address;
  }
}
