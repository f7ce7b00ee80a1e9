package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What somebody says in a field that the profiles of their workspace have.
///
/// @param alt what is shown in place of a link's address; empty for none
/// @param label the field's, where it is asked for; else null
public record ProfileValue(String value, String alt, @Nullable String label) {

  /// A value as it is kept.
  public static ProfileValue of(String value, String alt) {
    return new ProfileValue(value, alt, null);
  }

  public ProfileValue labelled(String text) {
    return new ProfileValue(value, alt, text);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("value", value);
    json.writeStringField("alt", alt);
    if (label != null) {
      json.writeStringField("label", label);
    }
    json.writeEndObject();
  }
}
