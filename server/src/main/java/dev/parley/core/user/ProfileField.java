package dev.parley.core.user;

import java.util.Arrays;
import java.util.Optional;

/// What a person can say of themselves, by its name on the wire, with the longest text it takes.
public enum ProfileField {
  REAL_NAME("real_name", 80),
  FIRST_NAME("first_name", 80),
  LAST_NAME("last_name", 80),
  DISPLAY_NAME("display_name", 80),
  TITLE("title", 100),
  PHONE("phone", 100),
  PRONOUNS("pronouns", 60),
  STATUS_TEXT("status_text", 100),
  STATUS_EMOJI("status_emoji", 100),
  STATUS_EXPIRATION("status_expiration", 18),
  TIME_ZONE("tz", 60);

  private final String wireName;
  private final int longest;

  ProfileField(String wireName, int longest) {
    this.wireName = wireName;
    this.longest = longest;
  }

  /// The field of a name; most of a Profile's other fields cannot be set.
  public static Optional<ProfileField> named(String name) {
    return Arrays.stream(values()).filter(field -> field.wireName.equals(name)).findFirst();
  }

  boolean takes(String text) {
    return text.codePointCount(0, text.length()) <= longest;
  }
}
