package dev.parley.core.body;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.kernel.AppId;
import dev.parley.protocol.view.AppAuthor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How the app that wrote a message is stored within its body.
final class AppAuthorBody {
  static final String NAME = "author";

  private AppAuthorBody() {}

  static void write(JsonGenerator json, AppAuthor author) throws IOException {
    json.writeObjectFieldStart(NAME);
    json.writeNumberField("app", author.app().value());
    json.writeStringField("name", author.name());
    json.writeNumberField("updated", author.updated());
    AppAuthor.Looks looks = author.looks();
    if (looks != null) {
      json.writeStringField("username", looks.username());
      if (looks.emoji() != null) {
        json.writeStringField("emoji", looks.emoji());
      }
      if (looks.image() != null) {
        json.writeStringField("image", looks.image());
      }
    }
    json.writeEndObject();
  }

  /// Reads what [#write] wrote; the parser stands at its beginning and then at its end.
  static AppAuthor read(JsonParser json) throws IOException {
    long app = 0;
    String name = "";
    long updated = 0;
    String username = null;
    String emoji = null;
    String image = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "app" -> app = json.getLongValue();
        case "name" -> name = json.getText();
        case "updated" -> updated = json.getLongValue();
        case "username" -> username = json.getText();
        case "emoji" -> emoji = json.getText();
        case "image" -> image = json.getText();
        default -> json.skipChildren();
      }
    }
    return new AppAuthor(new AppId(app), name, updated, looks(username, emoji, image));
  }

  private static AppAuthor.@Nullable Looks looks(
      @Nullable String username, @Nullable String emoji, @Nullable String image) {
    return username == null ? null : new AppAuthor.Looks(username, emoji, image);
  }
}
