package dev.parley.core.dnd;

import dev.parley.core.access.Actor;
import dev.parley.core.dnd.DndReader.Stored;
import dev.parley.core.user.UserService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.DndView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When people are not to be disturbed. Blocks until a change is durable; run it on virtual
/// threads.
public final class DndService {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final DndReader reader;
  private final UserService users;

  public DndService(
      TenantDatabase database, CommitLoop commits, WorkspaceKeys keys, UserService users) {
    this.database = database;
    this.commits = commits;
    this.reader = new DndReader(keys);
    this.users = users;
  }

  /// How it stands with somebody; of oneself with what only they see.
  ///
  /// @throws Refusal `user_not_found`
  public DndView of(Actor actor, UserId user) {
    users.requireMet(actor, Set.of(user));
    return read(actor, Set.of(user)).stream()
        .findFirst()
        .map(stored -> user.equals(actor.user()) ? stored.own() : stored.shown())
        .orElseThrow(() -> new Refusal("user_not_found"));
  }

  /// How it stands with several people, as others see it, in their order.
  ///
  /// @throws Refusal `user_not_visible` if there is one of whom the actor does not know
  public Map<UserId, DndView> of(Actor actor, Collection<UserId> wanted) {
    Map<UserId, Stored> found = new LinkedHashMap<>();
    read(actor, wanted).forEach(stored -> found.put(stored.user(), stored));
    Set<UserId> known = users.known(actor.workspace(), actor.user(), wanted);
    Map<UserId, DndView> views = new LinkedHashMap<>();
    for (UserId user : wanted) {
      Stored stored = found.get(user);
      if (stored == null || !known.contains(user)) {
        throw new Refusal("user_not_visible");
      }
      views.put(user, stored.shown());
    }
    return views;
  }

  private List<Stored> read(Actor actor, Collection<UserId> wanted) {
    return database.read(
        actor.workspace(), handle -> reader.some(handle, actor.workspace(), wanted));
  }

  /// The daily schedule of the actor.
  public DndSchedule schedule(Actor actor) {
    return read(actor, Set.of(actor.user())).stream()
        .findFirst()
        .map(stored -> stored.dnd().schedule())
        .orElse(DndSchedule.NIGHTS);
  }

  /// Sets the daily schedule of the actor.
  ///
  /// @throws Refusal `invalid_arguments`
  public DndSchedule schedule(Actor actor, DndEdit.Schedule change) {
    return edit(actor, change).dnd().schedule();
  }

  /// From now on the actor is not to be disturbed for a while.
  ///
  /// @throws Refusal `snooze_failed`, `too_long`
  public DndView snooze(Actor actor, long minutes) {
    if (minutes < 1) {
      throw new Refusal("snooze_failed");
    }
    if (minutes > LONGEST.toMinutes()) {
      throw new Refusal("too_long");
    }
    return edit(actor, new DndEdit.Snooze(Duration.ofMinutes(minutes))).own();
  }

  /// @throws Refusal `snooze_end_failed`
  public DndView endSnooze(Actor actor) {
    return edit(actor, new DndEdit.EndSnooze()).own();
  }

  /// Ends whatever keeps disturbance away from the actor now.
  ///
  /// @throws Refusal `not_in_dnd`
  public DndView end(Actor actor) {
    return edit(actor, new DndEdit.End()).own();
  }

  private Stored edit(Actor actor, DndEdit edit) {
    return Outcome.await(commits.submit(new EditDnd(actor.workspace(), actor.user(), edit)));
  }
}
