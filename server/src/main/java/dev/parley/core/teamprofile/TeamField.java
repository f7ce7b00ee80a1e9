package dev.parley.core.teamprofile;

import dev.parley.kernel.ProfileFieldId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.ProfileValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field that the profiles of a workspace have.
///
/// @param options what can be chosen; only where that is its type
/// @param isHidden whether nobody is shown what people say in it
public record TeamField(
    ProfileFieldId id,
    String label,
    String hint,
    Type type,
    List<String> options,
    boolean isHidden) {
  private static final int LONGEST_LABEL = 80;
  private static final int LONGEST_VALUE = 500;
  private static final int LONGEST_LINK = 2_000;
  private static final int MOST_OPTIONS = 100;

  /// What can be said in a field.
  public enum Type {
    TEXT,
    /// A day, as `2026-01-31`.
    DATE,
    /// The address of a page.
    LINK,
    /// One of its options.
    OPTIONS_LIST;

    /// The name on the wire.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Type> named(String name) {
      return Arrays.stream(values()).filter(type -> type.wireName().equals(name)).findFirst();
    }
  }

  /// @throws Refusal `invalid_arguments`
  public TeamField {
    label = label.strip();
    hint = hint.strip();
    options = List.copyOf(options);
    require(!label.isEmpty() && length(label) <= LONGEST_LABEL, "label: 1 to 80 characters");
    require(length(hint) <= LONGEST_VALUE, "hint: at most 500 characters");
    if (type == Type.OPTIONS_LIST) {
      require(!options.isEmpty(), "possible_values: at least one");
      require(options.size() <= MOST_OPTIONS, "possible_values: at most 100");
      require(new HashSet<>(options).size() == options.size(), "possible_values: one is twice");
      for (String option : options) {
        require(
            !option.isBlank() && length(option) <= LONGEST_LABEL,
            "possible_values: 1 to 80 characters");
      }
    } else {
      require(options.isEmpty(), "possible_values: only of an options_list");
    }
  }

  private static void require(boolean holds, String detail) {
    if (!holds) {
      throw new Refusal("invalid_arguments", detail);
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// Whether something can be said in this field. Nothing always can.
  ///
  /// @throws Refusal `too_long`, `invalid_profile`
  public void check(ProfileValue said) {
    String value = said.value();
    int longest = type == Type.LINK ? LONGEST_LINK : LONGEST_VALUE;
    if (length(value) > longest || length(said.alt()) > LONGEST_VALUE) {
      throw new Refusal("too_long");
    }
    boolean holds =
        value.isEmpty()
            || switch (type) {
              case TEXT -> true;
              case DATE -> isDate(value);
              case LINK -> isLink(value);
              case OPTIONS_LIST -> options.contains(value);
            };
    if (!holds) {
      throw new Refusal("invalid_profile");
    }
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isLink(String value) {
    try {
      URI uri = new URI(value);
      String scheme = uri.getScheme();
      return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && uri.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
