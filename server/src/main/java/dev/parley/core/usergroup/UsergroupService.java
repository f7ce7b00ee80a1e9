package dev.parley.core.usergroup;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Role;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UsergroupView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.util.List;

/// Groups of people that are addressed by one name. Admins and bots change them, everybody sees
/// them. Calls block; run them on virtual threads.
public final class UsergroupService {
  private static final int MOST_PEOPLE = 1_000;
  private static final int MOST_LISTED = 10_000;

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final IdGenerator ids;
  private final UsergroupReader reader;

  public UsergroupService(
      TenantDatabase database, CommitLoop commits, IdGenerator ids, WorkspaceKeys keys) {
    this.database = database;
    this.commits = commits;
    this.ids = ids;
    this.reader = new UsergroupReader(keys);
  }

  /// Makes a group with nobody in it.
  ///
  /// @throws Refusal `permission_denied`, `name_already_exists`, `handle_already_exists`,
  ///     `invalid_channel_provided`
  public UsergroupView create(Actor actor, UsergroupEdit.Create create) {
    return edit(actor, new UsergroupId(ids.newId()), create);
  }

  /// Changes a group.
  ///
  /// @throws Refusal `permission_denied`, `no_such_subteam`, `name_already_exists`,
  ///     `handle_already_exists`, `invalid_channel_provided`, `invalid_users`,
  ///     `no_users_provided`, `subteam_max_users_exceeded`
  public UsergroupView edit(Actor actor, UsergroupId group, UsergroupEdit edit) {
    if (!actor.isBot() && !actor.role().isAtLeast(Role.ADMIN)) {
      throw new Refusal("permission_denied");
    }
    if (edit instanceof UsergroupEdit.People(List<UserId> users)) {
      if (users.isEmpty()) {
        throw new Refusal("no_users_provided");
      }
      if (users.size() > MOST_PEOPLE) {
        throw new Refusal("subteam_max_users_exceeded");
      }
    }
    return Outcome.await(
        commits.submit(new EditUsergroup(actor.workspace(), actor.user(), group, edit)));
  }

  /// The groups that somebody may know of, those that are not in use too: guests know those they
  /// are in.
  public List<UsergroupView> all(Actor actor) {
    WorkspaceId workspace = actor.workspace();
    return database.read(workspace, handle -> reader.all(handle, workspace, MOST_LISTED)).stream()
        .filter(group -> isKnown(actor, group))
        .toList();
  }

  /// @throws Refusal `no_such_subteam`
  public UsergroupView get(Actor actor, UsergroupId group) {
    WorkspaceId workspace = actor.workspace();
    return database
        .read(workspace, handle -> reader.some(handle, workspace, List.of(group)))
        .stream()
        .filter(found -> isKnown(actor, found))
        .findFirst()
        .orElseThrow(() -> new Refusal("no_such_subteam"));
  }

  private static boolean isKnown(Actor actor, UsergroupView group) {
    return !actor.isGuest() || group.users().contains(actor.user());
  }
}
