package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import java.io.IOException;

/// That somebody pinned a message to its channel, or took it down.
///
/// @param author who wrote the message
/// @param pinned when it was pinned, in seconds since 1970; 0 if it was taken down
public record PinEventView(ChannelId channel, MessageTs ts, UserId user, UserId author, long pinned)
    implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("channel", channel.toString());
    json.writeStringField("ts", ts.toString());
    json.writeStringField("user", user.toString());
    json.writeStringField("item_user", author.toString());
    if (pinned > 0) {
      json.writeNumberField("pinned_ts", pinned);
    }
  }
}
