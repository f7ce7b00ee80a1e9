package dev.parley.core.workspace;

import dev.parley.kernel.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/// The rules for a workspace's short name.
public final class WorkspaceSlug {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  private WorkspaceSlug() {}

  /// Brings a short name to its stored form.
  ///
  /// @throws Refusal `invalid_slug`
  public static String check(String slug) {
    String normal = slug.strip().toLowerCase(Locale.ROOT);
    if (!FORM.matcher(normal).matches()) {
      throw new Refusal("invalid_slug", "a short name has 1 to 40 of a-z, 0-9 and '-'");
    }
    return normal;
  }
}
