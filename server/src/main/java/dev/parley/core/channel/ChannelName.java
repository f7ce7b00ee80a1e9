package dev.parley.core.channel;

import dev.parley.kernel.Refusal;

/// The rules for names of channels, as Slack has them: 1 to 80 characters; lower-case letters of
/// any script, digits, `-` and `_`.
public final class ChannelName {
  private static final int MAX_LENGTH = 80;

  private ChannelName() {}

  /// Checks a name.
  ///
  /// @throws Refusal `invalid_name_required`, `invalid_name_maxlength`, `invalid_name_punctuation`
  ///     or `invalid_name_specials`
  public static String check(String name) {
    if (name.isBlank()) {
      throw new Refusal("invalid_name_required");
    }
    if (isTooLong(name)) {
      throw new Refusal("invalid_name_maxlength");
    }
    boolean letters = false;
    for (int point : name.codePoints().toArray()) {
      if (Character.isLetterOrDigit(point) && !Character.isUpperCase(point)) {
        letters = true;
      } else if (point != '-' && point != '_') {
        throw new Refusal("invalid_name_specials");
      }
    }
    if (!letters) {
      throw new Refusal("invalid_name_punctuation");
    }
    return name;
  }

  static boolean isTooLong(String name) {
    return name.codePointCount(0, name.length()) > MAX_LENGTH;
  }
}
