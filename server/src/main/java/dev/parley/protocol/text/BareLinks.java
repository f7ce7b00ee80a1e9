package dev.parley.protocol.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses that are written without angles, and how they get them.
public final class BareLinks {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@])(?:(https?://[\\p{L}\\p{N}][^\\s<>\"`|\\p{Cntrl}]*+)"
              + "|[a-z0-9][\\w.+-]{0,63}+@(?:[a-z0-9-]{1,63}\\.){1,8}[a-z]{2,63}(?![\\w@-]))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ESCAPED_ANGLE = Pattern.compile("&[lg]t;");

  /// Longer ones stay as they are: nobody could read them as links.
  private static final int LONGEST = 4_000;

  /// What may follow an address and is none of it.
  private static final String AFTER = ".,;:!?'*_~)]}\u2026\u201d\u2019\u00bb";

  private BareLinks() {}

  /// The text with angles around its addresses: `<https://a.test>`, `<mailto:b@a.test|b@a.test>`.
  /// What has some or is code stays as it is, so that doing it again changes nothing.
  ///
  /// @param text escaped mrkdwn
  public static String wrapped(String text) {
    return text.indexOf("://") < 0 && text.indexOf('@') < 0
        ? text
        : Markup.outside(text, BareLinks::wrap);
  }

  private static String wrap(String words) {
    Matcher found = ADDRESS.matcher(words);
    StringBuilder wrapped = new StringBuilder();
    int from = 0;
    int at = 0;
    while (at <= words.length() && found.find(at)) {
      boolean isMail = found.group(1) == null;
      String address = isMail ? found.group() : url(found.group());
      if (address.length() > LONGEST) {
        at = found.end();
        continue;
      }
      wrapped.append(words, from, found.start()).append('<');
      if (isMail) {
        wrapped.append("mailto:").append(address).append('|');
      }
      wrapped.append(address).append('>');
      from = found.start() + address.length();
      at = from;
    }
    return from == 0 ? words : wrapped.append(words, from, words.length()).toString();
  }

  /// As much of what was found as is the address.
  private static String url(String found) {
    Matcher angle = ESCAPED_ANGLE.matcher(found);
    int end = angle.find() ? angle.start() : found.length();
    int opened = count(found, '(', end);
    int closed = count(found, ')', end);
    while (end > 0 && AFTER.indexOf(found.charAt(end - 1)) >= 0) {
      char last = found.charAt(end - 1);
      if (last == ')' && closed-- <= opened) {
        break;
      }
      if (last == ';' && found.startsWith("&amp;", end - "&amp;".length())) {
        break;
      }
      end--;
    }
    return found.substring(0, end);
  }

  private static int count(String text, char sought, int end) {
    int count = 0;
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == sought) {
        count++;
      }
    }
    return count;
  }
}
