package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.teamprofile.EditTeamProfile.Draft;
import dev.parley.core.teamprofile.TeamField;
import dev.parley.core.teamprofile.TeamProfile;
import dev.parley.core.teamprofile.TeamProfileService;
import dev.parley.kernel.ProfileFieldId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.JsonView;
import java.util.ArrayList;
import java.util.List;

/// `team.profile.*`: which fields profiles have.
public final class TeamProfileMethods {
  private static final Arg<String> VISIBILITY =
      Arg.oneOf("visibility", "all", "visible", "hidden").or("all");
  private static final Arg<JsonNode> FIELDS =
      Arg.array("fields").required().within("at most 50, each with id? label hint? type …");

  private final TeamProfileService profiles;

  public TeamProfileMethods(TeamProfileService profiles) {
    this.profiles = profiles;
  }

  public List<Method> all() {
    return List.of(
        Method.named("team.profile.get", "Tells which fields profiles have in the workspace.")
            .scopes("users.profile:read")
            .tier(RateTier.TIER_3)
            .args(VISIBILITY)
            .does(this::get),
        Method.named(
                "client.team.profile.set", "Says which fields profiles have, and in which order.")
            .page()
            .tier(RateTier.TIER_2)
            .args(FIELDS)
            .writes()
            .errors("field_not_found", "not_admin", "too_many_fields")
            .does(this::set));
  }

  private Reply get(Call call) {
    String visibility = call.get(VISIBILITY);
    return answer(profiles.of(call.workspace()), visibility);
  }

  private Reply set(Call call) {
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode field : call.get(FIELDS)) {
      drafts.add(draft(field));
    }
    return answer(profiles.set(call.actor(), drafts), "all");
  }

  private static Draft draft(JsonNode field) {
    JsonNode id = field.path("id");
    List<String> options = new ArrayList<>();
    field.path("possible_values").forEach(option -> options.add(option.asText().strip()));
    return new Draft(
        id.isMissingNode() || id.isNull()
            ? null
            : ProfileFieldId.parse(id.asText()).orElseThrow(() -> new Refusal("field_not_found")),
        field.path("label").asText(),
        field.path("hint").asText(),
        TeamField.Type.named(field.path("type").asText())
            .orElseThrow(
                () -> new Refusal("invalid_arguments", "type: text, date, link or options_list")),
        options,
        field.path("is_hidden").asBoolean());
  }

  private static Reply answer(TeamProfile profile, String visibility) {
    JsonView view =
        json -> {
          json.writeArrayFieldStart("fields");
          int ordering = 0;
          for (TeamField field : profile.fields()) {
            if (visibility.equals("all") || visibility.equals("hidden") == field.isHidden()) {
              view(field, ordering).write(json);
            }
            ordering++;
          }
          json.writeEndArray();
          json.writeArrayFieldStart("sections");
          json.writeEndArray();
        };
    return Reply.ok().with("profile", view);
  }

  private static JsonView view(TeamField field, int ordering) {
    return json -> {
      json.writeStringField("id", field.id().toString());
      json.writeNumberField("ordering", ordering);
      json.writeStringField("field_name", "");
      json.writeStringField("label", field.label());
      json.writeStringField("hint", field.hint());
      json.writeStringField("type", field.type().wireName());
      json.writeArrayFieldStart("possible_values");
      for (String option : field.options()) {
        json.writeString(option);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("options");
      json.writeBooleanField("is_protected", false);
      json.writeBooleanField("is_scim", false);
      json.writeEndObject();
      json.writeBooleanField("is_hidden", field.isHidden());
    };
  }
}
