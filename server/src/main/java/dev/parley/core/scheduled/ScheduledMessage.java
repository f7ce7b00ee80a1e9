package dev.parley.core.scheduled;

import dev.parley.core.message.Reach;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.ScheduledId;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageContent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that is to be posted later.
///
/// @param clientMsgId the post's, the same however often it is tried
/// @param reach in which conversations its author may post besides their own
/// @param thread any message of the thread that it answers, or null
/// @param isBroadcast whether a reply is to be shown in the channel too
public record ScheduledMessage(
    ScheduledId id,
    ChannelId channel,
    UserId author,
    Instant postAt,
    Instant created,
    UUID clientMsgId,
    Reach reach,
    @Nullable MessageTs thread,
    boolean isBroadcast,
    MessageContent content) {

  /// It in Slack's shape, as an item of a list.
  public JsonView asItem() {
    return json -> {
      json.writeStringField("id", id.toString());
      json.writeStringField("channel_id", channel.toString());
      json.writeNumberField("post_at", postAt.getEpochSecond());
      json.writeNumberField("date_created", created.getEpochSecond());
      json.writeStringField("text", content.text());
    };
  }

  /// It for its author's page, with all that is needed to schedule it anew.
  public JsonView asOwn() {
    return json -> {
      asItem().writeFields(json);
      content.withoutMetadata().writeParts(json);
      if (thread != null) {
        json.writeStringField("thread_ts", thread.toString());
        json.writeBooleanField("reply_broadcast", isBroadcast);
      }
    };
  }

  /// What it will say, in Slack's shape.
  public JsonView asMessage(String team) {
    return json -> {
      json.writeStringField("type", "delayed_message");
      json.writeStringField("user", author.toString());
      json.writeStringField("team", team);
      content.withoutMetadata().writeFields(json);
      if (thread != null) {
        json.writeStringField("thread_ts", thread.toString());
      }
    };
  }
}
