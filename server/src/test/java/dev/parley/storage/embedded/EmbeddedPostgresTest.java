package dev.parley.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testkit.Eventually;
import dev.parley.testkit.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each story runs a real PostgreSQL in a directory whose name has a space.
@Tag("store")
final class EmbeddedPostgresTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void chooseData() {
    data = folder.resolve("chat data");
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(new EmbeddedPostgresConfig(data, TestPostgres.programs(), true));
  }

  private ClusterFiles files() {
    return ClusterFiles.of(EmbeddedPostgresConfig.in(data), PostgresPrograms.VERSION);
  }

  private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.superuser(), postgres.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static void run(EmbeddedPostgres postgres, String command) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.superuser(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Test
  void commitsAreDurableAndOnlyThisMachineCanConnect() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
      assertThat(ask(postgres, "show max_connections")).isEqualTo("100");
      assertThat(ask(postgres, "select datlocale from pg_database where datname = 'parley'"))
          .isEqualTo("C.UTF-8");
      assertThat(
              Path.of("/proc/" + postgres.pid() + "/cwd")
                  .toRealPath()
                  .startsWith(data.toRealPath()))
          .isTrue();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().password())))
        .isEqualTo("rw-------");
  }

  @Test
  void aWrongPasswordIsRefused() {
    try (EmbeddedPostgres postgres = start()) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void dataAndPortAreKeptAndNothingStaysBehind() throws Exception {
    int port;
    long pid;
    try (EmbeddedPostgres postgres = start()) {
      port = postgres.port();
      pid = postgres.pid();
      run(postgres, "create table note as select 'hello' as text");
    }
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();

    try (EmbeddedPostgres again = start()) {
      assertThat(again.port()).isEqualTo(port);
      assertThat(again.adopted()).isFalse();
      assertThat(ask(again, "select text from note")).isEqualTo("hello");
    }
  }

  @Test
  void aTakenPortIsReplaced() throws Exception {
    int port;
    try (EmbeddedPostgres postgres = start()) {
      port = postgres.port();
    }

    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        EmbeddedPostgres postgres = start()) {
      assertThat(other.isBound()).isTrue();
      assertThat(postgres.port()).isNotEqualTo(port);
      assertThat(ask(postgres, "select 'works'")).isEqualTo("works");
    }
  }

  @Test
  void aPidFileOfAnotherProgramDoesNotBlock() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(postgres.adopted()).isFalse();
    }
    long stranger = ProcessHandle.current().pid();
    Files.writeString(
        files().postmasterFile(),
        stranger + "\n" + files().cluster() + "\n1\n5432\n\n127.0.0.1\n\nready   \n");

    try (EmbeddedPostgres postgres = start()) {
      assertThat(postgres.adopted()).isFalse();
      assertThat(ask(postgres, "select 'works'")).isEqualTo("works");
    }
  }

  @Test
  void aKilledPostmasterIsStartedAgainOnTheSamePort() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      long first = postgres.pid();

      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      await(() -> postgres.restarts() == 1);

      assertThat(postgres.pid()).isNotEqualTo(first);
      assertThat(ask(postgres, "select 'works'")).isEqualTo("works");
    }
  }

  @Test
  void theDatabaseOfAKilledServerIsAdopted() throws Exception {
    Process doomed =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                DoomedServer.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    long pid = readPid(doomed.inputReader(StandardCharsets.UTF_8));
    doomed.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(pid)).isPresent();

    try (EmbeddedPostgres postgres = start()) {
      assertThat(postgres.adopted()).isTrue();
      assertThat(postgres.pid()).isEqualTo(pid);
      assertThat(ask(postgres, "select 'works'")).isEqualTo("works");
    }
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void anInterruptedInitialisationIsRepeated() throws Exception {
    Files.createDirectories(data.resolve("postgres/cluster-18.new/base"));
    Files.writeString(data.resolve("postgres/cluster-18.new/PG_VERSION"), "18\n");

    try (EmbeddedPostgres postgres = start()) {
      assertThat(ask(postgres, "select 'works'")).isEqualTo("works");
    }
  }

  private static long readPid(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("pid ")) {
        return Long.parseLong(line.substring(4));
      }
    }
    throw new AssertionError("the doomed server ended early");
  }

  private static void await(BooleanSupplier condition) {
    Eventually.holds(Duration.ofSeconds(20), () -> assertThat(condition.getAsBoolean()).isTrue());
  }
}
