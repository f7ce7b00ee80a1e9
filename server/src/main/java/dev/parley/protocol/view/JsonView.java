package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/// Something that writes itself as one JSON object, by hand and therefore fast and in a fixed form.
public interface JsonView extends JsonSerializable {

  /// Writes the fields of the object; the caller writes the braces.
  void writeFields(JsonGenerator json) throws IOException;

  /// Writes the whole object.
  default void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(json);
    json.writeEndObject();
  }

  @Override
  default void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
    write(json);
  }

  @Override
  default void serializeWithType(
      JsonGenerator json, SerializerProvider serializers, TypeSerializer types) throws IOException {
    write(json);
  }
}
