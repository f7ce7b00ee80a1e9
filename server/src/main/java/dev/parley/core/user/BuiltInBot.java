package dev.parley.core.user;

import dev.parley.core.access.Role;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.UserView;
import java.util.Optional;

/// The bot by which the product itself speaks to people: one of each workspace, made when it is
/// needed first, seen by everybody like any other. Its handle is reserved. Calls block; safe for
/// many threads.
public final class BuiltInBot {
  /// The handle that nobody else gets.
  public static final String HANDLE = "parleybot";

  private final UserService users;

  public BuiltInBot(UserService users) {
    this.users = users;
  }

  /// Whether somebody is it.
  public static boolean is(UserView user) {
    return user.isBot() && user.name().equals(HANDLE);
  }

  /// The bot of a workspace.
  ///
  /// @throws Refusal `service_unavailable` if a person had the handle before it was reserved
  public UserId of(WorkspaceId workspace) {
    UserView bot = find(workspace).orElseGet(() -> create(workspace));
    if (!is(bot)) {
      throw new Refusal("service_unavailable", "somebody is called " + HANDLE);
    }
    return bot.id();
  }

  private Optional<UserView> find(WorkspaceId workspace) {
    return users.findByHandle(workspace, HANDLE);
  }

  /// Another node may be faster.
  private UserView create(WorkspaceId workspace) {
    NewUser bot =
        new NewUser(HANDLE, "", ProfileText.named("Parley"), Role.MEMBER, true, null, null, 0);
    try {
      return users.create(workspace, bot);
    } catch (Refusal refusal) {
      if (!refusal.code().equals("username_taken")) {
        throw refusal;
      }
      return find(workspace).orElseThrow(() -> refusal);
    }
  }
}
