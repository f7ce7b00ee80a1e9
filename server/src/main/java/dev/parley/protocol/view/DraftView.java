package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import java.io.IOException;

/// What somebody has begun to write.
///
/// @param thread the root of the thread, or [MessageTs#ZERO] at top level
/// @param text as it would be posted; empty if there is nothing any more
/// @param updated when it was kept last
public record DraftView(ChannelId channel, MessageTs thread, String text, MessageTs updated)
    implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("channel", channel.toString());
    if (!thread.equals(MessageTs.ZERO)) {
      json.writeStringField("thread_ts", thread.toString());
    }
    json.writeStringField("text", text);
    json.writeStringField("updated", updated.toString());
  }
}
