package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import java.io.IOException;

/// A public channel as the page needs it in lists: `FoundChannel` of `docs/protocol.md`.
///
/// @param topic empty if there is none
/// @param purpose empty if there is none
public record FoundChannelView(
    ChannelId id,
    String name,
    String topic,
    String purpose,
    int memberCount,
    boolean isArchived,
    boolean isMember)
    implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("id", id.toString());
    json.writeStringField("name", name);
    if (!topic.isEmpty()) {
      json.writeStringField("topic", topic);
    }
    if (!purpose.isEmpty()) {
      json.writeStringField("purpose", purpose);
    }
    json.writeNumberField("num_members", memberCount);
    json.writeBooleanField("is_archived", isArchived);
    json.writeBooleanField("is_member", isMember);
  }
}
