package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of Block Kit that a message's blocks must keep: kinds and lengths. Source of the
/// numbers: docs.slack.dev/reference/block-kit/blocks.
final class BlockKit {
  private static final int MAX_BLOCKS = 50;
  private static final int MAX_ID = 255;
  private static final int MAX_TOGETHER = 60_000;

  /// More wrong things than these are not told.
  private static final int MOST_TOLD = 20;

  private static final Set<String> TYPES =
      Set.of(
          "actions",
          "alert",
          "call",
          "card",
          "carousel",
          "context",
          "context_actions",
          "divider",
          "file",
          "header",
          "image",
          "input",
          "markdown",
          "rich_text",
          "section",
          "share_shortcut",
          "table",
          "video");

  /// Most elements of the kinds that have a list of them.
  private static final Map<String, Integer> MAX_ELEMENTS =
      Map.of("actions", 25, "context", 10, "context_actions", 5, "carousel", 10);

  private final List<String> wrong = new ArrayList<>();

  private BlockKit() {}

  /// @throws Refusal `invalid_blocks` with what is wrong and where, `msg_blocks_too_long`
  static void check(JsonNode blocks) {
    BlockKit kit = new BlockKit();
    if (blocks.size() > MAX_BLOCKS) {
      kit.wrong("no more than " + MAX_BLOCKS + " items allowed", "");
    }
    for (int i = 0; i < blocks.size() && kit.wrong.size() < MOST_TOLD; i++) {
      kit.check(blocks.get(i), "/" + i);
    }
    if (!kit.wrong.isEmpty()) {
      throw new Refusal(
          "invalid_blocks", kit.wrong.subList(0, Math.min(MOST_TOLD, kit.wrong.size())));
    }
    if (blocks.toString().length() > MAX_TOGETHER) {
      throw new Refusal("msg_blocks_too_long");
    }
  }

  private void check(JsonNode block, String at) {
    String type = block.path("type").asText("");
    if (!TYPES.contains(type)) {
      wrong("unsupported type: " + type, at + "/type");
      return;
    }
    limit(block.get("block_id"), MAX_ID, at + "/block_id");
    switch (type) {
      case "section" -> section(block, at);
      case "header" -> text(required(block, "text", at), 150, at + "/text");
      case "image" -> {
        limit(required(block, "alt_text", at), 2_000, at + "/alt_text");
        limit(block.get("image_url"), 3_000, at + "/image_url");
      }
      case "markdown" -> limit(required(block, "text", at), 12_000, at + "/text");
      case "rich_text" -> elements(block, Integer.MAX_VALUE, at);
      case "actions", "context", "context_actions", "carousel" ->
          elements(block, MAX_ELEMENTS.getOrDefault(type, Integer.MAX_VALUE), at);
      default -> {
        // Kinds without rules of their own.
      }
    }
  }

  private void section(JsonNode block, String at) {
    JsonNode text = block.get("text");
    JsonNode fields = block.get("fields");
    if (text == null && fields == null) {
      wrong("missing required field: text", at);
    }
    if (text != null) {
      text(text, 3_000, at + "/text");
    }
    if (fields != null) {
      if (!fields.isArray() || fields.size() > 10) {
        wrong("no more than 10 items allowed", at + "/fields");
        return;
      }
      for (int i = 0; i < fields.size(); i++) {
        text(fields.get(i), 2_000, at + "/fields/" + i);
      }
    }
  }

  private void elements(JsonNode block, int max, String at) {
    JsonNode elements = required(block, "elements", at);
    if (elements == null) {
      return;
    }
    if (!elements.isArray() || elements.size() > max) {
      wrong("no more than " + max + " items allowed", at + "/elements");
      return;
    }
    for (int i = 0; i < elements.size() && wrong.size() < MOST_TOLD; i++) {
      if (!elements.get(i).path("type").isTextual()) {
        wrong("missing required field: type", at + "/elements/" + i);
      }
    }
  }

  /// A text object.
  private void text(@Nullable JsonNode text, int max, String at) {
    if (text == null) {
      return;
    }
    String type = text.path("type").asText("");
    if (!type.equals("mrkdwn") && !type.equals("plain_text")) {
      wrong("unsupported type: " + type, at + "/type");
      return;
    }
    JsonNode words = required(text, "text", at);
    if (words != null && words.asText("").isEmpty()) {
      wrong("must be more than 0 characters", at + "/text");
    }
    limit(words, max, at + "/text");
  }

  private @Nullable JsonNode required(JsonNode node, String field, String at) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      wrong("missing required field: " + field, at);
      return null;
    }
    return value;
  }

  private void limit(@Nullable JsonNode value, int max, String at) {
    if (value == null) {
      return;
    }
    if (!value.isTextual()) {
      wrong("must be a string", at);
      return;
    }
    String text = value.textValue();
    if (text.codePointCount(0, text.length()) > max) {
      wrong("must be less than " + (max + 1) + " characters", at);
    }
  }

  private void wrong(String what, String at) {
    wrong.add(what + " [json-pointer:/blocks" + at + "]");
  }
}
