package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testkit.Eventually;
import dev.parley.testkit.TestDatabase;
import dev.parley.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// What becomes of a database that was left in the middle of something.
@Tag("store")
@ExtendWith(TestPostgres.class)
final class MigrationsTest {
  private static final String NODE = "select relfilenode::text from pg_class where oid = %s";
  private static final String INDEX = "'parley.channel_title'::regclass";

  private static final String REINDEX_WAITS =
      """
      select exists (select from pg_stat_activity
                      where datname = current_database() and wait_event_type = 'Lock'
                        and query like 'reindex index %')
      """;

  private static final String LAST_TRY =
      """
      select max(query_start)::text from pg_stat_activity
       where datname = current_database() and query like 'select pg_try_advisory_lock(%'
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestPostgres.Cluster cluster;
  private DatabaseAddress address;

  MigrationsTest(TestPostgres.Cluster cluster) throws Exception {
    this.cluster = cluster;
    address = TestDatabase.create(cluster);
  }

  private void migrate() {
    try (Databases databases = TestDatabase.connect(address)) {
      Migrations.run(databases);
    }
  }

  private void migrateTo(String version) {
    try (Databases databases = TestDatabase.connect(address);
        HikariDataSource owner = databases.pool(DatabaseRole.OWNER, 2)) {
      var _ =
          Flyway.configure().dataSource(owner).schemas("parley").target(version).load().migrate();
    }
  }

  private void admin(String sql) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String ask(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  /// A database in which the index of titles was begun, and the building of it broken off.
  private void breakOff() throws Exception {
    address = cluster.createDatabase();
    new RoleSetup(address, TestDatabase::password).run();
    migrateTo("29");
    admin("set role parley_owner; create index channel_title on parley.channel (id)");
    admin("update pg_index set indisvalid = false where indexrelid = " + INDEX);
    admin(
        """
        insert into parley.flyway_schema_history
        select installed_rank + 1, '0030', 'index channel titles', type,
               'V0030__index_channel_titles.sql', 0, installed_by, now(), 1, false
          from parley.flyway_schema_history where version = '0029'
        """);
  }

  /// Has the index of titles stand as if another library had ordered it.
  private void makeStale() throws Exception {
    admin("update pg_collation set collversion = '1.1' where collname = 'title_order'");
  }

  private void awaitReindexThatWaits() {
    Eventually.holds(PATIENCE, () -> assertThat(ask(REINDEX_WAITS)).isEqualTo("t"));
  }

  /// Waits until a node has asked for the lock of migrations once more.
  private void awaitAnotherTry() {
    String before = ask(LAST_TRY);
    Eventually.holds(PATIENCE, () -> assertThat(ask(LAST_TRY)).isNotEqualTo(before));
  }

  private void assertBuiltAnew() {
    assertThat(ask("select indisvalid from pg_index where indexrelid = " + INDEX)).isEqualTo("t");
    assertThat(ask("select count(*) from parley.flyway_schema_history where not success"))
        .isEqualTo("0");
  }

  @Test
  void anIndexWhoseBuildingWasBrokenOffIsBuiltAnew() throws Exception {
    breakOff();

    migrate();

    assertBuiltAnew();
  }

  @Test
  void nodesThatStartAtOnceAfterAFailureBuildItOnce() throws Exception {
    breakOff();

    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> one = nodes.submit(this::migrate);
      Future<?> other = nodes.submit(this::migrate);
      var _ = one.get();
      var _ = other.get();
    }

    assertBuiltAnew();
    assertThat(ask("select count(*) from parley.flyway_schema_history where version = '0030'"))
        .isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "checksum = checksum + 1 where version = '0029', checksum mismatch for migration version 0029",
        "version = '0028.5' where version = '0028', applied migration not resolved locally: 0028.5"
      })
  void aFailureHidesNoMigrationThatWasChangedOrIsMissing(String change, String told)
      throws Exception {
    breakOff();
    admin("update parley.flyway_schema_history set " + change);

    assertThatThrownBy(this::migrate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The database could not be migrated: ")
        .hasMessageContaining(told);
    assertThat(ask("select count(*) from parley.flyway_schema_history where version = '0030'"))
        .isEqualTo("0");
  }

  @Test
  void anIndexOfNamesIsBuiltAnewOnceTheLibraryThatOrdersThemIsAnother() throws Exception {
    String before = ask(NODE.formatted(INDEX));
    migrate();
    assertThat(ask(NODE.formatted(INDEX))).isEqualTo(before);
    makeStale();

    migrate();

    assertThat(ask(NODE.formatted(INDEX))).isNotEqualTo(before);
    assertThat(
            ask(
                "select collversion = pg_collation_actual_version(oid) from pg_collation"
                    + " where collname = 'title_order'"))
        .isEqualTo("t");
  }

  @Test
  void channelsAreWrittenWhileTheirNamesAreSortedAnew() throws Exception {
    makeStale();

    try (ExecutorService node = Executors.newVirtualThreadPerTaskExecutor();
        Connection connection = connect();
        Statement writer = connection.createStatement()) {
      connection.setAutoCommit(false);
      writer.execute("select count(*) from parley.channel");
      Future<?> migration = node.submit(this::migrate);
      awaitReindexThatWaits();
      writer.execute("set local lock_timeout = '5s'");
      writer.execute("update parley.channel set updated_at = updated_at");
      connection.commit();
      var _ = migration.get();
    }

    assertThat(ask("select indisvalid from pg_index where indexrelid = " + INDEX)).isEqualTo("t");
  }

  @Test
  void whatASortingThatWasBrokenOffLeftIsTakenAway() throws Exception {
    makeStale();
    admin(
        """
        set role parley_owner;
        create index channel_title_ccnew on parley.channel (id);
        create index channel_title_ccold on parley.channel (id);
        """);

    migrate();

    assertThat(ask("select count(*) from pg_class where relname like 'channel_title%'"))
        .isEqualTo("1");
  }

  @Test
  void aNodeWaitsForAnotherOneThatMigratesAndSaysSoOnce() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(Migrations.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    makeStale();

    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor();
        Connection connection = connect();
        Statement backup = connection.createStatement()) {
      connection.setAutoCommit(false);
      backup.execute("select count(*) from parley.channel");
      Future<?> one = nodes.submit(this::migrate);
      awaitReindexThatWaits();
      Future<?> other = nodes.submit(this::migrate);
      Eventually.holds(PATIENCE, () -> assertThat(log.list).isNotEmpty());
      awaitAnotherTry();
      awaitAnotherTry();
      assertThat(other).isNotDone();
      connection.commit();
      var _ = one.get();
      var _ = other.get();
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("Another node migrates the database; this one waits for it");
  }
}
