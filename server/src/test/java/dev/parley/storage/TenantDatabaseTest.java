package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.WorkspaceId;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("store")
@ExtendWith(TestPostgres.class)
final class TenantDatabaseTest {
  private static final String HANDLES = "select handle from user_account order by handle";

  @Test
  void everyStatementOfAReadSeesItsWorkspaceAlone(TestPostgres.Cluster cluster) throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster)) {
      WorkspaceId acme = core.newWorkspace();
      WorkspaceId other = core.newWorkspace();
      var _ = core.newUser(acme, "alice");
      var _ = core.newUser(other, "mallory");

      List<String> seen =
          core.tenants.read(
              acme,
              handle -> {
                var _ = handle.createQuery("select 1").mapTo(Integer.class).one();
                return handle.createQuery(HANDLES).mapTo(String.class).list();
              });

      List<String> seenByOther =
          core.tenants.snapshot(
              other, handle -> handle.createQuery(HANDLES).mapTo(String.class).list());

      assertThat(seen).containsExactly("alice");
      assertThat(seenByOther).containsExactly("mallory");
    }
  }

  @Test
  void theNameOfTheWorkspaceEndsWithTheRead(TestPostgres.Cluster cluster) throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster)) {
      WorkspaceId acme = core.newWorkspace();
      var _ = core.newUser(acme, "alice");
      var _ =
          core.tenants.read(acme, handle -> handle.createQuery(HANDLES).mapTo(String.class).list());

      try (Connection connection = core.databases.app().getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(HANDLES)) {
        assertThat(rows.next()).isFalse();
      }
    }
  }
}
