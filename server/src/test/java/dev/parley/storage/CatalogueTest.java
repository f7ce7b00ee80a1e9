package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.WorkspaceId;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the catalogue says of tables, partitions, roles and policies: the traps of multi-tenant
/// PostgreSQL, one test each.
@Tag("store")
@ExtendWith(TestPostgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CatalogueTest {
  private static final String DIRECTORY =
      "('workspace', 'identity', 'identity_user', 'node', 'history_epoch', 'flyway_schema_history')";

  private final CoreFixture core;

  CatalogueTest(TestPostgres.Cluster cluster) throws Exception {
    core = CoreFixture.start(cluster);
    new EventPartitions(core.databases).maintain(LocalDate.now(ZoneOffset.UTC).plusDays(3));
  }

  @AfterAll
  void close() {
    core.close();
  }

  private List<String> admin(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                core.address.jdbcUrl(), core.address.user(), core.address.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  @Test
  void everyTenantTableAndPartitionForcesItsPolicy() throws Exception {
    List<String> open =
        admin(
            """
            select relname from pg_class
             where relnamespace = 'parley'::regnamespace and relkind in ('r', 'p')
               and relname not in %s and not (relrowsecurity and relforcerowsecurity)
            """
                .formatted(DIRECTORY));

    assertThat(open).isEmpty();
  }

  @Test
  void thereArePartitionsToBeGuarded() throws Exception {
    assertThat(
            admin(
                "select inhrelid::regclass::text from pg_inherits where inhparent = 'parley.event'::regclass"))
        .hasSizeGreaterThan(8);
  }

  @Test
  void nobodyIsGrantedAPartition() throws Exception {
    assertThat(
            admin(
                """
                select g.table_name || ' to ' || g.grantee
                  from information_schema.role_table_grants g
                  join pg_class c on c.relname = g.table_name and c.relispartition
                 where g.table_schema = 'parley' and g.grantee <> 'parley_owner'
                """))
        .isEmpty();
  }

  @Test
  void noRoleIsAMemberOfAnother() throws Exception {
    assertThat(
            admin(
                """
                select member::regrole || ' in ' || roleid::regrole from pg_auth_members
                 where member::regrole::text like 'parley%'
                """))
        .isEmpty();
  }

  @Test
  void noRoleMayBypassPolicies() throws Exception {
    assertThat(
            admin(
                """
                select rolname from pg_roles
                 where rolname like 'parley%' and (rolsuper or rolbypassrls or rolcreaterole)
                """))
        .isEmpty();
  }

  @Test
  void onlyWriterRelayAndSchedulerHaveOpenPolicies() throws Exception {
    assertThat(
            admin(
                """
                select distinct unnest(roles)::text from pg_policies
                 where schemaname = 'parley' and qual = 'true'
                """))
        .containsExactlyInAnyOrder("parley_writer", "parley_relay", "parley_scheduler");
    assertThat(admin("select tablename from pg_policies where 'parley_relay' = any(roles)"))
        .containsExactly("outbox");
    assertThat(admin("select tablename from pg_policies where 'parley_scheduler' = any(roles)"))
        .containsExactly("due_item");
    assertThat(
            admin(
                """
                select table_name || ' ' || privilege_type
                  from information_schema.role_table_grants where grantee = 'parley_scheduler'
                """))
        .containsExactly("due_item SELECT");
  }

  @Test
  void thereAreNoViews() throws Exception {
    assertThat(
            admin(
                """
                select relname from pg_class
                 where relnamespace = 'parley'::regnamespace and relkind in ('v', 'm')
                """))
        .isEmpty();
  }

  @Test
  void theApplicationReachesNoDirectoryTable() throws Exception {
    assertThat(
            admin(
                """
                select table_name from information_schema.role_table_grants
                 where grantee = 'parley_app' and table_name in %s
                """
                    .formatted(DIRECTORY)))
        .isEmpty();
  }

  @Test
  void withoutAWorkspaceTheApplicationSeesNothingAndNothingBreaks() throws Exception {
    WorkspaceId acme = core.newWorkspace();
    var _ = core.newUser(acme, "alice");

    try (Connection connection = core.databases.connect(DatabaseRole.APP);
        Statement statement = connection.createStatement()) {
      assertThat(count(statement)).isZero();
      connection.commit();
      statement.execute("set local parley.workspace_id = '" + acme.value() + "'");
      assertThat(count(statement)).isEqualTo(1);
      connection.commit();
      // The setting is '' from now on, not missing.
      assertThat(count(statement)).isZero();
    }
  }

  private static int count(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select count(*) from user_account")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
