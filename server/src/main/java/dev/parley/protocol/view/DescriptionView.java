package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.UserId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A channel's topic or purpose, in Slack's shape.
///
/// @param by who set or cleared it last, or null
/// @param at when they did, or null
public record DescriptionView(String value, @Nullable UserId by, @Nullable Instant at)
    implements JsonView {
  /// What nobody has said.
  public static final DescriptionView NONE = new DescriptionView("", null, null);

  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("value", value);
    json.writeStringField("creator", by == null ? "" : by.toString());
    json.writeNumberField("last_set", at == null ? 0 : at.getEpochSecond());
  }
}
