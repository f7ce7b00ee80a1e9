package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A person or bot in Slack's User shape.
///
/// @param name the handle
/// @param app the app whose bot user it is, or null
/// @param email the address, for those who may see it; null for all others
/// @param origin scheme, host and port where the reader finds pictures; null where nobody asked for
///     the person, as in events
public record UserView(
    WorkspaceId workspace,
    UserId id,
    String name,
    String displayName,
    ProfileText profile,
    Standing standing,
    boolean isBot,
    @Nullable AppId app,
    boolean isDeleted,
    Instant updated,
    @Nullable String email,
    @Nullable String origin)
    implements JsonView {
  private static final List<Integer> PICTURE_SIZES = List.of(24, 32, 48, 72, 192, 512);
  private static final List<String> COLORS =
      List.of("9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "2b6836", "5a4592");

  /// How somebody stands in the workspace.
  public enum Standing {
    PRIMARY_OWNER,
    OWNER,
    ADMIN,
    MEMBER,
    GUEST
  }

  /// The name people call them by.
  public String realName() {
    return profile.realName().isEmpty() ? name : profile.realName();
  }

  /// Seconds east of UTC, now.
  public int timezoneOffset() {
    return zone().getRules().getOffset(Instant.now()).getTotalSeconds();
  }

  /// The first word of the real name.
  public String firstName() {
    int space = realName().indexOf(' ');
    return space < 0 ? realName() : realName().substring(0, space);
  }

  /// The real name after its first word.
  public String lastName() {
    int space = realName().indexOf(' ');
    return space < 0 ? "" : realName().substring(space + 1);
  }

  /// The same person after they said something else of themselves.
  public UserView describedAs(String newDisplayName, ProfileText newProfile, Instant now) {
    return with(newDisplayName, newProfile, standing, isDeleted, now, email, origin);
  }

  /// The same person after they came to stand otherwise in the workspace.
  public UserView standingAs(Standing newStanding, boolean nowDeleted, Instant now) {
    return with(displayName, profile, newStanding, nowDeleted, now, email, origin);
  }

  /// What they are besides a member: `owner`, `admin` or `guest`; else empty.
  public String rank() {
    return switch (standing) {
      case PRIMARY_OWNER, OWNER -> "owner";
      case ADMIN -> "admin";
      case GUEST -> "guest";
      case MEMBER -> "";
    };
  }

  /// Whether they see only the channels they were invited to.
  public boolean isGuest() {
    return standing == Standing.GUEST;
  }

  /// The same person as somebody sees them who may not see the address.
  public UserView withoutEmail() {
    return with(displayName, profile, standing, isDeleted, updated, null, origin);
  }

  /// The same person for somebody who reached the server by this scheme, host and port.
  public UserView seenFrom(String newOrigin) {
    return with(displayName, profile, standing, isDeleted, updated, email, newOrigin);
  }

  private UserView with(
      String otherDisplayName,
      ProfileText otherProfile,
      Standing otherStanding,
      boolean nowDeleted,
      Instant changed,
      @Nullable String otherEmail,
      @Nullable String otherOrigin) {
    return new UserView(
        workspace,
        id,
        name,
        otherDisplayName,
        otherProfile,
        otherStanding,
        isBot,
        app,
        nowDeleted,
        changed,
        otherEmail,
        otherOrigin);
  }

  /// What the person says of themselves, in Slack's Profile shape.
  ///
  /// @param fields what they say in the fields of their workspace, by the fields' ids
  public JsonView profileView(Map<String, ProfileValue> fields) {
    return json -> writeProfile(json, fields);
  }

  /// How the person looks: the part of a Profile that says so.
  public JsonView faceView() {
    return this::writeFace;
  }

  /// Who the person is, for a page that they sign in to.
  public JsonView identityView(boolean hasEmail, boolean hasPictures) {
    return json -> {
      json.writeStringField("name", realName());
      json.writeStringField("id", id.toString());
      if (hasEmail && email != null) {
        json.writeStringField("email", email);
      }
      if (hasPictures) {
        writePictures(json);
      }
    };
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("id", id.toString());
    json.writeStringField("team_id", workspace.toString());
    json.writeStringField("name", name);
    json.writeBooleanField("deleted", isDeleted);
    json.writeStringField("color", COLORS.get((int) ((id.value() >>> 2) % COLORS.size())));
    json.writeStringField("real_name", realName());
    ZoneId zone = zone();
    json.writeStringField("tz", zone.getId());
    json.writeStringField("tz_label", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    json.writeNumberField("tz_offset", timezoneOffset());
    json.writeObjectFieldStart("profile");
    writeProfile(json, Map.of());
    json.writeEndObject();
    if (!isDeleted) {
      boolean isOwner = standing == Standing.PRIMARY_OWNER || standing == Standing.OWNER;
      json.writeBooleanField("is_admin", isOwner || standing == Standing.ADMIN);
      json.writeBooleanField("is_owner", isOwner);
      json.writeBooleanField("is_primary_owner", standing == Standing.PRIMARY_OWNER);
      json.writeBooleanField("is_restricted", standing == Standing.GUEST);
      json.writeBooleanField("is_ultra_restricted", false);
      json.writeBooleanField("is_email_confirmed", true);
      json.writeBooleanField("has_2fa", false);
      json.writeStringField("who_can_share_contact_card", "EVERYONE");
    }
    json.writeBooleanField("is_bot", isBot);
    json.writeBooleanField("is_app_user", false);
    json.writeNumberField("updated", updated.getEpochSecond());
  }

  private void writeProfile(JsonGenerator json, Map<String, ProfileValue> fields)
      throws IOException {
    String realName = realName();
    json.writeStringField("title", profile.title());
    json.writeStringField("phone", profile.phone());
    json.writeStringField("skype", "");
    json.writeStringField("real_name", realName);
    json.writeStringField("real_name_normalized", realName);
    json.writeStringField("display_name", displayName);
    json.writeStringField("display_name_normalized", displayName);
    json.writeStringField("status_text", profile.statusText());
    json.writeStringField("status_text_canonical", "");
    json.writeStringField("status_emoji", profile.statusEmoji());
    json.writeNumberField("status_expiration", profile.statusExpiration());
    json.writeArrayFieldStart("status_emoji_display_info");
    json.writeEndArray();
    writeFace(json);
    json.writeStringField("first_name", firstName());
    json.writeStringField("last_name", lastName());
    if (!profile.pronouns().isEmpty()) {
      json.writeStringField("pronouns", profile.pronouns());
    }
    if (email != null) {
      json.writeStringField("email", email);
    }
    if (app != null) {
      json.writeStringField("bot_id", BotId.of(id).toString());
      json.writeStringField("api_app_id", app.toString());
      json.writeBooleanField("always_active", true);
    }
    if (fields.isEmpty()) {
      json.writeNullField("fields");
    } else {
      json.writeObjectFieldStart("fields");
      for (Map.Entry<String, ProfileValue> field : fields.entrySet()) {
        json.writeFieldName(field.getKey());
        field.getValue().write(json);
      }
      json.writeEndObject();
    }
    json.writeStringField("team", workspace.toString());
  }

  private void writeFace(JsonGenerator json) throws IOException {
    String face = profile.face();
    json.writeStringField(
        "avatar_hash", face.isEmpty() ? "g" + Long.toHexString(id.value()) : face);
    if (profile.hasPicture()) {
      json.writeBooleanField("is_custom_image", true);
    }
    writePictures(json);
  }

  private void writePictures(JsonGenerator json) throws IOException {
    if (origin == null) {
      return;
    }
    String face = profile.face().isEmpty() ? usualFace() : profile.face();
    String before = profile.hasPicture() ? "/pictures/" + workspace + "/" : "/faces/";
    String after = profile.hasPicture() ? "" : ".svg";
    for (int size : PICTURE_SIZES) {
      json.writeStringField("image_" + size, origin + before + face + "-" + size + after);
    }
  }

  /// The drawn face that programs are shown of whoever has none: always the same of the same.
  private String usualFace() {
    String traits = String.format(Locale.ROOT, "%016x", id.value() * 0x9E3779B97F4A7C15L);
    return (isBot ? "r" : "d") + traits.substring(0, 11);
  }

  /// By which clock they live.
  public ZoneId zone() {
    return profile.zone();
  }
}
