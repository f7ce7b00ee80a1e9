package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import java.io.IOException;

/// How somebody stands in a thread.
///
/// @param root the message that the replies hang on
/// @param readNumber the number of the newest reply that they read
/// @param number the number of the newest reply
/// @param deletedAfter deleted replies after the marker
/// @param position the channel's offset at which the counts were true
public record ThreadMarkerView(
    ChannelId channel,
    MessageTs root,
    boolean isFollowing,
    MessageTs readTs,
    int readNumber,
    int number,
    int deletedAfter,
    long position)
    implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("channel", channel.toString());
    json.writeStringField("thread_ts", root.toString());
    json.writeBooleanField("following", isFollowing);
    json.writeStringField("read_ts", readTs.toString());
    json.writeNumberField("read_number", readNumber);
    json.writeNumberField("reply_number", number);
    json.writeNumberField("deleted_after", deletedAfter);
    json.writeNumberField("position", position);
  }
}
