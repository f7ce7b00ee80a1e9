package dev.parley.storage.embedded;

import dev.parley.storage.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A PostgreSQL of any version as an operator would have set it up: made by `initdb` alone, with a
/// database whose owner may create roles and is no superuser.
public final class OwnPostgres implements AutoCloseable {
  private static final String OWNER = "operator";
  private static final String PASSWORD = "correct horse";

  private final Path folder;
  private final Path programs;
  private final PostgresAccount account;
  private final int port;

  private OwnPostgres(Path folder, Path programs, PostgresAccount account, int port) {
    this.folder = folder;
    this.programs = programs;
    this.account = account;
    this.port = port;
  }

  /// @param archive a jar with PostgreSQL's programs in a `.txz`
  /// @param folder an empty folder
  public static OwnPostgres start(Path archive, Path folder) throws Exception {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    try (ZipFile jar = new ZipFile(archive.toFile())) {
      ZipEntry entry =
          jar.stream().filter(e -> e.getName().endsWith(".txz")).findFirst().orElseThrow();
      try (InputStream packed = jar.getInputStream(entry)) {
        PostgresPrograms.unpack(packed, programs);
      }
    }
    int port;
    try (ServerSocket probe = new ServerSocket(0)) {
      port = probe.getLocalPort();
    }
    OwnPostgres postgres = new OwnPostgres(folder, programs, PostgresAccount.of(folder), port);
    postgres.create();
    return postgres;
  }

  private void create() throws IOException, InterruptedException, SQLException {
    account.own(folder);
    run("initdb", "-D", cluster(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
    String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + folder;
    run("pg_ctl", "-D", cluster(), "-w", "-l", folder + "/log", "-o", options, "start");
    try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create role operator login createrole password '" + PASSWORD + "'");
      statement.execute("create database parley owner operator");
    }
  }

  private String cluster() {
    return folder.resolve("cluster").toString();
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public DatabaseAddress address() {
    return new DatabaseAddress(url("parley"), OWNER, PASSWORD);
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    Command.Outcome outcome = Command.run(account.wrap(command), Duration.ofMinutes(1));
    if (!outcome.succeeded()) {
      throw new IOException(program + ": " + outcome.output());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run("pg_ctl", "-D", cluster(), "-m", "immediate", "-w", "stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
