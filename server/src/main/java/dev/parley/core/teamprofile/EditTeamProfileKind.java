package dev.parley.core.teamprofile;

import dev.parley.core.access.Role;
import dev.parley.core.event.EventType;
import dev.parley.core.teamprofile.EditTeamProfile.Draft;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.ProfileFieldId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Commits which fields profiles have. Runs on commit threads.
public final class EditTeamProfileKind extends SingleKind<EditTeamProfile, TeamProfile> {
  private static final String ROLE =
      """
      select role from user_account
       where workspace_id = ? and id = ? and deactivated_at is null
      """;

  private static final String SET =
      """
      insert into team_profile (workspace_id, fields) values (?, ?)
      on conflict (workspace_id) do update set fields = excluded.fields
      """;

  private final TeamProfileReader reader;
  private final IdGenerator ids;

  /// @param ids numbers new fields
  public EditTeamProfileKind(WorkspaceKeys keys, IdGenerator ids) {
    super(EditTeamProfile.class);
    this.reader = new TeamProfileReader(keys);
    this.ids = ids;
  }

  @Override
  protected TeamProfile apply(Batch batch, EditTeamProfile change) throws SQLException {
    requireAdmin(batch, change);
    TeamProfile before = reader.inBatch(batch, change.workspace());
    TeamProfile after = after(before, change.fields());
    if (after.equals(before)) {
      return before;
    }
    long workspace = change.workspace().value();
    batch.update(SET, workspace, reader.seal(change.workspace(), after));
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace())),
            new EventFact(EventType.TEAM_PROFILE_CHANGE.number(), change.actor().value(), 0, 0, 0),
            offset -> TeamProfileEvents.event(offset, after));
    return after;
  }

  private static void requireAdmin(Batch batch, EditTeamProfile change) throws SQLException {
    boolean isAdmin =
        batch
            .query(
                ROLE,
                row -> Role.ofNumber(row.getInt(1)),
                change.workspace().value(),
                change.actor().value())
            .stream()
            .anyMatch(role -> role.isAtLeast(Role.ADMIN));
    if (!isAdmin) {
      throw new Refusal("not_admin");
    }
  }

  private TeamProfile after(TeamProfile before, List<Draft> drafts) {
    List<TeamField> fields = new ArrayList<>();
    Set<ProfileFieldId> kept = new HashSet<>();
    for (Draft draft : drafts) {
      ProfileFieldId id = draft.id();
      if (id == null) {
        fields.add(field(new ProfileFieldId(ids.newId()), draft));
        continue;
      }
      TeamField old = before.find(id).orElseThrow(() -> new Refusal("field_not_found"));
      if (old.type() != draft.type()) {
        throw new Refusal("invalid_arguments", "type: a field keeps its own");
      }
      if (!kept.add(id)) {
        throw new Refusal("invalid_arguments", "id: a field is there twice");
      }
      fields.add(field(id, draft));
    }
    return new TeamProfile(fields);
  }

  private static TeamField field(ProfileFieldId id, Draft draft) {
    return new TeamField(
        id, draft.label(), draft.hint(), draft.type(), draft.options(), draft.isHidden());
  }
}
