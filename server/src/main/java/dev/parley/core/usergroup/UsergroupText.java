package dev.parley.core.usergroup;

import dev.parley.kernel.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules for what a group is called.
final class UsergroupText {
  private static final int MAX_NAME = 80;
  private static final int MAX_DESCRIPTION = 140;
  private static final Pattern HANDLE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}._-]{1,80}");
  private static final Pattern NO_HANDLE = Pattern.compile("[^\\p{Ll}\\p{Lo}\\p{N}._]+");
  private static final Set<String> FORBIDDEN = Set.of("channel", "everyone", "group", "here");

  private UsergroupText() {}

  /// @throws Refusal `missing_subteam_name`, `name_too_long`
  static String name(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw new Refusal("missing_subteam_name");
    }
    if (stripped.codePointCount(0, stripped.length()) > MAX_NAME) {
      throw new Refusal("name_too_long");
    }
    return stripped;
  }

  /// @throws Refusal `bad_handle`, `forbidden_handle`
  static String handle(String handle) {
    String lower = handle.strip().toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("@") ? lower.substring(1) : lower;
    if (!HANDLE.matcher(bare).matches()) {
      throw new Refusal("bad_handle");
    }
    if (FORBIDDEN.contains(bare)) {
      throw new Refusal("forbidden_handle");
    }
    return bare;
  }

  /// The handle of a group that was given a name alone.
  static String handleOf(String name) {
    return handle(NO_HANDLE.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-"));
  }

  /// @throws Refusal `description_too_long`
  static String description(String text) {
    String stripped = text.strip();
    if (stripped.codePointCount(0, stripped.length()) > MAX_DESCRIPTION) {
      throw new Refusal("description_too_long");
    }
    return stripped;
  }
}
