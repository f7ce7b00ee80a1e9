package dev.parley.protocol.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the lines say that tell of a channel's new name, topic or purpose, and what they said: to
/// programs each part is a field of its own.
public final class LineText {
  private static final Pattern RENAMED =
      Pattern.compile("<@\\w+> has renamed the channel from \"([^\"]*)\" to \"([^\"]*)\"");
  private static final Pattern DESCRIBED =
      Pattern.compile(
          "<@\\w+> (?:cleared the channel (?:topic|purpose)|set the channel (?:topic|purpose): (.*))",
          Pattern.DOTALL);

  private LineText() {}

  /// @param who as in a mention, without its signs
  public static String renamed(String who, String oldName, String name) {
    return "<@" + who + "> has renamed the channel from \"" + oldName + "\" to \"" + name + "\"";
  }

  /// @param what `topic` or `purpose`
  /// @param text what it is now; empty if it was cleared
  public static String described(String who, String what, String text) {
    return "<@"
        + who
        + "> "
        + (text.isEmpty()
            ? "cleared the channel " + what
            : "set the channel " + what + ": " + text);
  }

  /// The fields that a line has for programs besides its text.
  ///
  /// @param subtype in Slack's words
  public static Map<String, String> fields(String subtype, String text) {
    return switch (subtype) {
      case "channel_name" -> names(text);
      case "channel_topic" -> description("topic", text);
      case "channel_purpose" -> description("purpose", text);
      default -> Map.of();
    };
  }

  private static Map<String, String> names(String text) {
    Matcher said = RENAMED.matcher(text);
    Map<String, String> names = new LinkedHashMap<>();
    if (said.matches()) {
      names.put("old_name", said.group(1));
      names.put("name", said.group(2));
    }
    return names;
  }

  private static Map<String, String> description(String field, String text) {
    Matcher said = DESCRIBED.matcher(text);
    if (!said.matches()) {
      return Map.of();
    }
    String value = said.group(1);
    return Map.of(field, value == null ? "" : value);
  }
}
