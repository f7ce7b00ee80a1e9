package dev.parley.core.bookmark;

import org.jspecify.annotations.Nullable;

/// What is to become of a bookmark. The texts are checked.
public sealed interface BookmarkEdit {

  /// One that is not there yet.
  ///
  /// @param emoji between colons, or empty
  record Add(String title, String link, String emoji) implements BookmarkEdit {}

  /// It says something else; what is null stays.
  record Change(@Nullable String title, @Nullable String link, @Nullable String emoji)
      implements BookmarkEdit {}

  /// It goes.
  record Remove() implements BookmarkEdit {}
}
