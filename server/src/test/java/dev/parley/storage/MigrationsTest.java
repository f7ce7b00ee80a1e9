package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testkit.TestDatabase;
import dev.parley.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a database that was left in the middle of something.
@Tag("store")
@ExtendWith(TestPostgres.class)
final class MigrationsTest {
  private static final String NODE = "select relfilenode::text from pg_class where oid = %s";
  private static final String INDEX = "'parley.channel_title'::regclass";

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

  private String ask(String sql) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private Connection connect() throws Exception {
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

  private void assertBuiltAnew() throws Exception {
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
    admin("update pg_collation set collversion = '1.1' where collname = 'title_order'");

    migrate();

    assertThat(ask(NODE.formatted(INDEX))).isNotEqualTo(before);
    assertThat(
            ask(
                "select collversion = pg_collation_actual_version(oid) from pg_collation"
                    + " where collname = 'title_order'"))
        .isEqualTo("t");
  }
}
