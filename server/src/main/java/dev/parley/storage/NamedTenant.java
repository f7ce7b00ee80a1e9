package dev.parley.storage;

import dev.parley.kernel.WorkspaceId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.TemplateEngine;

/// Names the workspace in the same round trip as the statement itself: each is sent with another
/// one in front of it, and what that one answers is skipped. Outside a transaction the two share an
/// implicit one, so the name ends with the statement. A statement without it sees no rows.
///
/// Every parameter must have a type that the driver knows when it is bound ([InstantArguments]; no
/// nulls): `StatementTest` runs each statement often enough to see that the name holds.
final class NamedTenant implements StatementCustomizer, TemplateEngine {
  private static final String ATTRIBUTE = "parley_workspace";
  private static final String NAME =
      "select set_config('parley.workspace_id', :" + ATTRIBUTE + ", true);\n";

  /// Sends a name with every statement; each handle says which by [#name].
  static void install(Jdbi jdbi) {
    NamedTenant tenant = new NamedTenant();
    var _ =
        jdbi.configure(
            SqlStatements.class,
            statements -> statements.addCustomizer(tenant).setTemplateEngine(tenant));
  }

  static void name(Handle handle, WorkspaceId workspace) {
    var _ = handle.define(ATTRIBUTE, Long.toString(workspace.value()));
  }

  @Override
  public String render(String template, StatementContext context) {
    return NAME + template;
  }

  @Override
  public void beforeBinding(PreparedStatement statement, StatementContext context) {
    context.getBinding().addNamed(ATTRIBUTE, context.getAttribute(ATTRIBUTE));
  }

  @Override
  public void afterExecution(PreparedStatement statement, StatementContext context)
      throws SQLException {
    var _ = statement.getMoreResults();
  }
}
