package dev.parley.core.teamprofile;

import dev.parley.core.access.Actor;
import dev.parley.core.teamprofile.EditTeamProfile.Draft;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.util.List;

/// Which fields the profiles of a workspace have. Blocks until a change is durable; run it on
/// virtual threads.
public final class TeamProfileService {
  private final TenantDatabase database;
  private final CommitLoop commits;
  private final TeamProfileReader reader;

  public TeamProfileService(TenantDatabase database, CommitLoop commits, WorkspaceKeys keys) {
    this.database = database;
    this.commits = commits;
    this.reader = new TeamProfileReader(keys);
  }

  public TeamProfile of(WorkspaceId workspace) {
    return database.read(workspace, handle -> reader.of(handle, workspace));
  }

  /// Puts other fields in the place of those there were. What people said in one that is gone is
  /// shown no more, and forgotten with the next change of their profile.
  ///
  /// @throws Refusal `not_admin`, `field_not_found`, `too_many_fields`, `invalid_arguments`
  public TeamProfile set(Actor actor, List<Draft> fields) {
    return Outcome.await(
        commits.submit(new EditTeamProfile(actor.workspace(), actor.user(), fields)));
  }
}
