package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What somebody wrote. The parts besides the text are JSON, kept as they came once they were
/// checked.
///
/// @param text mrkdwn, escaped
/// @param blocks an array of Block Kit blocks, or null
/// @param attachments an array of attachments, or null
/// @param metadata an object `{event_type, event_payload}`, or null
public record MessageContent(
    String text, @Nullable String blocks, @Nullable String attachments, @Nullable String metadata) {
  /// Nothing.
  public static final MessageContent EMPTY = text("");

  /// A text and nothing else.
  public static MessageContent text(String text) {
    return new MessageContent(text, null, null, null);
  }

  /// The same without what is shown to programs that ask for it only.
  public MessageContent withoutMetadata() {
    return metadata == null ? this : new MessageContent(text, blocks, attachments, null);
  }

  /// Writes `text` and those other parts that there are.
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("text", text);
    writePart(json, "blocks", blocks);
    writePart(json, "attachments", attachments);
    writePart(json, "metadata", metadata);
  }

  private static void writePart(JsonGenerator json, String name, @Nullable String part)
      throws IOException {
    if (part != null) {
      json.writeFieldName(name);
      json.writeRawValue(part);
    }
  }
}
