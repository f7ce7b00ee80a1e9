package dev.parley.testkit;

import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.embedded.EmbeddedPostgres;
import dev.parley.storage.embedded.EmbeddedPostgresConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One real PostgreSQL for the whole test run, in a temporary directory, without `fsync`.
///
/// `@ExtendWith(TestPostgres.class)` lets a test, or its constructor, ask for the [Cluster] (and
/// make databases of its own with [Cluster#createDatabase()]) or for a [DatabaseAddress]: a new
/// and empty database for that one parameter.
public final class TestPostgres implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TestPostgres.class);

  /// Where all test runs of this account unpack PostgreSQL.
  public static Path programs() {
    String user = System.getProperty("user.name", "someone");
    Path programs =
        Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "parley-test-postgres-" + user);
    try {
      Files.createDirectories(programs);
      if (!Files.getAttribute(programs, "unix:uid")
          .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
        throw new IllegalStateException(programs + " belongs to someone else");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return programs;
  }

  /// Lets a server that starts on an empty data directory use what is unpacked already.
  public static void lendPrograms(Path data) throws IOException {
    Path folder = Files.createDirectories(data.resolve("postgres"));
    try (Stream<Path> found = Files.list(programs())) {
      for (Path version : found.filter(TestPostgres::isVersion).toList()) {
        var _ = Files.createSymbolicLink(folder.resolve(version.getFileName()), version);
      }
    }
  }

  private static boolean isVersion(Path folder) {
    return folder.getFileName().toString().matches("[0-9.]+");
  }

  /// A database of its own whose commits survive a power cut, as in production; for benchmarks.
  public static Cluster durable(Path data) {
    return new Cluster(data, true);
  }

  /// The running database of this test run.
  public static final class Cluster implements AutoCloseable {
    private final Path data;
    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    Cluster(Path data, boolean durable) {
      this.data = data;
      this.postgres = EmbeddedPostgres.start(new EmbeddedPostgresConfig(data, programs(), durable));
    }

    public EmbeddedPostgres postgres() {
      return postgres;
    }

    /// Creates an empty database. It lives as long as the test run.
    public DatabaseAddress createDatabase() throws SQLException {
      return createDatabase("template1");
    }

    /// Creates a copy of the database `template`, to which nothing may be connected.
    public DatabaseAddress createDatabase(String template) throws SQLException {
      String name = "test_" + databases.incrementAndGet();
      DatabaseAddress main = postgres.address();
      try (Connection connection =
              DriverManager.getConnection(main.jdbcUrl(), main.user(), main.password());
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name + " template " + template);
      }
      return new DatabaseAddress(
          main.jdbcUrl().replaceFirst("/[^/]*$", "/" + name), main.user(), main.password());
    }

    @Override
    public void close() throws IOException {
      postgres.close();
      try (Stream<Path> found = Files.walk(data)) {
        for (Path path : found.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Cluster.class || type == DatabaseAddress.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Cluster cluster =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Cluster.class, _ -> start(), Cluster.class);
    if (parameter.getParameter().getType() == Cluster.class) {
      return cluster;
    }
    try {
      return cluster.createDatabase();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cluster start() {
    try {
      return new Cluster(Files.createTempDirectory("parley-test-"), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
