package dev.parley.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The order of names, `title_order`, is that of the ICU library that the database runs with. An
/// index keeps the order in which it was built: after a database was upgraded to a library that
/// orders otherwise it is built anew.
final class TitleOrder {
  private static final Logger LOG = LoggerFactory.getLogger(TitleOrder.class);

  private static final String IS_STALE =
      """
      select collversion is distinct from pg_collation_actual_version(oid)
        from pg_collation
       where collname = 'title_order' and collnamespace = 'parley'::regnamespace
      """;

  private TitleOrder() {}

  /// Builds the index anew if the library is another, while others read and write channels. The
  /// caller holds the lock of migrations: of two nodes that did this at once one would fail.
  ///
  /// @param owner connections of who owns the tables
  static void refresh(DataSource owner) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      if (!isStale(statement)) {
        return;
      }
      // What an attempt that was broken off left.
      statement.execute("drop index concurrently if exists channel_title_ccnew");
      statement.execute("drop index concurrently if exists channel_title_ccold");
      statement.execute("reindex index concurrently channel_title");
      statement.execute("alter collation title_order refresh version");
      LOG.atInfo().addKeyValue("event", "title_order_refreshed").log("Names were sorted anew");
    }
  }

  private static boolean isStale(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(IS_STALE)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
