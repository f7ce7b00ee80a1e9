package dev.parley.api.method;

import dev.parley.api.Call;
import dev.parley.core.access.Role;
import dev.parley.kernel.Refusal;

/// Methods that only those may call who look after the workspace.
final class Admins {
  private Admins() {}

  /// @throws Refusal `restricted_action`
  static void require(Call call) {
    require(call, "restricted_action");
  }

  /// @param code what others are refused with
  /// @throws Refusal with that code
  static void require(Call call, String code) {
    if (!call.actor().role().isAtLeast(Role.ADMIN)) {
      throw new Refusal(code);
    }
  }
}
