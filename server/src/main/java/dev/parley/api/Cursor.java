package dev.parley.api;

import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a page of a list ended, as opaque text. Good only for the method and workspace it came
/// from.
public final class Cursor {

  private Cursor() {}

  /// @param position what the method needs to go on; empty stays empty: the last page
  public static String write(String method, WorkspaceId workspace, String position) {
    return position.isEmpty()
        ? ""
        : Base64.getUrlEncoder()
            .encodeToString(
                (method + "|" + workspace + "|" + position).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads the position back.
  ///
  /// @throws Refusal `invalid_cursor`
  public static String read(String method, WorkspaceId workspace, String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String prefix = method + "|" + workspace + "|";
      if (text.startsWith(prefix)) {
        return text.substring(prefix.length());
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal("invalid_cursor");
    }
    throw new Refusal("invalid_cursor");
  }

  /// Reads a position that is a number; without a cursor it is 0.
  ///
  /// @throws Refusal `invalid_cursor`
  public static long readNumber(String method, WorkspaceId workspace, String cursor) {
    if (cursor.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(read(method, workspace, cursor));
    } catch (NumberFormatException e) {
      throw new Refusal("invalid_cursor");
    }
  }
}
