package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.UserId;
import java.io.IOException;
import java.util.List;

/// What people put on a message by one emoji.
///
/// @param name the emoji's, without colons, with `::skin-tone-2` to `6` behind it if there is one
/// @param users who did, the first first; not empty
public record ReactionView(String name, List<UserId> users) implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("name", name);
    json.writeArrayFieldStart("users");
    for (UserId user : users) {
      json.writeString(user.toString());
    }
    json.writeEndArray();
    json.writeNumberField("count", users.size());
  }
}
