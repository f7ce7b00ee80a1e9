package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.user.ProfileEdit;
import dev.parley.core.user.ProfileField;
import dev.parley.core.user.UserService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.UserView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// `users.profile.*`: what people say of themselves.
public final class ProfileMethods {
  private static final Arg<UserId> USER = Arg.userId("user");
  private static final Arg<JsonNode> PROFILE = Arg.object("profile").bad("invalid_profile");
  private static final Arg<String> NAME = Arg.string("name");
  private static final Arg<String> VALUE = Arg.string("value").or("");

  private final UserService users;

  public ProfileMethods(UserService users) {
    this.users = users;
  }

  public List<Method> all() {
    return List.of(
        Method.named("users.profile.get", "Tells what a person says of themselves.")
            .scopes("users.profile:read")
            .tier(RateTier.TIER_4)
            .args(USER)
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
            .does(this::set));
  }

  private Reply get(Call call) {
    UserId user = call.find(USER).orElse(call.actor().user());
    UserView found = users.get(call.actor(), user);
    return Reply.ok().with("profile", UserMethods.shown(call, found).profileView());
  }

  private Reply set(Call call) {
    UserId own = call.actor().user();
    UserView user = users.describe(call.workspace(), own, call.find(USER).orElse(own), edit(call));
    return Reply.ok()
        .with("profile", UserMethods.shown(call, user).profileView())
        .with("username", user.name());
  }

  /// Fields of a Profile that cannot be set are passed over: programs send back what they read.
  private static ProfileEdit edit(Call call) {
    Map<ProfileField, String> values = new EnumMap<>(ProfileField.class);
    if (call.find(PROFILE).isPresent()) {
      for (Map.Entry<String, JsonNode> given : call.find(PROFILE).get().properties()) {
        JsonNode value = given.getValue();
        if (!value.isNull()) {
          ProfileField.named(given.getKey()).ifPresent(field -> values.put(field, text(value)));
        }
      }
    } else {
      ProfileField field =
          call.find(NAME)
              .flatMap(ProfileField::named)
              .orElseThrow(() -> new Refusal("invalid_profile", "profile, or name and value"));
      values.put(field, call.get(VALUE));
    }
    return new ProfileEdit(values);
  }

  private static String text(JsonNode value) {
    if (!value.isValueNode()) {
      throw new Refusal("invalid_profile");
    }
    return value.asText();
  }
}
