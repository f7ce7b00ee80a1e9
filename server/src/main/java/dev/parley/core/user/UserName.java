package dev.parley.core.user;

import dev.parley.kernel.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/// The rules for handles: what stands behind an `@`.
public final class UserName {
  private static final int MAX = 80;
  private static final Pattern FORM = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}._-]{1,80}");

  private UserName() {}

  /// Brings a handle to its stored form.
  ///
  /// @throws Refusal `invalid_username`
  public static String check(String name) {
    String normal = name.strip().toLowerCase(Locale.ROOT);
    if (normal.equals(BuiltInBot.HANDLE)) {
      throw new Refusal("invalid_username", "this name is the product's own");
    }
    if (!FORM.matcher(normal).matches()) {
      throw new Refusal(
          "invalid_username", "a name has letters, digits, '.', '-' and '_', at most " + MAX);
    }
    return normal;
  }
}
