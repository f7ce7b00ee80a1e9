package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import java.io.IOException;

/// Somebody's read marker in a channel and what is counted from it.
///
/// @param version grows whenever the marker was moved back; within a version the marker only grows
/// @param position the channel's offset at which the counts were true
/// @param deletedAfter deleted numbered messages after the marker
/// @param mentionCount mentions after the marker, personal and of the whole channel
/// @param everybodyCount those of them that are of the whole channel
public record MarkerView(
    ChannelId channel,
    MessageTs ts,
    int number,
    int version,
    long position,
    int deletedAfter,
    int mentionCount,
    int everybodyCount)
    implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("channel", channel.toString());
    json.writeStringField("ts", ts.toString());
    json.writeNumberField("number", number);
    json.writeNumberField("version", version);
    json.writeNumberField("position", position);
    json.writeNumberField("deleted_after", deletedAfter);
    json.writeNumberField("mention_count", mentionCount);
    json.writeNumberField("everybody_count", everybodyCount);
  }
}
