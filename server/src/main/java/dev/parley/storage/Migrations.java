package dev.parley.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema to the version this build knows. Forward only; a schema that is newer is
/// refused.
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private static final String TRY_LOCK = "select pg_try_advisory_lock(7261006)";
  private static final Duration PAUSE = Duration.ofMillis(250);

  private static final String DELETE_FAILED =
      "delete from parley.flyway_schema_history where not success";

  private static final int CONNECTIONS = 4;

  private Migrations() {}

  /// Migrates what is behind. While another node does, waits for it, however long that takes: what
  /// builds an index beside writers waits for every open transaction, as that of a backup.
  ///
  /// @throws SchemaTooNewException if a newer Parley has migrated this database
  public static void run(Databases databases) {
    try (HikariDataSource owner = databases.pool(DatabaseRole.OWNER, CONNECTIONS);
        Connection holder = owner.getConnection()) {
      lock(holder);
      run(owner);
      TitleOrder.refresh(owner);
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be migrated: " + e.getMessage(), e);
    }
  }

  /// Takes a lock that is kept until the connection ends. Asks again and again: a statement that
  /// waited would itself be waited for by what builds the index.
  private static void lock(Connection holder) throws SQLException {
    boolean waits = false;
    while (!tryLock(holder)) {
      if (!waits) {
        waits = true;
        LOG.atInfo()
            .addKeyValue("event", "migration_awaited")
            .log("Another node migrates the database; this one waits for it");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean tryLock(Connection holder) throws SQLException {
    try (Statement statement = holder.createStatement();
        ResultSet row = statement.executeQuery(TRY_LOCK)) {
      return row.next() && row.getBoolean(1);
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
