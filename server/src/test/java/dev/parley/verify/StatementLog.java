package dev.parley.verify;

import dev.parley.storage.DatabaseAddress;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what requests and their commits ask of a server's database, as the database itself logs
/// it. Used by one thread while nobody else uses the server.
final class StatementLog implements AutoCloseable {
  private static final String PREFIX = "asked by ";
  private static final List<String> COUNTED = List.of("parley_app", "parley_writer");

  private final Path log;
  private final Connection connection;
  private int marks;

  StatementLog(DatabaseAddress database, Path log) throws SQLException {
    this.log = log;
    connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    run("alter system set log_line_prefix = '" + PREFIX + "%u '");
    run("alter system set log_statement = 'all'");
    run("select pg_reload_conf()");
  }

  /// Something that asks the database.
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /// How many statements the work took.
  long count(Work work) throws Exception {
    String text = logged(work);
    return text == null ? -1 : text.lines().filter(StatementLog::counts).count();
  }

  /// The statements that the work had a role run, without those by which a statement's round trip
  /// names the workspace.
  List<String> asked(String role, Work work) throws Exception {
    String text = logged(work);
    if (text == null) {
      throw new IllegalStateException("the log was begun anew meanwhile");
    }
    return text.lines()
        .filter(line -> isStatement(line, role) && !line.contains("set_config("))
        .toList();
  }

  /// What was logged meanwhile; null if the log was begun anew.
  private @Nullable String logged(Work work) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long before = file.length();
      String begin = mark();
      work.run();
      String end = mark();
      long length = file.length();
      long start = length < before ? 0 : before;
      byte[] bytes = new byte[Math.toIntExact(length - start)];
      file.seek(start);
      file.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      int from = text.indexOf(begin);
      int to = text.indexOf(end);
      return from < 0 || to < 0 ? null : text.substring(from, to);
    }
  }

  private static boolean counts(String line) {
    return COUNTED.stream().anyMatch(role -> isStatement(line, role));
  }

  /// Whether a line tells of a statement of a role, and not of what else a session logs, as that it
  /// read the settings anew.
  private static boolean isStatement(String line, String role) {
    String begin = PREFIX + role + " LOG:  ";
    return line.startsWith(begin + "execute ") || line.startsWith(begin + "statement: ");
  }

  private String mark() throws SQLException {
    String mark = "mark-" + ++marks + "-";
    run("select '" + mark + "'");
    return mark;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    run("alter system reset log_statement");
    run("alter system reset log_line_prefix");
    run("select pg_reload_conf()");
    connection.close();
  }
}
