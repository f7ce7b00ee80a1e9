package dev.parley.storage.embedded;

import dev.parley.storage.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database that runs beside this server, below its data directory.
///
/// Started and closed by one thread; everything else is safe from any thread. A database that dies
/// is started again on the same port until [#close].
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String DATABASE = "parley";
  private static final long LOG_LIMIT_BYTES = 10L << 20;
  private static final int START_ATTEMPTS = 3;

  private final PostmasterWatch watch;
  private final int port;
  private final String password;
  private final boolean adopted;

  private EmbeddedPostgres(PostmasterWatch watch, int port, String password, boolean adopted) {
    this.watch = watch;
    this.port = port;
    this.password = password;
    this.adopted = adopted;
  }

  /// Starts the database, creating it if there is none, or takes over the one that is running.
  ///
  /// @throws EmbeddedPostgresException if it cannot be used, with a sentence for the operator
  public static EmbeddedPostgres start(EmbeddedPostgresConfig config) {
    try {
      return tryStart(config);
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "The database in " + config.data() + " cannot be used: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("The start of the database was interrupted.", e);
    }
  }

  private static EmbeddedPostgres tryStart(EmbeddedPostgresConfig config)
      throws IOException, InterruptedException {
    ClusterFiles files = ClusterFiles.of(config, PostgresPrograms.VERSION);
    Files.createDirectories(files.folder());
    createPrivate(files.password().resolveSibling(""));
    PostgresPrograms.unpackInto(files.programs());
    PostgresAccount account = PostgresAccount.of(files.folder());
    if (Files.isDirectory(files.cluster())) {
      requirePassword(files);
    } else {
      account.own(files.folder());
      account.requireAccess(files.folder());
      new ClusterInitialisation(files, account, new SecureRandom()).run();
    }
    String password = Files.readString(files.password()).strip();
    ServerLogRotation rotation = new ServerLogRotation(files.log(), LOG_LIMIT_BYTES);
    rotation.run();

    Optional<Postmaster> found = adopt(files, password);
    Postmaster postmaster =
        found.isPresent() ? found.get() : launch(files, account, config.durable());
    try {
      if (found.isEmpty()) {
        ensureDatabase(postmaster.port(), password);
      }
    } catch (SQLException e) {
      postmaster.stop();
      throw new EmbeddedPostgresException(
          "The database in " + config.data() + " refuses connections: " + e.getMessage(), e);
    }
    PostmasterWatch watch = new PostmasterWatch(files, account, rotation, postmaster);
    watch.start();
    log.atInfo()
        .addKeyValue("event", found.isPresent() ? "postgres_adopted" : "postgres_started")
        .addKeyValue("port", postmaster.port())
        .addKeyValue("pid", postmaster.process().pid())
        .log("The database is ready");
    return new EmbeddedPostgres(watch, postmaster.port(), password, found.isPresent());
  }

  private static void createPrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static void requirePassword(ClusterFiles files) {
    if (!Files.exists(files.password())) {
      throw new EmbeddedPostgresException(
          "The database's password is missing: restore " + files.password() + " from a backup.");
    }
  }

  /// Takes over a running postmaster if it accepts our password; one that does not is stopped.
  private static Optional<Postmaster> adopt(ClusterFiles files, String password)
      throws IOException, InterruptedException {
    Optional<Postmaster> found = Postmaster.find(files);
    if (found.isPresent()) {
      try {
        ensureDatabase(found.get().port(), password);
      } catch (SQLException e) {
        log.atWarn().addKeyValue("event", "postgres_not_adopted").setCause(e).log("Restarting it");
        found.get().stop();
        return Optional.empty();
      }
    }
    return found;
  }

  private static Postmaster launch(ClusterFiles files, PostgresAccount account, boolean durable)
      throws IOException, InterruptedException {
    PostgresPort ports = new PostgresPort(files.port(), new SecureRandom());
    for (int i = 0; i < START_ATTEMPTS; i++) {
      int port = ports.choose();
      ClusterSettings.write(files, port, durable);
      Optional<Postmaster> started = Postmaster.start(files, account, port);
      if (started.isPresent()) {
        return started.get();
      }
      ClusterProcesses.endOrphans(files.cluster(), Duration.ofSeconds(5));
    }
    throw new EmbeddedPostgresException(
        "The database did not start; the last lines of " + files.log() + " say why.");
  }

  private static void ensureDatabase(int port, String password) throws SQLException {
    try (Connection connection = connect(port, DATABASE, password)) {
      var _ = connection.isValid(5);
    } catch (SQLException e) {
      if (!"3D000".equals(e.getSQLState())) {
        throw e;
      }
      try (Connection connection = connect(port, "postgres", password);
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + DATABASE);
      }
    }
  }

  private static Connection connect(int port, String database, String password)
      throws SQLException {
    return DriverManager.getConnection(
        url(port, database) + "?connectTimeout=5&socketTimeout=30",
        ClusterInitialisation.SUPERUSER,
        password);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// The version of PostgreSQL that comes with this build, such as `18.6`.
  public static String version() {
    return PostgresPrograms.VERSION.replaceFirst("\\.0$", "");
  }

  /// The database below `data` if it runs now, whoever started it. Changes nothing.
  public static Optional<DatabaseAddress> running(Path data) throws IOException {
    ClusterFiles files = ClusterFiles.of(EmbeddedPostgresConfig.in(data), PostgresPrograms.VERSION);
    Optional<PostmasterFile> file = PostmasterFile.read(files.postmasterFile());
    boolean ours =
        file.flatMap(found -> ProcessHandle.of(found.pid()))
            .map(process -> ClusterProcesses.isOurs(process, files.cluster()))
            .orElse(false);
    if (file.isEmpty() || !ours || !file.get().isReady()) {
      return Optional.empty();
    }
    return Optional.of(
        new DatabaseAddress(
            url(file.get().port(), DATABASE),
            ClusterInitialisation.SUPERUSER,
            Files.readString(files.password()).strip()));
  }

  /// The database as its administrator reaches it.
  public DatabaseAddress address() {
    return new DatabaseAddress(jdbcUrl(), superuser(), password);
  }

  public String jdbcUrl() {
    return url(port, DATABASE);
  }

  public String superuser() {
    return ClusterInitialisation.SUPERUSER;
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  /// The process id of the postmaster that runs now.
  public long pid() {
    return watch.pid();
  }

  /// Whether this database was already running when the server came.
  public boolean adopted() {
    return adopted;
  }

  /// How often the database died and was started again, for a metric.
  public long restarts() {
    return watch.restarts();
  }

  /// Stops the database: ends its connections, waits for it, at last by force.
  @Override
  public void close() {
    watch.close();
  }
}
