package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What blocks say, as mrkdwn: the text of a message that came without one, for whoever cannot show
/// blocks, and for search.
final class BlockText {
  private final StringBuilder line = new StringBuilder();

  private BlockText() {}

  /// One line for each block that says anything.
  static String of(JsonNode blocks) {
    List<String> lines = new ArrayList<>();
    for (JsonNode block : blocks) {
      BlockText text = new BlockText();
      text.add(block);
      String said = text.line.toString().strip();
      if (!said.isEmpty()) {
        lines.add(said);
      }
    }
    return String.join("\n", lines);
  }

  private void add(JsonNode node) {
    JsonNode text = node.path("text");
    switch (node.path("type").asText("")) {
      case "mrkdwn", "markdown" -> word(text.asText(""));
      case "plain_text" -> word(escaped(text.asText("")));
      case "text" -> line.append(escaped(text.asText("")));
      case "link" -> line.append('<').append(escaped(node.path("url").asText(""))).append('>');
      case "user" -> line.append("<@").append(escaped(node.path("user_id").asText(""))).append('>');
      case "channel" ->
          line.append("<#").append(escaped(node.path("channel_id").asText(""))).append('>');
      case "broadcast" ->
          line.append("<!").append(escaped(node.path("range").asText(""))).append('>');
      case "emoji" -> line.append(':').append(escaped(node.path("name").asText(""))).append(':');
      case "image" -> word(escaped(node.path("alt_text").asText("")));
      default -> {
        if (text.isObject()) {
          add(text);
        }
        node.path("fields").forEach(this::add);
        node.path("elements").forEach(this::add);
      }
    }
  }

  private void word(String words) {
    if (!line.isEmpty() && !words.isEmpty()) {
      line.append(' ');
    }
    line.append(words);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
