package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import java.io.IOException;

/// That a person saved something for later, or does so no more.
///
/// @param ts the message, or [MessageTs#ZERO] for the conversation as a whole
/// @param saved when it was saved, in seconds since 1970; 0 if it no longer is
public record StarEventView(ChannelId channel, MessageTs ts, long saved) implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("channel", channel.toString());
    if (!ts.equals(MessageTs.ZERO)) {
      json.writeStringField("ts", ts.toString());
    }
    if (saved > 0) {
      json.writeNumberField("date_create", saved);
    }
  }
}
