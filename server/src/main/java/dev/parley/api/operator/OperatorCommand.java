package dev.parley.api.operator;

import dev.parley.kernel.Refusal;
import java.util.Arrays;

/// The operator's commands, by their name in the address.
public enum OperatorCommand {
  WORKSPACE_CREATE("workspace.create"),
  USER_CREATE("user.create"),
  USER_ROLE("user.role"),
  USER_DEACTIVATE("user.deactivate"),
  USER_REACTIVATE("user.reactivate"),
  CHANNEL_CREATE("channel.create"),
  TOKEN_CREATE("token.create"),
  APP_CREATE("app.create"),
  APP_LIST("app.list"),
  APP_SHOW("app.show"),
  APP_INSTALL("app.install"),
  APP_REMOVE("app.remove"),
  APP_ROTATE("app.rotate"),
  WEBHOOK_CREATE("webhook.create"),
  WEBHOOK_LIST("webhook.list"),
  WEBHOOK_REVOKE("webhook.revoke");

  private final String wireName;

  OperatorCommand(String wireName) {
    this.wireName = wireName;
  }

  /// @throws Refusal `unknown_command`
  static OperatorCommand of(String name) {
    return Arrays.stream(values())
        .filter(command -> command.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal("unknown_command"));
  }

  public String wireName() {
    return wireName;
  }
}
