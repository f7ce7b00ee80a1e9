package dev.parley.core.channel;

import dev.parley.kernel.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a channel stands among those that [ChannelDirectory] tells.
///
/// @param rank what is greater stands before
public record ChannelPlace(boolean archived, long rank, String name) {
  /// Before all of them.
  public static final ChannelPlace START = new ChannelPlace(false, Long.MAX_VALUE, "");

  private static final Pattern TEXT = Pattern.compile("([01]) ([0-9]{1,18}) ([^ \\p{Cntrl}]+)");

  /// As a page's cursor has it.
  public String text() {
    return (archived ? "1 " : "0 ") + rank + " " + name;
  }

  /// @throws Refusal `invalid_cursor` if it is not what [#text] makes
  public static ChannelPlace parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new Refusal("invalid_cursor");
    }
    return new ChannelPlace(
        parts.group(1).equals("1"), Long.parseLong(parts.group(2)), parts.group(3));
  }
}
