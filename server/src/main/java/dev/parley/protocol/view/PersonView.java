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
    writeStatus(json, user.profile());
    if (user.profile().saysZone()) {
      json.writeNumberField("tz_offset", user.timezoneOffset());
    }
  }

  private static void writeStatus(JsonGenerator json, ProfileText profile) throws IOException {
    if (!profile.statusEmoji().isEmpty()) {
      json.writeStringField("status_emoji", profile.statusEmoji());
    }
    if (!profile.statusText().isEmpty()) {
      json.writeStringField("status_text", profile.statusText());
    }
    if (profile.statusExpiration() != 0) {
      json.writeNumberField("status_expiration", profile.statusExpiration());
    }
  }
}
