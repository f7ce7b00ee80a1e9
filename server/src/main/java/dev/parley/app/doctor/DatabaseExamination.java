package dev.parley.app.doctor;

import dev.parley.app.cli.CommandException;
import dev.parley.app.config.ServerConfig;
import dev.parley.app.serve.ServerDatabase;
import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at the database if it runs: its version and the settings that decide whether a commit is
/// safe.
final class DatabaseExamination {
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final int FEWEST_CONNECTIONS = 50;

  private final ServerConfig config;

  DatabaseExamination(ServerConfig config) {
    this.config = config;
  }

  List<Finding> run() throws IOException {
    Optional<DatabaseAddress> address =
        config.database().isPresent() ? config.database() : EmbeddedPostgres.running(config.data());
    if (address.isEmpty()) {
      boolean exists = Files.isDirectory(config.data().resolve("postgres"));
      return List.of(
          Finding.good("database", exists ? "embedded, at rest" : "embedded, not yet created"));
    }
    try (Connection connection =
            DriverManager.getConnection(
                address.get().jdbcUrl(), address.get().user(), address.get().password());
        Statement statement = connection.createStatement()) {
      List<Finding> findings = new ArrayList<>();
      findings.add(version(connection));
      for (String name : MUST_BE_ON) {
        findings.add(mustBeOn(name, show(statement, name)));
      }
      findings.add(connections(Integer.parseInt(show(statement, "max_connections"))));
      return findings;
    } catch (SQLException e) {
      return List.of(
          Finding.bad(
              "database",
              "cannot be reached: " + e.getMessage(),
              config.database().isPresent()
                  ? "Check PARLEY_DATABASE_URL and that the database runs."
                  : "Restart Parley; see postgres/server.log in the data directory."));
    }
  }

  private static Finding version(Connection connection) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    try {
      ServerDatabase.requireVersion(connection.getMetaData().getDatabaseMajorVersion(), version);
      return Finding.good("database", "PostgreSQL " + version);
    } catch (CommandException e) {
      return Finding.bad(
          "database", String.valueOf(e.getMessage()), "Move to a supported version.");
    }
  }

  private static Finding mustBeOn(String name, String value) {
    return value.equals("off")
        ? Finding.bad(
            "database", name + " is off", "Set " + name + " = on: a crash could lose messages.")
        : Finding.good("database", name + " is " + value);
  }

  private static Finding connections(int most) {
    return most < FEWEST_CONNECTIONS
        ? Finding.doubtful("database", most + " connections", "Set max_connections to 100 or more.")
        : Finding.good("database", most + " connections");
  }

  private static String show(Statement statement, String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show " + name)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
