package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.picture.Portrait;
import dev.parley.core.picture.Square;
import dev.parley.core.teamprofile.TeamProfileService;
import dev.parley.core.user.PortraitService;
import dev.parley.core.user.ProfileEdit;
import dev.parley.core.user.ProfileField;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ProfileFieldId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.ProfileValue;
import dev.parley.protocol.view.UserView;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `users.profile.*` and `users.*Photo`: what people say and show of themselves.
public final class ProfileMethods {
  private static final Arg<UserId> USER = Arg.userId("user");
  private static final Arg<JsonNode> PROFILE = Arg.object("profile").bad("invalid_profile");
  private static final Arg<Boolean> INCLUDE_LABELS = Arg.bool("include_labels").or(false);
  private static final Arg<String> NAME = Arg.string("name");
  private static final Arg<String> VALUE = Arg.string("value").or("");

  private static final int MAX_EDGE = 100_000;
  private static final Arg<byte[]> IMAGE =
      Arg.bytes("image")
          .within("PNG, GIF or JPEG; " + Portrait.MAX_PIXELS / 1_000_000 + " million pixels")
          .missing("bad_image")
          .bad("bad_image");
  private static final Arg<Integer> CROP_X = Arg.integer("crop_x", 0, MAX_EDGE);
  private static final Arg<Integer> CROP_Y = Arg.integer("crop_y", 0, MAX_EDGE);
  private static final Arg<Integer> CROP_W = Arg.integer("crop_w", 1, MAX_EDGE);

  private final UserService users;
  private final PortraitService portraits;
  private final TeamProfileService teamProfiles;

  public ProfileMethods(
      UserService users, PortraitService portraits, TeamProfileService teamProfiles) {
    this.users = users;
    this.portraits = portraits;
    this.teamProfiles = teamProfiles;
  }

  public List<Method> all() {
    return List.of(
        Method.named("users.profile.get", "Tells what a person says of themselves.")
            .scopes("users.profile:read")
            .tier(RateTier.TIER_4)
            .args(USER, INCLUDE_LABELS)
            .errors("user_not_found")
            .does(this::get),
        Method.named("users.profile.set", "Changes what a person says of themselves.")
            .people()
            .userScopes("users.profile:write")
            .tier(RateTier.TIER_3)
            .args(USER, PROFILE, NAME, VALUE)
            .writes()
            .errors(
                "cannot_update_admin_user",
                "invalid_profile",
                "invalid_starts_with_at",
                "must_clear_both_status_text_and_status_emoji",
                "not_admin",
                "too_long",
                "user_not_found")
            .does(this::set),
        Method.named("users.setPhoto", "Shows oneself by a picture.")
            .people()
            .userScopes("users.profile:write")
            .tier(RateTier.TIER_2)
            .args(IMAGE, CROP_X, CROP_Y, CROP_W)
            .writes()
            .errors("bad_image", "too_large")
            .does(this::setPhoto),
        Method.named("users.deletePhoto", "Shows oneself by a picture no more.")
            .people()
            .userScopes("users.profile:write")
            .tier(RateTier.TIER_2)
            .writes()
            .does(this::deletePhoto));
  }

  private Reply setPhoto(Call call) {
    Optional<Square> cut =
        call.find(CROP_W)
            .map(
                size -> new Square(call.find(CROP_X).orElse(0), call.find(CROP_Y).orElse(0), size));
    UserView user = portraits.set(call.actor(), call.get(IMAGE), cut);
    return Reply.ok().with("profile", UserMethods.shown(call, user).faceView());
  }

  private Reply deletePhoto(Call call) {
    UserView _ = portraits.delete(call.actor());
    return Reply.ok();
  }

  private Reply get(Call call) {
    UserId user = call.find(USER).orElse(call.actor().user());
    UserView found = users.get(call.actor(), user);
    return Reply.ok().with("profile", view(call, found, call.get(INCLUDE_LABELS)));
  }

  private Reply set(Call call) {
    UserId own = call.actor().user();
    UserView user = users.describe(call.workspace(), own, call.find(USER).orElse(own), edit(call));
    return Reply.ok().with("profile", view(call, user, false)).with("username", user.name());
  }

  private JsonView view(Call call, UserView user, boolean isLabelled) {
    Map<String, ProfileValue> said = user.profile().fields();
    Map<String, ProfileValue> shown =
        said.isEmpty() ? said : teamProfiles.of(call.workspace()).shown(said, isLabelled);
    return UserMethods.shown(call, user).profileView(shown);
  }

  /// Fields of a Profile that cannot be set are passed over: programs send back what they read.
  private static ProfileEdit edit(Call call) {
    Map<ProfileField, String> values = new EnumMap<>(ProfileField.class);
    Map<ProfileFieldId, ProfileValue> fields = new LinkedHashMap<>();
    if (call.find(PROFILE).isPresent()) {
      for (Map.Entry<String, JsonNode> given : call.find(PROFILE).get().properties()) {
        JsonNode value = given.getValue();
        if (given.getKey().equals("fields")) {
          for (Map.Entry<String, JsonNode> field : value.properties()) {
            fields.put(fieldId(field.getKey()), said(field.getValue()));
          }
        } else if (!value.isNull()) {
          ProfileField.named(given.getKey()).ifPresent(field -> values.put(field, text(value)));
        }
      }
    } else {
      String name = call.find(NAME).orElse("");
      ProfileField field = ProfileField.named(name).orElse(null);
      if (field == null) {
        fields.put(fieldId(name), ProfileValue.of(call.get(VALUE).strip(), ""));
      } else {
        values.put(field, call.get(VALUE));
      }
    }
    return new ProfileEdit(values, fields);
  }

  private static ProfileFieldId fieldId(String name) {
    return ProfileFieldId.parse(name).orElseThrow(() -> new Refusal("invalid_profile"));
  }

  /// What is said in a field of the workspace: a text, or `{"value", "alt"}`; null for nothing.
  private static ProfileValue said(JsonNode given) {
    if (given.isObject()) {
      return ProfileValue.of(text(given.path("value")).strip(), given.path("alt").asText().strip());
    }
    return ProfileValue.of(given.isNull() ? "" : text(given).strip(), "");
  }

  private static String text(JsonNode value) {
    if (!value.isValueNode()) {
      throw new Refusal("invalid_profile");
    }
    return value.asText();
  }
}
