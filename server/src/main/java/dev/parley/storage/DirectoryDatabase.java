package dev.parley.storage;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The way to the tables that know no tenant: workspaces, sign-in identities, nodes, the epoch.
/// Calls block; run them on virtual threads.
public final class DirectoryDatabase {
  private final Jdbi jdbi;

  public DirectoryDatabase(Databases databases) {
    this.jdbi = Jdbi.create(databases.directory());
  }

  /// Runs work in one transaction.
  public <T> T run(Function<Handle, T> work) {
    try (Handle handle = Databases.open(jdbi)) {
      return handle.inTransaction(work::apply);
    }
  }
}
