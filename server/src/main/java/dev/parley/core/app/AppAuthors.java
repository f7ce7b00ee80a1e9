package dev.parley.core.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.core.access.Actor;
import dev.parley.core.user.UserService;
import dev.parley.kernel.AppId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.AppAuthor;
import dev.parley.protocol.view.UserView;
import java.time.Duration;
import java.util.Optional;

/// What is kept with a message about the app that posted it; may be a few seconds behind. Calls may
/// block; safe for many threads.
public final class AppAuthors {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final UserService users;
  private final Cache<Bot, Optional<AppAuthor>> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

  public AppAuthors(UserService users) {
    this.users = users;
  }

  private record Bot(WorkspaceId workspace, UserId user) {}

  /// The app of an actor; empty for a person.
  public Optional<AppAuthor> of(Actor actor) {
    return actor.isBot() ? of(actor.workspace(), actor.user()) : Optional.empty();
  }

  /// The app whose bot somebody is; empty for a person.
  public Optional<AppAuthor> of(WorkspaceId workspace, UserId user) {
    return known.get(new Bot(workspace, user), this::read);
  }

  private Optional<AppAuthor> read(Bot bot) {
    UserView user = users.get(bot.workspace(), bot.user());
    AppId app = user.app();
    return app == null
        ? Optional.empty()
        : Optional.of(new AppAuthor(app, user.realName(), user.updated().getEpochSecond(), null));
  }
}
