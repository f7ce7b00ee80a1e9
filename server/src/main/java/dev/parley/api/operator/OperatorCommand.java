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
  TOKEN_CREATE("token.create");

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
