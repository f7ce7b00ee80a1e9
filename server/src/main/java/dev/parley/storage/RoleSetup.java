package dev.parley.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

/// Creates the roles and the schema that migrations expect; runs as the administrator, before them.
/// Idempotent, and safe when several nodes start at once.
public final class RoleSetup {
  static final String SCHEMA = "parley";

  private final DatabaseAddress admin;
  private final Function<DatabaseRole, String> passwords;

  /// @param passwords each role's password; the same on every node of a deployment
  public RoleSetup(DatabaseAddress admin, Function<DatabaseRole, String> passwords) {
    this.admin = admin;
    this.passwords = passwords;
  }

  public void run() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(7261001)");
      for (DatabaseRole role : DatabaseRole.values()) {
        ensureRole(statement, role);
      }
      statement.execute(
          """
          alter role parley_writer set plan_cache_mode = force_generic_plan;
          alter role parley_writer set enable_hashjoin = off;
          alter role parley_writer set enable_mergejoin = off;
          alter role parley_writer set enable_seqscan = off;
          alter role parley_writer set idle_in_transaction_session_timeout = '10s';
          alter role parley_app set plan_cache_mode = force_generic_plan;
          alter role parley_app set enable_seqscan = off;
          alter role parley_app set statement_timeout = '15s';
          alter role parley_writer set statement_timeout = 0
          """);
      statement.execute("grant parley_owner to current_user");
      statement.execute("create schema if not exists " + SCHEMA + " authorization parley_owner");
      for (DatabaseRole role : DatabaseRole.values()) {
        statement.execute("grant usage on schema " + SCHEMA + " to " + role.roleName());
      }
      connection.commit();
    }
  }

  /// An administrator who is no superuser may create roles without rights but not take rights away,
  /// so a role that exists is looked at instead.
  private void ensureRole(Statement statement, DatabaseRole role) throws SQLException {
    String name = role.roleName();
    String login = name + " login password '" + passwords.apply(role).replace("'", "''") + "'";
    try (ResultSet rows =
        statement.executeQuery(
            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                + " from pg_roles where rolname = '"
                + name
                + "'")) {
      if (!rows.next()) {
        statement.execute(
            "create role " + login + " nosuperuser nobypassrls nocreatedb nocreaterole");
        return;
      }
      if (rows.getBoolean(1)) {
        throw new SQLException(
            "The role " + name + " has rights that it must not have: take them away from it.");
      }
    }
    statement.execute("alter role " + login);
  }
}
