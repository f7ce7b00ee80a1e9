package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import java.io.IOException;

/// That somebody put an emoji on a message, or took it away.
///
/// @param name the emoji's, without colons
/// @param author who wrote the message
public record ReactionEventView(
    ChannelId channel, MessageTs ts, UserId user, String name, UserId author) implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("channel", channel.toString());
    json.writeStringField("ts", ts.toString());
    json.writeStringField("user", user.toString());
    json.writeStringField("reaction", name);
    json.writeStringField("item_user", author.toString());
  }
}
