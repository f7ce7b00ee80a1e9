package dev.parley.protocol.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words with their signs as the elements of a section.
final class RichTextLine {
  private static final int BOLD = 1;
  private static final int ITALIC = 2;
  private static final int STRIKE = 4;
  private static final int CODE = 8;
  private static final String[] STYLES = {"bold", "italic", "strike", "code"};

  /// Text may hold a sign again in itself only so deep, so that hostile text ends soon.
  private static final int MOST_NESTED = 3;

  private static final int LONGEST_STYLED = 4_000;

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"`|]{1,4000}+");
  private static final Pattern EMOJI =
      Pattern.compile(":([\\p{Ll}\\p{Lo}\\p{N}_'+-]{1,100}+)(?:::skin-tone-([2-6]))?:");
  private static final Pattern ANGLES = Pattern.compile("<([^<>|]*+)(?:\\|([^<>]*+))?>");

  private final ArrayNode elements;
  private final StringBuilder pending = new StringBuilder();
  private int pendingStyle;

  private RichTextLine(ArrayNode elements) {
    this.elements = elements;
  }

  /// Adds what a text says to a section's elements.
  static void add(String text, ArrayNode elements) {
    RichTextLine line = new RichTextLine(elements);
    line.read(text, 0, 0);
    line.flush();
  }

  /// @param style marks that are on, from around it
  /// @param nested in how many signs it stands
  private void read(String text, int style, int nested) {
    Markup markup = new Markup(text);
    Closers closers = new Closers(text);
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      int end =
          switch (text.charAt(at)) {
            case '<' -> markup.angleEnd(at);
            case '`' -> markup.codeEnd(at);
            case 'h' -> addressEnd(text, at);
            case '*', '_', '~' -> nested > MOST_NESTED ? -1 : closers.end(at);
            default -> -1;
          };
      if (end < 0) {
        at++;
        continue;
      }
      words(text.substring(from, at), style);
      special(text.substring(at, end), style, nested);
      at = end;
      from = end;
    }
    words(text.substring(from), style);
  }

  /// Code shows what was typed: addresses and mentions in it lose their angles.
  static String plain(String escaped) {
    return unescaped(
        ANGLES
            .matcher(escaped)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(2) == null ? found.group(1) : found.group(2))));
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /// A bare address is text, whatever signs it holds.
  private static int addressEnd(String text, int at) {
    if (!text.startsWith("http", at) || (at > 0 && Markup.isWord(text.charAt(at - 1)))) {
      return -1;
    }
    Matcher address = ADDRESS.matcher(text).region(at, text.length());
    return address.lookingAt() ? address.end() : -1;
  }

  private void special(String marked, int style, int nested) {
    String inside = marked.substring(1, marked.length() - 1);
    switch (marked.charAt(0)) {
      case '`' -> text(plain(inside), style | CODE);
      case '*' -> read(inside, style | BOLD, nested + 1);
      case '_' -> read(inside, style | ITALIC, nested + 1);
      case '~' -> read(inside, style | STRIKE, nested + 1);
      case '<' -> angle(marked, style);
      default -> text(unescaped(marked), style);
    }
  }

  /// Text in which shortcodes are the only markup.
  private void words(String escaped, int style) {
    Matcher found = EMOJI.matcher(escaped);
    int from = 0;
    while (found.find()) {
      // The middle of a time of day.
      if (found.group(1).chars().allMatch(Character::isDigit)) {
        continue;
      }
      text(unescaped(escaped.substring(from, found.start())), style);
      ObjectNode emoji = add("emoji", style).put("name", found.group(1));
      if (found.group(2) != null) {
        emoji.put("skin_tone", Integer.parseInt(found.group(2)));
      }
      from = found.end();
    }
    text(unescaped(escaped.substring(from)), style);
  }

  private void angle(String marked, int style) {
    String inside = marked.substring(1, marked.length() - 1);
    int bar = inside.indexOf('|');
    String target = bar < 0 ? inside : inside.substring(0, bar);
    String label = bar < 0 ? "" : unescaped(inside.substring(bar + 1));
    if (target.matches("@[UW]\\w+")) {
      add("user", style).put("user_id", target.substring(1));
    } else if (target.matches("#[CG]\\w+")) {
      add("channel", style).put("channel_id", target.substring(1));
    } else if (target.matches("!(?:channel|here|everyone)")) {
      add("broadcast", style).put("range", target.substring(1));
    } else if (target.matches("!subteam\\^S\\w+")) {
      add("usergroup", style).put("usergroup_id", target.substring("!subteam^".length()));
    } else if (target.matches("!date\\^\\d{1,10}\\^[^^]+(?:\\^.*)?")) {
      date(target.split("\\^", 4), label, style);
    } else if (target.matches("(?i)(?:https?://|mailto:|tel:).+")) {
      ObjectNode link = add("link", style).put("url", unescaped(target));
      if (!label.isEmpty()) {
        link.put("text", label);
      }
    } else {
      text(unescaped(marked), style);
    }
  }

  private void date(String[] parts, String label, int style) {
    ObjectNode date = add("date", style).put("timestamp", Long.parseLong(parts[1]));
    date.put("format", unescaped(parts[2]));
    if (parts.length > 3) {
      date.put("url", unescaped(parts[3]));
    }
    if (!label.isEmpty()) {
      date.put("fallback", label);
    }
  }

  /// Adds words to those before if these have the same style.
  private void text(String words, int style) {
    if (words.isEmpty()) {
      return;
    }
    if (style != pendingStyle) {
      flush();
      pendingStyle = style;
    }
    pending.append(words);
  }

  private void flush() {
    if (!pending.isEmpty()) {
      String words = pending.toString();
      pending.setLength(0);
      element("text", pendingStyle).put("text", words);
    }
  }

  private ObjectNode add(String type, int style) {
    flush();
    return element(type, style);
  }

  private ObjectNode element(String type, int style) {
    ObjectNode element = elements.addObject().put("type", type);
    if (style != 0) {
      ObjectNode on = element.putObject("style");
      for (int i = 0; i < STYLES.length; i++) {
        if ((style & (1 << i)) != 0) {
          on.put(STYLES[i], true);
        }
      }
    }
    return element;
  }

  /// Where signs close; each place is looked at once for each sign, however many signs open.
  private static final class Closers {
    private static final String SIGNS = "*_~\n";

    private final String text;
    private final int[] known = {-1, -1, -1, -1};

    Closers(String text) {
      this.text = text;
    }

    /// A sign opens at the start of a word and closes at the end of one, on the same line.
    int end(int at) {
      char sign = text.charAt(at);
      if (at + 1 >= text.length() || (at > 0 && Markup.isWord(text.charAt(at - 1)))) {
        return -1;
      }
      char next = text.charAt(at + 1);
      if (next == sign || Character.isWhitespace(next)) {
        return -1;
      }
      int close = next(sign, at + 2);
      return close - at > LONGEST_STYLED || close > next('\n', at) ? -1 : close + 1;
    }

    private int next(char sign, int from) {
      int index = SIGNS.indexOf(sign);
      int found = known[index];
      if (found < from) {
        found = text.indexOf(sign, from);
        while (found >= 0 && sign != '\n' && !closes(found)) {
          found = text.indexOf(sign, found + 1);
        }
        found = found < 0 ? Integer.MAX_VALUE : found;
        known[index] = found;
      }
      return found;
    }

    private boolean closes(int at) {
      return !Character.isWhitespace(text.charAt(at - 1))
          && (at + 1 == text.length() || !Markup.isWord(text.charAt(at + 1)));
    }
  }
}
