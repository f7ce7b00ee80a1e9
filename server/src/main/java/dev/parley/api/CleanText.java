package dev.parley.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.kernel.Refusal;
import java.util.Map;

/// Makes text from outside fit to be stored: drops NUL and a leading byte order mark, refuses
/// halves of surrogate pairs, which no UTF-8 can express.
public final class CleanText {
  private static final char NUL = '\0';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CleanText() {}

  /// @throws Refusal `invalid_charset` if the text is not well-formed Unicode
  public static String of(String text) {
    boolean hasNul = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      hasNul |= c == NUL;
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new Refusal("invalid_charset");
        }
        i++;
      }
    }
    String clean = hasNul ? text.replace("\0", "") : text;
    return !clean.isEmpty() && clean.charAt(0) == BYTE_ORDER_MARK ? clean.substring(1) : clean;
  }

  /// The same for every text and name within a JSON value; changes it in place where it can.
  ///
  /// @throws Refusal `invalid_charset`
  public static JsonNode of(JsonNode node) {
    if (node.isTextual()) {
      String text = node.textValue();
      String clean = of(text);
      return clean.equals(text) ? node : TextNode.valueOf(clean);
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        var _ = array.set(i, of(array.get(i)));
      }
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        var _ = of(field.getKey());
        field.setValue(of(field.getValue()));
      }
    }
    return node;
  }
}
