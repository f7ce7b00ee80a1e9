package dev.parley.verify;

import static dev.parley.verify.LawScene.heard;

import dev.parley.verify.LawScene.Call;
import java.util.List;

/// Scenes of accounts: profiles, faces, roles, and when not to disturb somebody.
final class LawAccounts {
  /// A GIF of one pixel.
  private static final String PICTURE = "R0lGODdhAQABAPAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=";

  private LawAccounts() {}

  static List<LawScene> all() {
    return List.of(
        heard(
            "users.profile.set",
            "",
            stage ->
                Call.of(
                    stage.bob,
                    "users.profile.set",
                    "profile",
                    "{\"display_name\":\"Bobby\",\"title\":\"Cook\",\"status_text\":\"cooking\"}")),
        heard(
            "client.people.setRole",
            "",
            stage ->
                Call.of(
                    stage.alice, "client.people.setRole", "user", stage.bob.id, "role", "admin")),
        heard("client.people.deactivate", "", stage -> stand(stage, "client.people.deactivate")),
        heard(
            "client.people.reactivate",
            "",
            stage -> {
              Call out = stand(stage, "client.people.deactivate");
              var _ = out.caller().ok(out.method(), out.arguments());
              return new Call(stage.alice, "client.people.reactivate", out.arguments());
            }),
        heard("users.setPhoto", "", LawAccounts::portray),
        heard(
            "users.deletePhoto",
            "",
            stage -> {
              Call portrait = portray(stage);
              var _ = portrait.caller().ok(portrait.method(), portrait.arguments());
              return Call.of(stage.bob, "users.deletePhoto");
            }),
        heard(
            "client.team.profile.set",
            "",
            stage ->
                Call.of(
                    stage.alice,
                    "client.team.profile.set",
                    "fields",
                    "[{\"label\":\"Team\",\"type\":\"text\"}]")),
        heard("dnd.setSnooze", "", LawAccounts::snooze),
        heard("dnd.endSnooze", "", stage -> awake(stage, "dnd.endSnooze")),
        heard("dnd.endDnd", "", stage -> awake(stage, "dnd.endDnd")),
        heard(
            "client.dnd.set",
            "",
            stage -> Call.of(stage.bob, "client.dnd.set", "enabled", "true", "start", "21:30")));
  }

  private static Call stand(LawStage stage, String method) {
    return Call.of(stage.alice, method, "user", stage.newcomer().id);
  }

  private static Call portray(LawStage stage) {
    return Call.of(stage.bob, "users.setPhoto", "image", PICTURE);
  }

  private static Call snooze(LawStage stage) {
    return Call.of(stage.bob, "dnd.setSnooze", "num_minutes", "60");
  }

  private static Call awake(LawStage stage, String method) throws Exception {
    Call before = snooze(stage);
    var _ = before.caller().ok(before.method(), before.arguments());
    return Call.of(stage.bob, method);
  }
}
