package dev.parley.core.app;

import dev.parley.core.identity.StandingService;
import dev.parley.core.user.NewUser;
import dev.parley.core.user.UserName;
import dev.parley.core.user.UserService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The bot users of apps. Calls block.
final class AppBots {
  private static final Set<String> TAKEN = Set.of("username_taken", "invalid_username");
  private static final int HANDLES = 50;
  private static final int LONGEST_HANDLE = 70;
  private static final Pattern NO_HANDLE = Pattern.compile("[^\\p{Ll}\\p{Lo}\\p{N}._-]+");
  private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

  private final UserService users;
  private final StandingService standings;

  AppBots(UserService users, StandingService standings) {
    this.users = users;
    this.standings = standings;
  }

  /// The bot that the app had, active again, or a new one.
  UserId activate(WorkspaceId workspace, App app) {
    UserView known = users.findByApp(workspace, app.id()).orElse(null);
    if (known == null) {
      return create(workspace, app);
    }
    return known.isDeleted() ? standings.reactivate(workspace, null, known.id()).id() : known.id();
  }

  /// Ends its tokens and connections; what it posted stays.
  void deactivate(WorkspaceId workspace, UserId bot) {
    UserView _ = standings.deactivate(workspace, null, bot);
  }

  private UserId create(WorkspaceId workspace, App app) {
    String name = app.manifest().botName();
    String handle = handle(name);
    for (int i = 1; ; i++) {
      try {
        String tried = i == 1 ? handle : handle + i;
        return users.create(workspace, NewUser.bot(app.id(), UserName.check(tried), name)).id();
      } catch (Refusal refusal) {
        if (!TAKEN.contains(refusal.code()) || i == HANDLES) {
          throw refusal;
        }
      }
    }
  }

  /// What a name becomes behind an `@`.
  private static String handle(String name) {
    String dashed = NO_HANDLE.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    String bare = EDGES.matcher(dashed).replaceAll("");
    String cut =
        bare.substring(
            0,
            bare.offsetByCodePoints(
                0, Math.min(LONGEST_HANDLE, bare.codePointCount(0, bare.length()))));
    return cut.isEmpty() ? "app" : cut;
  }
}
