package dev.parley.testkit;

import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.DatabaseRole;
import dev.parley.storage.Databases;
import dev.parley.storage.EventPartitions;
import dev.parley.storage.Migrations;
import dev.parley.storage.RoleSetup;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Databases with Parley's schema, each a copy of a template that is migrated once per test run.
public final class TestDatabase {
  private static final Object LOCK = new Object();
  private static final int CONNECTIONS = 16;

  private TestDatabase() {}

  /// Roles are shared by all databases of the cluster, and so are their passwords.
  public static String password(DatabaseRole role) {
    return "test-" + role.roleName();
  }

  /// A new database with the newest schema and no rows.
  public static DatabaseAddress create(TestPostgres.Cluster cluster) throws SQLException {
    synchronized (LOCK) {
      String template = System.getProperty(templateKey(cluster));
      if (template == null) {
        template = migrated(cluster);
        System.setProperty(templateKey(cluster), template);
      }
      return cluster.createDatabase(template);
    }
  }

  /// Connections to such a database.
  public static Databases connect(DatabaseAddress address) {
    return new Databases(address, TestDatabase::password, CONNECTIONS);
  }

  private static String templateKey(TestPostgres.Cluster cluster) {
    return "parley.test.template." + cluster.postgres().port();
  }

  private static String migrated(TestPostgres.Cluster cluster) throws SQLException {
    DatabaseAddress address = cluster.createDatabase();
    new RoleSetup(address, TestDatabase::password).run();
    try (Databases databases = connect(address)) {
      Migrations.run(databases);
      new EventPartitions(databases).maintain(LocalDate.now(ZoneOffset.UTC));
    }
    return address.jdbcUrl().replaceFirst("^.*/", "").replaceFirst("\\?.*$", "");
  }
}
