package dev.parley.core.session;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.protocol.view.JsonView;
import java.io.IOException;
import java.time.Instant;

/// One of a person's sessions, as they see it in a list.
///
/// @param isCurrent whether it is the one they are asking with
public record SessionView(
    long id, Instant created, Instant lastSeen, String userAgent, String address, boolean isCurrent)
    implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("id", Long.toString(id));
    json.writeNumberField("created", created.getEpochSecond());
    json.writeNumberField("last_seen", lastSeen.getEpochSecond());
    json.writeStringField("user_agent", userAgent);
    json.writeStringField("ip", address);
    json.writeBooleanField("current", isCurrent);
  }
}
