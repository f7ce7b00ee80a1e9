package dev.parley.core.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.protocol.view.MessageView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/// What a message says as one reads it: its text and those of its attachments, without escapes and
/// in small letters.
final class SaidText {
  private static final JsonFactory JSON = new JsonFactory();

  /// The fields that hold what is shown of an attachment, its blocks too.
  private static final Set<String> SHOWN =
      Set.of("author_name", "footer", "pretext", "text", "title");

  private SaidText() {}

  static String of(MessageView message) {
    String attachments = message.content().attachments();
    String text = message.text();
    return lookedAt(attachments == null ? text : text + shown(attachments));
  }

  /// A text as it is looked at: `&lt;` is what one reads as `<`.
  private static String lookedAt(String text) {
    String plain =
        text.indexOf('&') < 0
            ? text
            : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return plain.toLowerCase(Locale.ROOT);
  }

  private static String shown(String attachments) {
    StringBuilder text = new StringBuilder();
    try (JsonParser json = JSON.createParser(attachments)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && isShown(json)) {
          text.append('\n').append(json.getText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// A `value` is shown where it is one of the `fields`; a button's is not.
  private static boolean isShown(JsonParser json) throws IOException {
    String name = json.currentName();
    if (name == null || !name.equals("value")) {
      return name != null && SHOWN.contains(name);
    }
    var list = json.getParsingContext().getParent();
    var owner = list == null ? null : list.getParent();
    return owner != null && "fields".equals(owner.getCurrentName());
  }
}
