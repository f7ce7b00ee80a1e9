package dev.parley.app.serve;

import dev.parley.app.config.ServerConfig;
import dev.parley.storage.DatabaseAddress;

/// What a server does behind its port, once its data directory is locked and its database runs.
@FunctionalInterface
public interface ServerRuntime {

  /// Starts everything and returns when the port takes connections and `GET /healthz` answers 200.
  /// Called once, by the thread that will also close it; an interrupt means that the operator wants
  /// to stop. What it throws ends the process; a [dev.parley.app.cli.CommandException] is told in
  /// one sentence.
  Running start(ServerConfig config, DatabaseAddress database, DataDirectory data) throws Exception;

  /// A running server.
  interface Running extends AutoCloseable {

    /// The port it listens on.
    int port();

    /// Stops everything in order and returns when it has stopped. The database still runs.
    @Override
    void close();
  }
}
