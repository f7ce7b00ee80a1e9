package dev.parley.protocol.text;

import java.util.function.UnaryOperator;

/// What is markup to the letter in a text of escaped mrkdwn: code blocks, code and what stands in
/// angles. Reads a text once from left to right; belongs to one thread.
public final class Markup {
  /// A code block is between two of these.
  static final String FENCE = "```";

  private static final int LONGEST_ANGLE = 8_000;

  private final String text;
  private boolean mayHaveFence = true;

  Markup(String text) {
    this.text = text;
  }

  /// The text with all that is no such markup changed.
  ///
  /// @param change gets each run of words; markup is before and after it
  public static String outside(String text, UnaryOperator<String> change) {
    Markup markup = new Markup(text);
    StringBuilder changed = new StringBuilder(text.length() + 64);
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      int end = markup.end(at);
      if (end < 0) {
        at++;
        continue;
      }
      changed.append(change.apply(text.substring(from, at))).append(text, at, end);
      from = end;
      at = end;
    }
    return changed.append(change.apply(text.substring(from))).toString();
  }

  /// Where markup that begins at a place ends; -1 if none begins there.
  private int end(int at) {
    return switch (text.charAt(at)) {
      case '`' -> Math.max(fenceEnd(at), codeEnd(at));
      case '<' -> angleEnd(at);
      default -> -1;
    };
  }

  /// Where a code block that begins at a place ends; -1 if none begins there.
  int fenceEnd(int at) {
    if (!mayHaveFence || !text.startsWith(FENCE, at)) {
      return -1;
    }
    int close = text.indexOf(FENCE, at + FENCE.length());
    mayHaveFence = close >= 0;
    return close < 0 ? -1 : close + FENCE.length();
  }

  /// Where code within a line that begins at a place ends; -1 if none begins there.
  int codeEnd(int at) {
    int close = text.indexOf('`', at + 1);
    if (close <= at + 1) {
      return -1;
    }
    return text.indexOf('\n', at, close) < 0 ? close + 1 : -1;
  }

  /// Where angles that open at a place close; -1 if none open there.
  int angleEnd(int at) {
    int most = Math.min(text.length(), at + LONGEST_ANGLE);
    if (at + 2 >= most || Character.isWhitespace(text.charAt(at + 1))) {
      return -1;
    }
    for (int i = at + 1; i < most; i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return i == at + 1 ? -1 : i + 1;
      }
      if (c == '<' || c == '\n') {
        return -1;
      }
    }
    return -1;
  }

  /// Whether a character belongs to a word.
  static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
