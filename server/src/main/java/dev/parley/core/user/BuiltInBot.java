package dev.parley.core.user;

import dev.parley.core.access.Role;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.UserView;
import java.util.Optional;
import java.util.stream.IntStream;

/// The bot by which the product itself speaks to people: one of each workspace, made when it is
/// needed first, seen by everybody like any other. Its handle is reserved. Calls block; safe for
/// many threads.
public final class BuiltInBot {
  /// The handle that nobody else gets.
  public static final String HANDLE = "parleybot";

  /// How many handles it tries: people may have had them before they were reserved.
  private static final int HANDLES = 9;

  private final UserService users;

  public BuiltInBot(UserService users) {
    this.users = users;
  }

  /// Whether somebody is it.
  public static boolean is(UserView user) {
    return user.isBot()
        && user.app() == null
        && IntStream.rangeClosed(1, HANDLES)
            .mapToObj(BuiltInBot::handle)
            .anyMatch(user.name()::equals);
  }

  /// The bot of a workspace.
  ///
  /// @throws Refusal `service_unavailable` if people have all of its handles
  public UserId of(WorkspaceId workspace) {
    for (int number = 1; number <= HANDLES; number++) {
      String handle = handle(number);
      UserView holder = find(workspace, handle).orElseGet(() -> create(workspace, handle));
      if (is(holder)) {
        return holder.id();
      }
    }
    throw new Refusal("service_unavailable", "people are called " + HANDLE);
  }

  private static String handle(int number) {
    return number == 1 ? HANDLE : HANDLE + "-" + number;
  }

  private Optional<UserView> find(WorkspaceId workspace, String handle) {
    return users.findByHandle(workspace, handle);
  }

  /// Another node may be faster.
  private UserView create(WorkspaceId workspace, String handle) {
    NewUser bot =
        new NewUser(handle, "", ProfileText.named("Parley"), Role.MEMBER, true, null, null, 0);
    try {
      return users.create(workspace, bot);
    } catch (Refusal refusal) {
      if (!refusal.code().equals("username_taken")) {
        throw refusal;
      }
      return find(workspace, handle).orElseThrow(() -> refusal);
    }
  }
}
