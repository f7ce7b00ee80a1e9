package dev.parley.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the schema to the version this build knows. Forward only; a schema that is newer is
/// refused.
public final class Migrations {
  private static final String DELETE_FAILED =
      "delete from parley.flyway_schema_history where not success";

  private static final int CONNECTIONS = 4;

  private Migrations() {}

  /// Migrates what is behind.
  ///
  /// @throws SchemaTooNewException if a newer Parley has migrated this database
  public static void run(Databases databases) {
    try (HikariDataSource owner = databases.pool(DatabaseRole.OWNER, CONNECTIONS)) {
      run(owner);
      TitleOrder.refresh(owner);
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be migrated: " + e.getMessage(), e);
    }
  }

  private static void run(DataSource owner) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(owner)
            .schemas(RoleSetup.SCHEMA)
            .createSchemas(false)
            .locations("classpath:db/migration")
            .ignoreMigrationPatterns("*:future")
            .validateMigrationNaming(true)
            // `create index concurrently` waits for all transactions: none may hold Flyway's lock.
            .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
            .load();
    boolean newer = false;
    boolean failed = false;
    for (var applied : flyway.info().applied()) {
      newer |= applied.getState().name().startsWith("FUTURE");
      failed |= applied.getState().isFailed();
    }
    if (newer) {
      throw new SchemaTooNewException();
    }
    try {
      if (failed) {
        forgetFailed(owner);
      }
      var _ = flyway.migrate();
    } catch (FlywayException | SQLException e) {
      throw new IllegalStateException("The database could not be migrated: " + e.getMessage(), e);
    }
  }

  /// Has what ran without a transaction and failed be run again from its beginning. Needs no lock:
  /// Flyway writes such a row when the migration is over, and never changes it. Flyway's own
  /// `repair` would also accept migrations that were changed or are missing.
  private static void forgetFailed(DataSource owner) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      var _ = statement.executeUpdate(DELETE_FAILED);
    }
  }

  /// A newer Parley has migrated this database; this build would misread it.
  public static final class SchemaTooNewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaTooNewException() {
      super(
          "This database was migrated by a newer Parley. Start that version, or restore a backup.");
    }
  }
}
