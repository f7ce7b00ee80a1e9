package dev.parley.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Makes the days' partitions of `event` ahead of time and drops those whose days are over.
public final class EventPartitions {
  /// How many days of events are kept.
  public static final int DAYS_KEPT = 7;

  private static final int DAYS_AHEAD = 7;
  private static final String PREFIX = "event_2";
  private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;

  private final Databases databases;

  public EventPartitions(Databases databases) {
    this.databases = databases;
  }

  /// Creates what is missing from yesterday to a week ahead and drops what is older than
  /// [#DAYS_KEPT]. Idempotent, and safe on several nodes at once.
  public void maintain(LocalDate today) throws SQLException {
    try (Connection connection = databases.connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(7261002)");
      List<String> present = present(statement);
      for (int day = -1; day <= DAYS_AHEAD; day++) {
        create(statement, present, today.plusDays(day));
      }
      String oldest = "event_" + SUFFIX.format(today.minusDays(DAYS_KEPT));
      for (String partition : present) {
        if (partition.compareTo(oldest) < 0) {
          statement.execute("drop table " + partition);
        }
      }
      connection.commit();
    }
  }

  private static void create(Statement statement, List<String> present, LocalDate day)
      throws SQLException {
    String name = "event_" + SUFFIX.format(day);
    if (present.contains(name)) {
      return;
    }
    statement.execute(
        "create table %s partition of event for values from ('%s') to ('%s')"
            .formatted(name, day, day.plusDays(1)));
    statement.execute("select guard_tenant_table('" + name + "')");
  }

  private static List<String> present(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select c.relname from pg_inherits i
              join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'event'::regclass
            """)) {
      while (rows.next()) {
        if (rows.getString(1).startsWith(PREFIX)) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }
}
