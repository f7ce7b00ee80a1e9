package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.protocol.text.RichText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What somebody wrote. The parts besides the text are JSON, kept as they came once they were
/// checked.
///
/// @param text mrkdwn, escaped
/// @param blocks an array of Block Kit blocks, or null
/// @param attachments an array of attachments, or null
/// @param metadata an object `{event_type, event_payload}`, or null
/// @param author the app that wrote it, or null for a person
public record MessageContent(
    String text,
    @Nullable String blocks,
    @Nullable String attachments,
    @Nullable String metadata,
    @Nullable AppAuthor author) {
  /// Nothing.
  public static final MessageContent EMPTY = text("");

  /// A text and nothing else.
  public static MessageContent text(String text) {
    return new MessageContent(text, null, null, null, null);
  }

  /// The same without what is shown to programs that ask for it only.
  public MessageContent withoutMetadata() {
    return metadata == null ? this : new MessageContent(text, blocks, attachments, null, author);
  }

  /// The same with what the text says as a block, if there are no blocks.
  MessageContent withRichText() {
    return blocks != null
        ? this
        : RichText.blocks(text)
            .map(rich -> new MessageContent(text, rich.toString(), attachments, metadata, author))
            .orElse(this);
  }

  /// The same with other attachments.
  public MessageContent withAttachments(@Nullable String other) {
    return new MessageContent(text, blocks, other, metadata, author);
  }

  /// The same without an empty array of attachments.
  public MessageContent withoutEmptyAttachments() {
    return "[]".equals(attachments) ? withAttachments(null) : this;
  }

  /// The same as written by an app.
  public MessageContent by(@Nullable AppAuthor app) {
    return new MessageContent(text, blocks, attachments, metadata, app);
  }

  /// Whether it is to be shown as written by somebody else than the app's bot.
  public boolean isDisguised() {
    return author != null && author.looks() != null;
  }

  /// Writes `text` and those other parts that there are.
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("text", text);
    writeParts(json);
  }

  /// Writes those parts besides `text` that there are.
  public void writeParts(JsonGenerator json) throws IOException {
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
