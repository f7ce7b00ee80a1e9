package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// A person or bot as the page needs them in lists: `Person` of `docs/protocol.md`.
public record PersonView(UserView user) implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("id", user.id().toString());
    json.writeStringField("name", user.name());
    json.writeStringField("real_name", user.realName());
    if (!user.displayName().isEmpty()) {
      json.writeStringField("display_name", user.displayName());
    }
    if (!user.profile().face().isEmpty()) {
      json.writeStringField("face", user.profile().face());
    }
    if (user.isBot()) {
      json.writeBooleanField("is_bot", true);
    }
    if (user.isDeleted()) {
      json.writeBooleanField("deleted", true);
    }
    String rank = user.rank();
    if (!rank.isEmpty()) {
      json.writeStringField("rank", rank);
    }
    int offset = user.timezoneOffset();
    if (offset != 0) {
      json.writeNumberField("tz_offset", offset);
    }
  }
}
