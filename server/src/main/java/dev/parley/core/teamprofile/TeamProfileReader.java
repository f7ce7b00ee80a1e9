package dev.parley.core.teamprofile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads which fields profiles have, within a tenant transaction.
public final class TeamProfileReader {
  static final String SELECT = "select fields from team_profile where workspace_id = :workspace";

  static final String SELECT_IN_BATCH = "select fields from team_profile where workspace_id = ?";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<List<TeamField>> FIELDS = new TypeReference<>() {};

  private final WorkspaceKeys keys;

  public TeamProfileReader(WorkspaceKeys keys) {
    this.keys = keys;
  }

  public TeamProfile of(Handle handle, WorkspaceId workspace) {
    return handle
        .createQuery(SELECT)
        .bind("workspace", workspace.value())
        .map((row, _) -> open(workspace, row.getBytes(1)))
        .findOne()
        .orElse(TeamProfile.NONE);
  }

  /// The same as a batch of the commit loop sees it.
  public TeamProfile inBatch(Batch batch, WorkspaceId workspace) throws SQLException {
    return batch
        .query(SELECT_IN_BATCH, row -> open(workspace, row.getBytes(1)), workspace.value())
        .stream()
        .findFirst()
        .orElse(TeamProfile.NONE);
  }

  byte[] seal(WorkspaceId workspace, TeamProfile profile) {
    try {
      return keys.of(workspace).seal(MAPPER.writeValueAsBytes(profile.fields()), place(workspace));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the fields of profiles cannot be written", e);
    }
  }

  private TeamProfile open(WorkspaceId workspace, byte[] sealed) {
    try {
      String json = keys.of(workspace).openText(sealed, place(workspace));
      return new TeamProfile(MAPPER.readValue(json, FIELDS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the fields of profiles cannot be read", e);
    }
  }

  private static byte[] place(WorkspaceId workspace) {
    return Sealer.place("team_profile.fields", workspace.value());
  }
}
