package dev.parley.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running postmaster, PostgreSQL's first process, whether this server started it or found it.
record Postmaster(ProcessHandle process, int port) {
  private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(30);
  private static final Duration FAST_STOP = Duration.ofSeconds(20);
  private static final Duration HARD_STOP = Duration.ofSeconds(10);

  /// Starts the database in a session of its own, so that a Ctrl-C meant for the server does not
  /// reach it, and waits until it takes connections.
  ///
  /// @return nothing if it ended while starting; its log says why
  static Optional<Postmaster> start(ClusterFiles files, PostgresAccount account, int port)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(
        account.wrap(
            List.of(files.program("postgres").toString(), "-D", files.cluster().toString())));
    ProcessBuilder builder = new ProcessBuilder(command);
    Command.plainEnvironment(builder.environment());
    Process process =
        builder
            .directory(files.cluster().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
            .start();
    Postmaster postmaster = new Postmaster(process.toHandle(), port);
    try {
      return postmaster.awaitReady(files) ? Optional.of(postmaster) : Optional.empty();
    } catch (InterruptedException e) {
      postmaster.stop();
      throw e;
    }
  }

  /// Finds the postmaster that a killed server left behind.
  ///
  /// A `postmaster.pid` whose number now belongs to another program is removed: PostgreSQL itself
  /// would take that program for a running database.
  static Optional<Postmaster> find(ClusterFiles files) throws IOException, InterruptedException {
    Optional<PostmasterFile> file = PostmasterFile.read(files.postmasterFile());
    Optional<ProcessHandle> process = file.flatMap(found -> ProcessHandle.of(found.pid()));
    if (file.isEmpty() || process.isEmpty()) {
      return Optional.empty();
    }
    boolean namesOurs = file.get().cluster().equals(files.cluster().toString());
    if (!ClusterProcesses.isOurs(process.get(), files.cluster())) {
      log.atInfo().addKeyValue("event", "postgres_stale_pid_file").log("Stale pid file removed");
      Files.deleteIfExists(files.postmasterFile());
      return Optional.empty();
    }
    Postmaster postmaster = new Postmaster(process.get(), file.get().port());
    if (file.get().isStopping()) {
      postmaster.stop();
      return Optional.empty();
    }
    boolean sameProgram =
        process
            .get()
            .info()
            .command()
            .map(files.program("postgres").toString()::equals)
            .orElse(false);
    if (namesOurs && sameProgram && postmaster.awaitReady(files)) {
      return PostmasterFile.read(files.postmasterFile())
          .map(ready -> new Postmaster(process.get(), ready.port()));
    }
    postmaster.stop();
    return Optional.empty();
  }

  private boolean awaitReady(ClusterFiles files) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST_RECOVERY.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      Optional<PostmasterFile> file = PostmasterFile.read(files.postmasterFile());
      if (file.isPresent() && file.get().pid() == process.pid() && file.get().isReady()) {
        return true;
      }
      if (ClusterProcesses.awaitExit(process, LOOK_EVERY)) {
        return false;
      }
    }
    return false;
  }

  /// Stops it: first by ending all connections, then, if that takes too long, at once.
  void stop() throws IOException, InterruptedException {
    ClusterProcesses.signal(process, "INT");
    if (ClusterProcesses.awaitExit(process, FAST_STOP)) {
      return;
    }
    log.atWarn().addKeyValue("event", "postgres_stop_slow").log("Stopping the database at once");
    ClusterProcesses.signal(process, "QUIT");
    if (!ClusterProcesses.awaitExit(process, HARD_STOP)) {
      process.destroyForcibly();
      var _ = ClusterProcesses.awaitExit(process, HARD_STOP);
    }
  }
}
