package dev.parley.api.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.app.Webhook;
import dev.parley.core.app.WebhookService;
import dev.parley.core.app.WebhookService.Made;
import dev.parley.core.channel.ConversationReader;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The operator's commands for incoming webhooks. Blocks; run it on virtual threads.
public final class OperatorWebhooks {
  private final WebhookService webhooks;
  private final TenantDatabase database;
  private final ConversationReader conversations;

  public OperatorWebhooks(
      WebhookService webhooks, TenantDatabase database, ConversationReader conversations) {
    this.webhooks = webhooks;
    this.database = database;
    this.conversations = conversations;
  }

  /// Runs a command.
  ///
  /// @throws Refusal `missing_argument`, and what the rules refuse
  void run(
      OperatorCommand command,
      WorkspaceId workspace,
      JsonNode args,
      Consumer<Map<String, Object>> lines) {
    switch (command) {
      case WEBHOOK_CREATE -> create(workspace, args, lines);
      case WEBHOOK_LIST -> webhooks.all(workspace).forEach(webhook -> lines.accept(line(webhook)));
      case WEBHOOK_REVOKE -> revoke(workspace, args, lines);
      default -> throw new Refusal("unknown_command");
    }
  }

  private void create(WorkspaceId workspace, JsonNode args, Consumer<Map<String, Object>> lines) {
    String name = OperatorArgs.required(args, "channel");
    ChannelId channel =
        database
            .read(workspace, handle -> conversations.named(handle, workspace, name))
            .orElseThrow(() -> new Refusal("channel_not_found"));
    @Nullable AppId app =
        OperatorArgs.text(args, "app")
            .map(id -> AppId.parse(id).orElseThrow(() -> new Refusal("app_not_found")))
            .orElse(null);
    Made made = webhooks.create(workspace, app, channel, null);
    Map<String, Object> line = line(made.webhook());
    line.put("path", made.address().path());
    lines.accept(line);
  }

  private void revoke(WorkspaceId workspace, JsonNode args, Consumer<Map<String, Object>> lines) {
    BotId id =
        BotId.parse(OperatorArgs.required(args, "webhook"))
            .orElseThrow(() -> new Refusal("webhook_not_found"));
    webhooks.revoke(workspace, id, null);
    Map<String, Object> line = OperatorCommands.line();
    line.put("webhook_id", id.toString());
    lines.accept(line);
  }

  private static Map<String, Object> line(Webhook webhook) {
    Map<String, Object> line = OperatorCommands.line();
    line.put("webhook_id", webhook.id().toString());
    line.put("app_id", webhook.app().toString());
    line.put("channel_id", webhook.channel().toString());
    line.put("created", webhook.created().getEpochSecond());
    return line;
  }
}
