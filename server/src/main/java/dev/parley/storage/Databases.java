package dev.parley.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.kernel.Refusal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The connections to one database, by role. Pools open connections on demand and let idle ones go.
public final class Databases implements AutoCloseable {
  private final DatabaseAddress address;
  private final Function<DatabaseRole, String> passwords;
  private final HikariDataSource app;
  private final HikariDataSource directory;
  private final HikariDataSource relay;
  private final HikariDataSource scheduler;

  /// @param appConnections how many connections requests share
  public Databases(
      DatabaseAddress address, Function<DatabaseRole, String> passwords, int appConnections) {
    this.address = address;
    this.passwords = passwords;
    this.app = pool(DatabaseRole.APP, appConnections);
    this.directory = pool(DatabaseRole.DIRECTORY, 4);
    this.relay = pool(DatabaseRole.RELAY, 1);
    this.scheduler = pool(DatabaseRole.SCHEDULER, 1);
  }

  /// Borrows a connection.
  ///
  /// @throws Refusal `service_unavailable` if none becomes free in time
  static Handle open(Jdbi jdbi) {
    try {
      return jdbi.open();
    } catch (ConnectionException e) {
      if (e.getCause() instanceof SQLTransientConnectionException) {
        throw new Refusal("service_unavailable", "no connection to the database is free");
      }
      throw e;
    }
  }

  HikariDataSource app() {
    return app;
  }

  HikariDataSource directory() {
    return directory;
  }

  public HikariDataSource relay() {
    return relay;
  }

  public HikariDataSource scheduler() {
    return scheduler;
  }

  /// A connection of its own, outside every pool, without auto-commit. For the commit loop,
  /// migrations and partitions.
  public Connection connect(DatabaseRole role) throws SQLException {
    Connection connection =
        DriverManager.getConnection(url(), role.roleName(), passwords.apply(role));
    connection.setAutoCommit(false);
    return connection;
  }

  /// A pool for one role; the caller closes it.
  public HikariDataSource pool(DatabaseRole role, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(role.roleName());
    config.setJdbcUrl(url());
    config.setUsername(role.roleName());
    config.setPassword(passwords.apply(role));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setIdleTimeout(60_000);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private String url() {
    String separator = address.jdbcUrl().contains("?") ? "&" : "?";
    return address.jdbcUrl()
        + separator
        + "currentSchema="
        + RoleSetup.SCHEMA
        + "&reWriteBatchedInserts=true&prepareThreshold=2&ApplicationName=parley&tcpKeepAlive=true";
  }

  @Override
  public void close() {
    app.close();
    directory.close();
    relay.close();
    scheduler.close();
  }
}
