package dev.parley.storage.writer;

import dev.parley.storage.DatabaseRole;
import dev.parley.storage.Databases;
import java.sql.Connection;
import java.sql.SQLException;

/// Where the commit loop connects to, as the writer. Safe for many threads.
public final class WriterDatabase {
  private final Databases databases;
  private final Runnable onConnect;

  /// @param onConnect called when a connection was opened, before anything is committed by it; if
  /// it
  ///     fails the connection is not used and opened again later
  public WriterDatabase(Databases databases, Runnable onConnect) {
    this.databases = databases;
    this.onConnect = onConnect;
  }

  /// Opens a connection; whatever keeps it from being used is a connection that was lost (08001).
  Connection connect() throws SQLException {
    Connection connection = null;
    try {
      connection = databases.connect(DatabaseRole.WRITER);
      onConnect.run();
      return connection;
    } catch (SQLException | RuntimeException | Error e) {
      if (connection != null) {
        connection.close();
      }
      throw new SQLException("not connected", "08001", e);
    }
  }
}
