package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.DatabaseRole;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import dev.parley.verify.Statements.Statement;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every SQL statement of the server keeps to its tenant, by its own words and without them, and
/// finds its rows by an index.
@Tag("store")
@ExtendWith(TestPostgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StatementTest {
  private static final Pattern TENANT_TABLE =
      Pattern.compile(
          "\\b(?:from|into|update|join|using)\\s+(?:user_account|session|token|keyset|stream_head"
              + "|event|outbox|channel|membership|message|revision|mention|thread_follower|reaction"
              + "|due_item|do_not_disturb|team_profile|scheduled_message|bookmark|star|reminder"
              + "|usergroup|usergroup_member|app|app_installation|app_change|webhook|emoji|picture"
              + "|draft)\\b");

  private static final int ASKED = 5;

  private final CoreFixture core;
  private WorkspaceId acme;
  private WorkspaceId globex;
  private Map<String, Object> foreign = Map.of();

  StatementTest(TestPostgres.Cluster cluster) throws Exception {
    core = CoreFixture.start(cluster);
  }

  @BeforeAll
  void twoCompanies() throws Exception {
    acme = core.newWorkspace();
    UserId alice = core.newUser(acme, "alice");
    var _ = core.newChannel(acme, "general", alice);
    globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    UserId mike = core.newUser(globex, "mike");
    ChannelId channel = core.newChannel(globex, "general", mallory, mike);
    MessageView message = core.post(globex, channel, mallory, "for <@" + mike + "> alone");
    foreign = parameters(channel, mike, message.ts());
    signIn(globex, mike);
    fill(globex, channel, mallory);
  }

  private void signIn(WorkspaceId workspace, UserId user) {
    int _ =
        core.tenants.write(
            workspace,
            handle ->
                handle.execute(
                    """
                    insert into session (workspace_id, id, user_id, secret_hash, expires_at)
                    values (?, 1, ?, '', now() + interval '1 day')
                    """,
                    workspace.value(),
                    user.value()));
  }

  /// 200,000 messages and 20,000 memberships beside the few real ones.
  private void fill(WorkspaceId workspace, ChannelId channel, UserId user) throws Exception {
    try (Connection connection = core.databases.connect(DatabaseRole.WRITER);
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into message (workspace_id, channel_id, ts, user_id, message_no, client_msg_id, body)
          select %1$d, %2$d + 4 * (n %% 100), 1700000000000000 + n, %3$d, n, gen_random_uuid(), '\\x00'
            from generate_series(1, 200000) n
          """
              .formatted(workspace.value(), channel.value() + 4096, user.value()));
      statement.execute(
          """
          insert into membership (workspace_id, channel_id, user_id)
          select %1$d, %2$d + 4 * (n %% 100), %3$d + 4 * (n / 100)
            from generate_series(1, 20000) n
          """
              .formatted(workspace.value(), channel.value() + 4096, user.value() + 4096));
      connection.commit();
    }
    try (Connection owner = core.databases.connect(DatabaseRole.OWNER);
        java.sql.Statement statement = owner.createStatement()) {
      statement.execute("analyze message, membership, channel, stream_head, event, user_account");
      owner.commit();
    }
  }

  private static Map<String, Object> parameters(ChannelId channel, UserId user, MessageTs ts) {
    Map<String, Object> values = new HashMap<>();
    values.put("channel", channel.value());
    values.put("channels", new Long[] {channel.value()});
    values.put("user", user.value());
    values.put("users", new Long[] {user.value()});
    values.put("ts", ts.micros() - 1);
    values.put("tss", new Long[] {ts.micros()});
    values.put("root", ts.micros());
    values.put("roots", new Long[] {ts.micros()});
    values.put("oldest", 0L);
    values.put("latest", Long.MAX_VALUE);
    values.put("streams", new Long[] {channel.value(), user.value()});
    values.put("offsets", new Long[] {0L, 0L});
    values.put("after", 0L);
    values.put("limit", 100);
    values.put("reader", user.value());
    values.put("public", true);
    values.put("id", user.value());
    values.put("ids", new Long[] {user.value(), channel.value()});
    values.put("app", 1L);
    values.put("webhook", 1L);
    values.put("by", user.value());
    values.put("kind", 0);
    values.put("size", 0);
    values.put("name", "general");
    values.put("identity", 1L);
    values.put("handle", "mike");
    values.put("away", true);
    values.put("from", 0.0);
    values.put("until", 1e10);
    values.put("of", user.value());
    values.put("names", new String[] {"general"});
    values.put("digest", new byte[] {1});
    values.put("now", Instant.now());
    values.put("stream", user.value());
    values.put("letters", "gen");
    values.put("starts", new String[] {"%-gen%"});
    values.put("initials", "^g");
    values.put("loosely", "%g%e%");
    values.put("near", "g%e%");
    values.put("most", 4);
    values.put("marks", "[\u0300-\u036f]+");
    values.put("order", "BEST");
    values.put("all", false);
    values.put("mine", false);
    values.put("other", false);
    values.put("current", true);
    values.put("after_archived", false);
    values.put("after_rank", Long.MAX_VALUE);
    values.put("after_name", "");
    return values;
  }

  @AfterAll
  void close() {
    core.close();
  }

  static Stream<Statement> all() throws ReflectiveOperationException {
    return Statements.all().stream().filter(s -> !s.name().endsWith("COLUMNS"));
  }

  static Stream<Statement> tenantQueries() throws ReflectiveOperationException {
    return all().filter(s -> s.isNamed() && s.isQuery() && TENANT_TABLE.matcher(s.sql()).find());
  }

  @Test
  void statementsAreFound() throws Exception {
    assertThat(all().count()).isGreaterThan(30);
    assertThat(tenantQueries().count()).isGreaterThan(8);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyStatementNamesTheWorkspace(Statement statement) {
    String sql = statement.sql().toLowerCase(Locale.ROOT);

    assertThat(!TENANT_TABLE.matcher(sql).find() || sql.contains("workspace_id"))
        .as(statement + " names workspace_id")
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("tenantQueries")
  void withoutItsConditionAStatementStillShowsNoForeignRow(Statement statement) {
    List<Map<String, Object>> rows =
        core.tenants.read(
            acme, handle -> bind(handle, stripped(statement), globex).mapToMap().list());

    assertThat(rows).filteredOn(row -> foreignRow(row)).isEmpty();
  }

  @Test
  void theForeignRowsWouldBeFoundWithoutRowLevelSecurity() throws Exception {
    Jdbi admin = Jdbi.create(core.address.jdbcUrl(), core.address.user(), core.address.password());

    long revealing =
        tenantQueries()
            .filter(
                statement ->
                    admin.withHandle(
                        handle -> {
                          var _ = handle.execute("set search_path = parley");
                          return bind(handle, stripped(statement), globex)
                              .mapToMap()
                              .list()
                              .stream()
                              .anyMatch(this::foreignRow);
                        }))
            .count();

    assertThat(revealing).isGreaterThan(8);
  }

  private static String stripped(Statement statement) {
    return statement.sql().replaceAll("(\\w+\\.)?workspace_id\\s*=\\s*:workspace", "true");
  }

  /// Rows that name a thing of the foreign workspace.
  private boolean foreignRow(Map<String, Object> row) {
    Set<Object> ids =
        Set.of(
            foreign.getOrDefault("channel", 0L),
            foreign.getOrDefault("user", 0L),
            ((Long[]) foreign.getOrDefault("tss", new Long[] {0L}))[0]);
    return row.values().stream().anyMatch(value -> value != null && ids.contains(value));
  }

  /// The driver prepares a statement on the server when it was asked a few times; it must be under
  /// the workspace's name then too.
  @Test
  void everyStatementAnswersTheSameHoweverOftenItIsAsked() throws Exception {
    Map<Statement, List<Integer>> counts = new HashMap<>();
    for (Statement statement : tenantQueries().toList()) {
      for (int i = 0; i < ASKED; i++) {
        int rows =
            core.tenants.read(
                globex, handle -> bind(handle, statement.sql(), globex).mapToMap().list().size());
        counts.computeIfAbsent(statement, _ -> new ArrayList<>()).add(rows);
      }
    }

    assertThat(counts)
        .allSatisfy(
            (statement, rows) ->
                assertThat(rows).as(statement.toString()).containsOnly(rows.getFirst()));
    assertThat(counts.values().stream().filter(rows -> rows.getFirst() > 0)).hasSizeGreaterThan(12);
    assertThat(counts)
        .anySatisfy(
            (statement, rows) -> {
              assertThat(statement.sql()).contains(":now");
              assertThat(rows.getFirst()).isPositive();
            });
  }

  @ParameterizedTest
  @MethodSource("tenantQueries")
  void everyStatementFindsItsRowsByAnIndex(Statement statement) {
    String plan =
        core.tenants.read(
            globex,
            handle ->
                String.join(
                    "\n",
                    bind(handle, "explain " + statement.sql(), globex).mapTo(String.class).list()));

    assertThat(plan).as(statement + "\n" + plan).doesNotContain("Seq Scan on");
  }

  private Query bind(Handle handle, String sql, WorkspaceId workspace) {
    Query query = handle.createQuery(sql).bind("workspace", workspace.value());
    foreign.forEach(query::bind);
    for (String flag :
        List.of("public", "private", "group", "direct", "archived", "shared", "unmuted")) {
      query.bind(flag, true);
    }
    query.getConfig(org.jdbi.v3.core.statement.SqlStatements.class).setUnusedBindingAllowed(true);
    return query;
  }
}
