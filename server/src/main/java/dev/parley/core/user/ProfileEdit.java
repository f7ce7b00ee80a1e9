package dev.parley.core.user;

import dev.parley.core.teamprofile.TeamProfile;
import dev.parley.kernel.ProfileFieldId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.ProfileValue;
import dev.parley.protocol.view.UserView;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/// New texts for some fields of a profile; the others stay. Two edits made at once both count,
/// field by field.
///
/// @param fields new values for fields of the workspace
public record ProfileEdit(
    Map<ProfileField, String> values, Map<ProfileFieldId, ProfileValue> fields) {
  private static final Pattern EMOJI = Pattern.compile(":[a-z0-9_+'\\-\\p{L}:]{1,98}:");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final String SAYING_SOMETHING = ":speech_balloon:";

  /// @throws Refusal `too_long`, `invalid_starts_with_at`, `invalid_profile`
  public ProfileEdit {
    Map<ProfileField, String> checked = new EnumMap<>(ProfileField.class);
    values.forEach((field, text) -> checked.put(field, check(field, text.strip())));
    values = Map.copyOf(checked);
    fields = Map.copyOf(fields);
  }

  /// New texts for fields that every profile has.
  public ProfileEdit(Map<ProfileField, String> values) {
    this(values, Map.of());
  }

  private static String check(ProfileField field, String text) {
    if (!field.takes(text)) {
      throw new Refusal("too_long");
    }
    boolean isName =
        switch (field) {
          case REAL_NAME, FIRST_NAME, LAST_NAME, DISPLAY_NAME -> true;
          case TITLE, PHONE, PRONOUNS, STATUS_TEXT, STATUS_EMOJI, STATUS_EXPIRATION, TIME_ZONE ->
              false;
        };
    if (isName && text.startsWith("@")) {
      throw new Refusal("invalid_starts_with_at");
    }
    if (field == ProfileField.STATUS_EMOJI && !text.isEmpty() && !EMOJI.matcher(text).matches()) {
      throw new Refusal("invalid_profile", "status_emoji is an emoji's name between colons");
    }
    if (field == ProfileField.STATUS_EXPIRATION
        && !text.isEmpty()
        && !SECONDS.matcher(text).matches()) {
      throw new Refusal("invalid_profile", "status_expiration is in seconds since 1970, or 0");
    }
    if (field == ProfileField.TIME_ZONE && !ZoneId.getAvailableZoneIds().contains(text)) {
      throw new Refusal("invalid_profile", "tz is a time zone's name, such as Europe/Vienna");
    }
    // By that name nobody has said where they live.
    return field == ProfileField.TIME_ZONE && text.equals("Etc/UTC") ? "UTC" : text;
  }

  String displayName(UserView before) {
    return values.getOrDefault(ProfileField.DISPLAY_NAME, before.displayName());
  }

  /// The profile after this edit.
  ///
  /// @param team which fields there are
  /// @throws Refusal `must_clear_both_status_text_and_status_emoji`, `invalid_profile`, `too_long`
  ProfileText text(UserView before, TeamProfile team) {
    ProfileText old = before.profile();
    ProfileText described =
        new ProfileText(
            realName(before),
            values.getOrDefault(ProfileField.TITLE, old.title()),
            values.getOrDefault(ProfileField.PHONE, old.phone()),
            values.getOrDefault(ProfileField.PRONOUNS, old.pronouns()),
            old.statusText(),
            old.statusEmoji(),
            old.statusExpiration(),
            values.getOrDefault(ProfileField.TIME_ZONE, old.timezone()),
            old.face(),
            team.say(old.fields(), fields));
    return withStatus(described);
  }

  private String realName(UserView before) {
    boolean inParts =
        values.containsKey(ProfileField.FIRST_NAME) || values.containsKey(ProfileField.LAST_NAME);
    if (values.containsKey(ProfileField.REAL_NAME) || !inParts) {
      return values.getOrDefault(ProfileField.REAL_NAME, before.profile().realName());
    }
    String first = values.getOrDefault(ProfileField.FIRST_NAME, before.firstName());
    String last = values.getOrDefault(ProfileField.LAST_NAME, before.lastName());
    return (first + " " + last).strip();
  }

  private ProfileText withStatus(ProfileText old) {
    String text = values.getOrDefault(ProfileField.STATUS_TEXT, old.statusText());
    String emoji = values.getOrDefault(ProfileField.STATUS_EMOJI, old.statusEmoji());
    boolean setsText = values.containsKey(ProfileField.STATUS_TEXT);
    boolean setsEmoji = values.containsKey(ProfileField.STATUS_EMOJI);
    boolean clearsOne =
        (setsText && !setsEmoji && text.isEmpty() && !emoji.isEmpty())
            || (setsEmoji && !setsText && emoji.isEmpty() && !text.isEmpty());
    if (clearsOne) {
      throw new Refusal("must_clear_both_status_text_and_status_emoji");
    }
    if (text.isEmpty() && emoji.isEmpty()) {
      return old.withStatus("", "", 0);
    }
    String expiration = values.get(ProfileField.STATUS_EXPIRATION);
    long lasts = setsText || setsEmoji ? 0 : old.statusExpiration();
    if (expiration != null) {
      lasts = expiration.isEmpty() ? 0 : Long.parseLong(expiration);
    }
    return old.withStatus(text, emoji.isEmpty() ? SAYING_SOMETHING : emoji, lasts);
  }
}
