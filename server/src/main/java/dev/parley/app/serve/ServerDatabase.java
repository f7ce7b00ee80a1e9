package dev.parley.app.serve;

import dev.parley.app.cli.CommandException;
import dev.parley.app.config.ServerConfig;
import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.embedded.EmbeddedPostgres;
import dev.parley.storage.embedded.EmbeddedPostgresConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The database of a server: the embedded one, which it stops at the end, or the operator's own.
///
/// @param description what the console says about it
/// @param stop what to do with it when the server stops
public record ServerDatabase(DatabaseAddress address, String description, Runnable stop)
    implements AutoCloseable {
  private static final int OLDEST = 15;
  private static final int NEWEST = 18;

  static ServerDatabase open(ServerConfig config) {
    if (config.database().isPresent()) {
      return external(config.database().get());
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgresConfig.in(config.data()));
    String how = postgres.adopted() ? "embedded, it was still running" : "embedded";
    return new ServerDatabase(
        postgres.address(),
        "PostgreSQL %s (%s)".formatted(EmbeddedPostgres.version(), how),
        postgres::close);
  }

  private static ServerDatabase external(DatabaseAddress address) {
    try (Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      String version = connection.getMetaData().getDatabaseProductVersion();
      requireVersion(major, version);
      return new ServerDatabase(address, "PostgreSQL " + version, () -> {});
    } catch (SQLException e) {
      throw new CommandException("The database cannot be reached: " + e.getMessage());
    }
  }

  /// @throws CommandException if Parley does not work with this version
  public static void requireVersion(int major, String version) {
    if (major < OLDEST || major > NEWEST) {
      throw new CommandException(
          "The database is PostgreSQL %s, but Parley works with versions %d to %d."
              .formatted(version, OLDEST, NEWEST));
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
