package dev.parley.verify;

import static dev.parley.verify.LawScene.heard;
import static dev.parley.verify.LawScene.silent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.verify.LawScene.Call;
import java.util.List;

/// Scenes of apps, of their webhooks and of the workspace's own emoji.
final class LawApps {
  private static final String MANIFEST =
      """
      {"display_information":{"name":"Kitchen"},"features":{"bot_user":{"display_name":"kitchen"}},
       "oauth_config":{"scopes":{"bot":["chat:write"]}}}
      """;
  private static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
          + "gg==";
  private static final String ADD = "emoji.add";

  private LawApps() {}

  static List<LawScene> all() {
    return List.of(
        heard(
            "client.apps.create",
            "",
            stage -> Call.of(stage.alice, "client.apps.create", "manifest", MANIFEST)),
        heard("client.apps.remove", "", stage -> ofApp(stage, "client.apps.remove")),
        heard("client.apps.install", "", LawApps::installs),
        heard("apps.uninstall", "", LawApps::uninstalls),
        heard("client.webhooks.create", "", LawApps::webhook),
        heard(
            ADD,
            "with a picture",
            stage -> Call.of(stage.bob, ADD, "name", "soup", "image", PICTURE)),
        heard(ADD, "as another name", LawApps::alias),
        heard("admin.emoji.addAlias", "", stage -> emoji(stage, "addAlias", "alias_for", "soup")),
        heard("admin.emoji.rename", "", stage -> emoji(stage, "rename", "new_name", "stew")),
        heard("admin.emoji.remove", "", stage -> emoji(stage, "remove", "name", "soup")),
        heard("emoji.remove", "", LawApps::removes),
        silent(
            "client.webhooks.revoke",
            "what it posted stays, and so does its bot",
            LawApps::revokes),
        silent(
            "client.apps.rotate",
            "secrets are shown once, to whom asked for them",
            stage -> {
              Call call = ofApp(stage, "client.apps.rotate");
              call.arguments().put("secret", "bot_token");
              return call;
            }));
  }

  private static JsonNode app(LawStage stage) throws Exception {
    return stage.ask(stage.alice, "client.apps.create", "manifest", MANIFEST);
  }

  private static String id(JsonNode created) {
    return created.path("app").path("id").asText();
  }

  private static Call ofApp(LawStage stage, String method) throws Exception {
    return Call.of(stage.alice, method, "app", id(app(stage)));
  }

  private static Call installs(LawStage stage) throws Exception {
    String id = id(app(stage));
    stage.does(stage.alice, "client.apps.remove", "app", id);
    return Call.of(stage.alice, "client.apps.install", "app", id);
  }

  private static Call uninstalls(LawStage stage) throws Exception {
    JsonNode created = app(stage);
    JsonNode secrets = created.path("secrets");
    return Call.of(
        stage.program(secrets.path("bot_token").asText()),
        "apps.uninstall",
        "client_id",
        created.path("app").path("client_id").asText(),
        "client_secret",
        secrets.path("client_secret").asText());
  }

  private static Call webhook(LawStage stage) throws Exception {
    return Call.of(stage.alice, "client.webhooks.create", "channel", stage.room());
  }

  private static Call revokes(LawStage stage) throws Exception {
    Call create = webhook(stage);
    JsonNode made = create.caller().ok(create.method(), create.arguments());
    String webhook = made.path("webhook").path("id").asText();
    return Call.of(stage.alice, "client.webhooks.revoke", "webhook", webhook);
  }

  private static Call alias(LawStage stage) {
    return Call.of(stage.bob, ADD, "mode", "alias", "name", "soup", "alias_for", "stew");
  }

  /// There is `:soup:`, another name of `:tada:`.
  private static void soup(LawStage stage) throws Exception {
    stage.does(stage.bob, ADD, "mode", "alias", "name", "soup", "alias_for", "tada");
  }

  private static Call emoji(LawStage stage, String verb, String argument, String value)
      throws Exception {
    soup(stage);
    Call call = Call.of(stage.alice, "admin.emoji." + verb, argument, value);
    call.arguments().putIfAbsent("name", verb.equals("rename") ? "soup" : "broth");
    return call;
  }

  private static Call removes(LawStage stage) throws Exception {
    soup(stage);
    return Call.of(stage.bob, "emoji.remove", "name", "soup");
  }
}
