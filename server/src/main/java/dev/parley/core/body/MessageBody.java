package dev.parley.core.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.AppAuthor;
import dev.parley.protocol.view.MessageContent;
import dev.parley.storage.keys.Sealer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// How what somebody wrote is stored: a JSON object, sealed for its place.
public final class MessageBody {
  private static final JsonFactory JSON = new JsonFactory();

  private MessageBody() {}

  /// Seals what was written for its place; it opens nowhere else.
  public static byte[] seal(
      MessageContent content,
      Sealer sealer,
      WorkspaceId workspace,
      ChannelId channel,
      MessageTs ts,
      int revision) {
    return sealer.seal(encode(content), place(workspace, channel, ts, revision));
  }

  /// Opens what [#seal] sealed for this place.
  public static MessageContent open(
      Sealer sealer,
      byte[] sealed,
      WorkspaceId workspace,
      ChannelId channel,
      MessageTs ts,
      int revision) {
    return decode(sealer.open(sealed, place(workspace, channel, ts, revision)));
  }

  /// Seals what was written for any other place, as [Sealer#place] names it.
  public static byte[] sealAt(MessageContent content, Sealer sealer, byte[] place) {
    return sealer.seal(encode(content), place);
  }

  /// Opens what [#sealAt] sealed for this place.
  public static MessageContent openAt(Sealer sealer, byte[] sealed, byte[] place) {
    return decode(sealer.open(sealed, place));
  }

  private static byte[] place(
      WorkspaceId workspace, ChannelId channel, MessageTs ts, int revision) {
    return Sealer.place("message.body", workspace.value(), channel.value(), ts.micros(), revision);
  }

  /// The other parts are strings that hold JSON, so that reading them back costs no parsing.
  private static byte[] encode(MessageContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.text().length() + 16);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("text", content.text());
      writePart(json, "blocks", content.blocks());
      writePart(json, "attachments", content.attachments());
      writePart(json, "metadata", content.metadata());
      if (content.author() != null) {
        AppAuthorBody.write(json, content.author());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writePart(JsonGenerator json, String name, @Nullable String part)
      throws IOException {
    if (part != null) {
      json.writeStringField(name, part);
    }
  }

  private static MessageContent decode(byte[] bytes) {
    String text = "";
    String blocks = null;
    String attachments = null;
    String metadata = null;
    AppAuthor author = null;
    try (JsonParser json = JSON.createParser(bytes)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "text" -> text = json.getText();
          case "blocks" -> blocks = json.getText();
          case "attachments" -> attachments = json.getText();
          case "metadata" -> metadata = json.getText();
          case AppAuthorBody.NAME -> author = AppAuthorBody.read(json);
          default -> json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MessageContent(text, blocks, attachments, metadata, author);
  }
}
