package dev.parley.api.method;

import dev.parley.api.Call;
import dev.parley.api.Cursor;

/// Cursors of lists that are paged by a number: good only for the method and the workspace that
/// they came from.
final class Cursors {

  private Cursors() {}

  /// Where the next page begins, as text.
  static String write(Call call, String method, long after) {
    return Cursor.write(method, call.workspace(), Long.toString(after));
  }

  /// @throws dev.parley.kernel.Refusal `invalid_cursor` if this method did not make it for this
  ///     workspace; an empty cursor is the start
  static long read(Call call, String method, String cursor, long start) {
    return cursor.isEmpty() ? start : Cursor.readNumber(method, call.workspace(), cursor);
  }
}
