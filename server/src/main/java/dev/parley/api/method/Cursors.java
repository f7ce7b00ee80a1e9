package dev.parley.api.method;

import dev.parley.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Cursors of paged lists: opaque to clients, bound to the method that made them.
final class Cursors {

  private Cursors() {}

  /// Where the next page begins, as text.
  static String write(String method, long after) {
    byte[] plain = (method + ":" + after).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().encodeToString(plain);
  }

  /// @throws Refusal `invalid_cursor` if this method did not make it; an empty cursor is the start
  static long read(String method, String cursor, long start) {
    if (cursor.isEmpty()) {
      return start;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (!plain.startsWith(method + ":")) {
        throw new Refusal("invalid_cursor");
      }
      return Long.parseLong(plain.substring(method.length() + 1));
    } catch (IllegalArgumentException e) {
      throw new Refusal("invalid_cursor");
    }
  }
}
