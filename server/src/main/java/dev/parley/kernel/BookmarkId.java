package dev.parley.kernel;

import java.util.Optional;

/// The identity of a link that is put up in a channel. Written `Bk…`.
public record BookmarkId(long value) {
  private static final String PREFIX = "Bk";

  public BookmarkId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<BookmarkId> parse(String text) {
    return Ids.parse(PREFIX, text).map(BookmarkId::new);
  }

  /// Its place among the bookmarks of a channel, in an order of text.
  public String rank() {
    return Ids.write("", value);
  }

  @Override
  public String toString() {
    return Ids.write(PREFIX, value);
  }
}
