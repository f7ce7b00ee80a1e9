package dev.parley.api.operator;

import dev.parley.kernel.Refusal;
import java.util.Arrays;
import java.util.List;

/// The operator's commands, by their name in the address.
public enum OperatorCommand {
  WORKSPACE_CREATE(
      "workspace.create",
      "name, slug, owner_email, owner_name, owner_real_name, password, generate_password"),
  USER_CREATE(
      "user.create",
      "workspace, name, real_name, email, role, password, generate_password, count, prefix"),
  USER_ROLE("user.role", "workspace, user, role"),
  USER_DEACTIVATE("user.deactivate", "workspace, user"),
  USER_REACTIVATE("user.reactivate", "workspace, user"),
  CHANNEL_CREATE("channel.create", "workspace, name, private, creator, members, add_all"),
  TOKEN_CREATE("token.create", "workspace, user, scopes"),
  APP_CREATE("app.create", "workspace, manifest"),
  APP_LIST("app.list", "workspace"),
  APP_SHOW("app.show", "workspace, app"),
  APP_INSTALL("app.install", "workspace, app"),
  APP_REMOVE("app.remove", "workspace, app"),
  APP_ROTATE("app.rotate", "workspace, app, secret, overlap"),
  WEBHOOK_CREATE("webhook.create", "workspace, channel, app"),
  WEBHOOK_LIST("webhook.list", "workspace"),
  WEBHOOK_REVOKE("webhook.revoke", "workspace, webhook");

  private final String wireName;
  private final String arguments;

  OperatorCommand(String wireName, String arguments) {
    this.wireName = wireName;
    this.arguments = arguments;
  }

  /// @throws Refusal `unknown_command`
  static OperatorCommand of(String name) {
    return Arrays.stream(values())
        .filter(command -> command.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal("unknown_command"));
  }

  /// A misspelt argument would be left out in silence: a channel public, a token good for
  /// everything.
  ///
  /// @throws Refusal `unknown_argument`
  void requireKnown(Iterable<String> names) {
    List<String> known = List.of(arguments.split(", "));
    for (String name : names) {
      if (!known.contains(name)) {
        throw new Refusal("unknown_argument", name + "; there are " + arguments);
      }
    }
  }

  public String wireName() {
    return wireName;
  }
}
