package dev.parley.protocol.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody says about themselves; sealed where it is stored.
///
/// @param statusExpiration when the status ends by itself, seconds since 1970; 0 for never
/// @param timezone a name of the time zone database, such as `Europe/Vienna`; `Etc/UTC`
///     of who has said none
/// @param face the code of the face that the program draws for them, or `Pc…/<key>` of their own
///     picture; empty for none
/// @param fields what they say in the fields of their workspace, by the fields' ids
public record ProfileText(
    String realName,
    String title,
    String phone,
    String pronouns,
    String statusText,
    String statusEmoji,
    long statusExpiration,
    String timezone,
    String face,
    Map<String, ProfileValue> fields) {

  private static final ZoneId NO_ZONE = ZoneId.of("Etc/UTC");

  /// @param pronouns null in what was stored before there were any
  /// @param face likewise, as are the fields
  public ProfileText(
      String realName,
      String title,
      String phone,
      @Nullable String pronouns,
      String statusText,
      String statusEmoji,
      long statusExpiration,
      String timezone,
      @Nullable String face,
      @Nullable Map<String, ProfileValue> fields) {
    this.realName = realName;
    this.title = title;
    this.phone = phone;
    this.pronouns = pronouns == null ? "" : pronouns;
    this.statusText = statusText;
    this.statusEmoji = statusEmoji;
    this.statusExpiration = statusExpiration;
    this.timezone = timezone;
    this.face = face == null ? "" : face;
    this.fields =
        fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// A profile that says no more than a name.
  public static ProfileText named(String realName) {
    return new ProfileText(realName, "", "", "", "", "", 0, NO_ZONE.getId(), "", Map.of());
  }

  /// The profile with another status.
  public ProfileText withStatus(String text, String emoji, long expiration) {
    return new ProfileText(
        realName, title, phone, pronouns, text, emoji, expiration, timezone, face, fields);
  }

  /// The profile with another face.
  public ProfileText withFace(String newFace) {
    return new ProfileText(
        realName,
        title,
        phone,
        pronouns,
        statusText,
        statusEmoji,
        statusExpiration,
        timezone,
        newFace,
        fields);
  }

  /// Whether the face is a picture of their own.
  public boolean hasPicture() {
    return face.indexOf('/') >= 0;
  }

  /// By which clock they live: UTC unless they say so.
  public ZoneId zone() {
    try {
      return ZoneId.of(timezone);
    } catch (DateTimeException e) {
      return NO_ZONE;
    }
  }

  /// Whether it is known by which clock they live.
  public boolean saysZone() {
    return !zone().equals(NO_ZONE);
  }

  /// The profile as it is at some time: a status that has ended is none.
  public ProfileText at(Instant time) {
    boolean isOver = statusExpiration != 0 && statusExpiration <= time.getEpochSecond();
    return isOver ? withStatus("", "", 0) : this;
  }
}
