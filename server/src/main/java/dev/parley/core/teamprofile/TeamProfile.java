package dev.parley.core.teamprofile;

import dev.parley.kernel.ProfileFieldId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.ProfileValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields that the profiles of a workspace have, in their order.
public record TeamProfile(List<TeamField> fields) {
  private static final int MOST = 50;

  /// What a workspace begins with.
  public static final TeamProfile NONE = new TeamProfile(List.of());

  /// @throws Refusal `too_many_fields`
  public TeamProfile {
    fields = List.copyOf(fields);
    if (fields.size() > MOST) {
      throw new Refusal("too_many_fields");
    }
  }

  public Optional<TeamField> find(ProfileFieldId id) {
    return fields.stream().filter(field -> field.id().equals(id)).findFirst();
  }

  /// What somebody says after they said something new: by ids, without fields that are gone and
  /// without those in which nothing is said.
  ///
  /// @throws Refusal `invalid_profile`, `too_long`
  public Map<String, ProfileValue> say(
      Map<String, ProfileValue> before, Map<ProfileFieldId, ProfileValue> said) {
    said.forEach(
        (id, value) -> find(id).orElseThrow(() -> new Refusal("invalid_profile")).check(value));
    Map<String, ProfileValue> after = new LinkedHashMap<>();
    for (TeamField field : fields) {
      String id = field.id().toString();
      ProfileValue value = said.getOrDefault(field.id(), before.get(id));
      if (value != null && !value.value().isEmpty()) {
        after.put(id, value);
      }
    }
    return after;
  }

  /// What of it is shown, in the order of the fields.
  ///
  /// @param isLabelled whether each is to tell its field's label
  public Map<String, ProfileValue> shown(Map<String, ProfileValue> said, boolean isLabelled) {
    Map<String, ProfileValue> shown = new LinkedHashMap<>();
    for (TeamField field : fields) {
      ProfileValue value = said.get(field.id().toString());
      if (value != null && !field.isHidden()) {
        shown.put(field.id().toString(), isLabelled ? value.labelled(field.label()) : value);
      }
    }
    return shown;
  }
}
