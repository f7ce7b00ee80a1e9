package dev.parley.core.identity;

import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the keyset of a new workspace and notes which one it is. Calls block.
public final class WorkspaceKeyring {
  private static final Logger log = LoggerFactory.getLogger(WorkspaceKeyring.class);

  private static final String INSERT =
      "insert into keyset (workspace_id, reference) values (:workspace, :reference)";

  private final TenantDatabase database;
  private final WorkspaceKeys keys;

  public WorkspaceKeyring(TenantDatabase database, WorkspaceKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  void create(WorkspaceId workspace) {
    try {
      String reference = keys.create(workspace);
      int _ = database.write(workspace, handle -> insert(workspace, handle, reference));
    } catch (IOException e) {
      throw new UncheckedIOException("the key store cannot be written", e);
    }
  }

  /// Destroys the keyset of a workspace that never came to be.
  void discard(WorkspaceId workspace) {
    try {
      keys.destroy(workspace);
    } catch (IOException e) {
      log.atWarn().addKeyValue("event", "keyset_not_discarded").setCause(e).log();
    }
  }

  private static int insert(WorkspaceId workspace, Handle handle, String reference) {
    return handle
        .createUpdate(INSERT)
        .bind("workspace", workspace.value())
        .bind("reference", reference)
        .execute();
  }
}
