package dev.parley.verify;

import static dev.parley.verify.WireSamples.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// What the admins' calls about apps answer, apart from `ok`.
final class WireApps {
  private WireApps() {}

  static void learn(WireTypes types) {
    types.refer("AppsAnswer.apps", "AppSummary");
    types.refer("AppMadeAnswer.app", "AppSummary");
    types.refer("AppMadeAnswer.secrets", "AppSecrets");
    types.refer("AppMadeAnswer.notices", "ManifestProblem");
    types.refer("WebhooksAnswer.webhooks", "Webhook");
    types.refer("WebhookMadeAnswer.webhook", "Webhook");
    ObjectNode removed = app();
    removed.remove(List.of("created_by", "installed", "bot_user_id", "bot_id"));
    types.learn("AppSummary", app());
    types.learn("AppSummary", removed);
    ObjectNode secrets = JSON.createObjectNode();
    types.learn("AppSecrets", secrets);
    for (String name : List.of("bot_token", "app_token", "signing_secret", "client_secret")) {
      types.learn("AppSecrets", secrets.put(name, "x"));
    }
    ObjectNode problem = JSON.createObjectNode().put("pointer", "/x").put("message", "x");
    types.learn("ManifestProblem", problem);
    types.learn("AppsAnswer", tree(Map.of("apps", List.of(app()))));
    Map<String, Object> made = Map.of("app", app(), "secrets", secrets);
    types.learn("AppMadeAnswer", tree(made));
    types.learn(
        "AppMadeAnswer",
        tree(Map.of("app", app(), "secrets", secrets, "notices", List.of(problem))));
    ObjectNode byOperator = webhook();
    byOperator.remove("created_by");
    types.learn("Webhook", webhook());
    types.learn("Webhook", byOperator);
    types.learn("WebhooksAnswer", tree(Map.of("webhooks", List.of(webhook()))));
    types.learn("WebhookMadeAnswer", tree(Map.of("webhook", webhook(), "url", "https://a.test")));
  }

  private static ObjectNode app() {
    ObjectNode app = JSON.createObjectNode();
    app.put("id", "A1").put("client_id", "1.1").put("name", "x").put("description", "");
    app.put("created", 1).put("created_by", WireSamples.ALICE.toString());
    app.put("is_installed", true).put("installed", 1);
    app.put("bot_user_id", WireSamples.ALICE.toString()).put("bot_id", "B1");
    app.putArray("scopes").add("chat:write");
    return app;
  }

  private static ObjectNode webhook() {
    ObjectNode webhook = JSON.createObjectNode();
    webhook.put("id", "B1").put("app", "A1").put("channel", WireSamples.CHANNEL.toString());
    return webhook.put("created", 1).put("created_by", WireSamples.ALICE.toString());
  }

  private static ObjectNode tree(Object value) {
    return (ObjectNode) WireSamples.tree(value);
  }
}
