package dev.parley.protocol.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a text of mrkdwn says as a `rich_text` block, as programs get it of a message that was
/// written without blocks. Never fails: what is no markup is text.
public final class RichText {
  private static final String QUOTE = "&gt;";

  private final ArrayNode elements;

  private RichText(ArrayNode elements) {
    this.elements = elements;
  }

  /// The block, in an array as a message has it.
  ///
  /// @param text escaped mrkdwn
  /// @return empty if the text says nothing
  public static Optional<ArrayNode> blocks(String text) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    ObjectNode block = blocks.addObject().put("type", "rich_text");
    RichText rich = new RichText(block.putArray("elements"));
    rich.read(text);
    return rich.elements.isEmpty() ? Optional.empty() : Optional.of(blocks);
  }

  private void read(String text) {
    Markup markup = new Markup(text);
    int from = 0;
    int at = text.indexOf(Markup.FENCE);
    while (at >= 0) {
      int end = markup.fenceEnd(at);
      if (end < 0) {
        break;
      }
      prose(text.substring(from, at));
      code(text.substring(at + Markup.FENCE.length(), end - Markup.FENCE.length()));
      from = end;
      at = text.indexOf(Markup.FENCE, from);
    }
    prose(text.substring(from));
  }

  private void code(String inside) {
    String code = RichTextLine.plain(withoutLineEnds(inside));
    if (code.isEmpty()) {
      return;
    }
    ObjectNode block = elements.addObject().put("type", "rich_text_preformatted");
    block.putArray("elements").addObject().put("type", "text").put("text", code);
  }

  /// Lines, of which those that follow each other and are quoted stand together.
  private void prose(String text) {
    List<String> lines = new ArrayList<>();
    boolean isQuoting = false;
    for (String line : withoutLineEnds(text).split("\n", -1)) {
      boolean isQuoted = line.startsWith(QUOTE) || line.startsWith(">");
      if (isQuoted != isQuoting) {
        add(lines, isQuoting);
        isQuoting = isQuoted;
      }
      lines.add(isQuoted ? said(line) : line);
    }
    add(lines, isQuoting);
  }

  /// A quoted line without its sign.
  private static String said(String line) {
    String rest = line.substring(line.startsWith(QUOTE) ? QUOTE.length() : 1);
    return rest.startsWith(" ") ? rest.substring(1) : rest;
  }

  private void add(List<String> lines, boolean isQuote) {
    String text = String.join("\n", lines);
    lines.clear();
    if (text.isBlank()) {
      return;
    }
    ObjectNode section =
        elements.addObject().put("type", isQuote ? "rich_text_quote" : "rich_text_section");
    RichTextLine.add(text, section.putArray("elements"));
  }

  private static String withoutLineEnds(String text) {
    int from = text.startsWith("\n") ? 1 : 0;
    int end = text.endsWith("\n") && text.length() > from ? text.length() - 1 : text.length();
    return text.substring(from, end);
  }
}
