package dev.parley.core.user;

import dev.parley.core.access.Role;
import dev.parley.kernel.AppId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.UserView;
import dev.parley.protocol.view.UserView.Standing;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads accounts. Within a tenant transaction.
final class UserStore {
  private static final String COLUMNS =
      """
      select id, handle, display_name, profile, email, role, is_bot, app_id, updated_at,
             deactivated_at is not null as deleted, now() as read_at
        from user_account
      """;

  private static final String BY_IDS =
      COLUMNS
          + """
             where workspace_id = :workspace and id = any(:ids) order by id
          """;

  private static final String BY_APP =
      COLUMNS
          + """
             where workspace_id = :workspace and app_id = :app
          """;

  private static final String BY_HANDLE =
      COLUMNS
          + """
             where workspace_id = :workspace and handle = :handle
          """;

  private static final String BY_EMAIL =
      COLUMNS
          + """
             where workspace_id = :workspace and email_hmac = :digest
          """;

  private static final String IN_BATCH =
      COLUMNS
          + """
             where workspace_id = ? and id = ?
          """;

  private static final String PAGE =
      COLUMNS
          + """
             where workspace_id = :workspace and id > :after order by id limit :limit
          """;

  private static final String MET =
      """
      (id = :reader or exists (
        select from membership mine
          join membership theirs on theirs.workspace_id = mine.workspace_id
               and theirs.channel_id = mine.channel_id and theirs.user_id = user_account.id
         where mine.workspace_id = user_account.workspace_id and mine.user_id = :reader))
      """;

  private static final String PAGE_MET =
      COLUMNS
          + """
             where workspace_id = :workspace and id > :after and
          """
          + MET
          + " order by id limit :limit";

  private static final String IDS_MET =
      "select id from user_account where workspace_id = :workspace and id = any(:ids) and " + MET;

  private static final String ALL_MET =
      """
      select distinct theirs.user_id
        from membership mine
        join membership theirs on theirs.workspace_id = mine.workspace_id
             and theirs.channel_id = mine.channel_id
       where mine.workspace_id = :workspace and mine.user_id = :reader
      """;

  private static final String HEAD =
      """
      select head_offset from stream_head
       where workspace_id = :workspace and stream_id = :stream
      """;

  private static final String NAMES =
      """
      select id, handle, display_name, profile, deactivated_at is not null as deleted
        from user_account
       where workspace_id = :workspace
      """;

  private static final String NAMES_AFTER =
      NAMES
          + """
             and id in (select e.subject_id from event e
                         where e.workspace_id = :workspace and e.stream_id = :stream
                           and e.event_offset > :after)
          """;

  private static final String CALLED =
      """
      select handle, id from user_account
       where workspace_id = :workspace and handle = any(:names) and deactivated_at is null
      """;

  private static final String CALLED_MET = CALLED + " and " + MET;

  private static final String STANDING =
      """
      select role, is_bot, deactivated_at is not null as deleted
        from user_account where workspace_id = :workspace and id = :user
      """;

  private final WorkspaceKeys keys;

  UserStore(WorkspaceKeys keys) {
    this.keys = keys;
  }

  List<UserView> byIds(WorkspaceId workspace, Handle handle, Collection<UserId> users) {
    Long[] ids = users.stream().map(UserId::value).toArray(Long[]::new);
    return handle
        .createQuery(BY_IDS)
        .bind("workspace", workspace.value())
        .bindArray("ids", Long.class, (Object[]) ids)
        .map((row, _) -> view(workspace, row))
        .list();
  }

  Optional<UserView> byHandle(WorkspaceId workspace, Handle handle, String name) {
    return handle
        .createQuery(BY_HANDLE)
        .bind("workspace", workspace.value())
        .bind("handle", name)
        .map((row, _) -> view(workspace, row))
        .findOne();
  }

  Optional<UserView> byApp(WorkspaceId workspace, Handle handle, AppId app) {
    return handle
        .createQuery(BY_APP)
        .bind("workspace", workspace.value())
        .bind("app", app.value())
        .map((row, _) -> view(workspace, row))
        .findOne();
  }

  Optional<UserView> byEmail(WorkspaceId workspace, Handle handle, String email) {
    return handle
        .createQuery(BY_EMAIL)
        .bind("workspace", workspace.value())
        .bind("digest", keys.of(workspace).digest(email))
        .map((row, _) -> view(workspace, row))
        .findOne();
  }

  /// Somebody as a batch of the commit loop sees them.
  Optional<UserView> inBatch(Batch batch, WorkspaceId workspace, UserId user) throws SQLException {
    return batch
        .query(IN_BATCH, row -> view(workspace, row), workspace.value(), user.value())
        .stream()
        .findFirst();
  }

  /// People in the order of their ids, those after a number.
  List<UserView> page(WorkspaceId workspace, Handle handle, long after, int limit) {
    return handle
        .createQuery(PAGE)
        .bind("workspace", workspace.value())
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> view(workspace, row))
        .list();
  }

  /// The same of those who share a channel with the reader, and the reader.
  List<UserView> pageMet(
      WorkspaceId workspace, Handle handle, UserId reader, long after, int limit) {
    return handle
        .createQuery(PAGE_MET)
        .bind("workspace", workspace.value())
        .bind("reader", reader.value())
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> view(workspace, row))
        .list();
  }

  /// Those of some people who share a channel with the reader, and the reader.
  Set<UserId> met(WorkspaceId workspace, Handle handle, UserId reader, Collection<UserId> users) {
    return handle
        .createQuery(IDS_MET)
        .bind("workspace", workspace.value())
        .bind("reader", reader.value())
        .bindArray("ids", Long.class, users.stream().map(UserId::value).toArray())
        .map((row, _) -> new UserId(row.getLong(1)))
        .collectIntoSet();
  }

  /// Everybody who shares a channel with the reader, the reader among them if they are in one.
  Set<UserId> allMet(WorkspaceId workspace, Handle handle, UserId reader) {
    return handle
        .createQuery(ALL_MET)
        .bind("workspace", workspace.value())
        .bind("reader", reader.value())
        .map((row, _) -> new UserId(row.getLong(1)))
        .collectIntoSet();
  }

  /// The newest offset of the workspace's stream, on which everybody comes and changes; 0 if it
  /// has none.
  long head(WorkspaceId workspace, Handle handle) {
    return handle
        .createQuery(HEAD)
        .bind("workspace", workspace.value())
        .bind("stream", StreamKey.of(workspace).stream())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /// Everybody's names.
  List<CalledBy> names(WorkspaceId workspace, Handle handle) {
    return names(handle.createQuery(NAMES), workspace);
  }

  /// The names of those who came or changed after an offset of the workspace's stream.
  List<CalledBy> namesAfter(WorkspaceId workspace, Handle handle, long offset) {
    return names(
        handle
            .createQuery(NAMES_AFTER)
            .bind("stream", StreamKey.of(workspace).stream())
            .bind("after", offset),
        workspace);
  }

  private List<CalledBy> names(Query query, WorkspaceId workspace) {
    Sealer sealer = keys.of(workspace);
    return query
        .bind("workspace", workspace.value())
        .map((row, _) -> names(sealer, workspace, row))
        .list();
  }

  private static CalledBy names(Sealer sealer, WorkspaceId workspace, ResultSet row)
      throws SQLException {
    UserId user = new UserId(row.getLong("id"));
    ProfileText profile =
        ProfileCodec.openProfile(sealer, workspace, user, row.getBytes("profile"));
    return CalledBy.of(
        user,
        row.getBoolean("deleted"),
        row.getString("display_name"),
        profile.realName(),
        row.getString("handle"));
  }

  /// Active people by their handles.
  Map<String, UserId> called(WorkspaceId workspace, Handle handle, Collection<String> handles) {
    return called(handle.createQuery(CALLED), workspace, handles);
  }

  /// The same of those who share a channel with the reader, and the reader.
  Map<String, UserId> calledMet(
      WorkspaceId workspace, Handle handle, UserId reader, Collection<String> handles) {
    return called(
        handle.createQuery(CALLED_MET).bind("reader", reader.value()), workspace, handles);
  }

  private static Map<String, UserId> called(
      Query query, WorkspaceId workspace, Collection<String> handles) {
    return query
        .bind("workspace", workspace.value())
        .bindArray("names", String.class, handles.toArray())
        .reduceRows(
            new HashMap<>(),
            (found, row) -> {
              found.put(
                  row.getColumn("handle", String.class),
                  new UserId(row.getColumn("id", Long.class)));
              return found;
            });
  }

  Optional<AccountState> state(WorkspaceId workspace, Handle handle, UserId user) {
    return handle
        .createQuery(STANDING)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .map(
            (row, _) ->
                new AccountState(
                    Role.ofNumber(row.getInt("role")),
                    row.getBoolean("is_bot"),
                    row.getBoolean("deleted")))
        .findOne();
  }

  static Standing standing(Role role) {
    return switch (role) {
      case PRIMARY_OWNER -> Standing.PRIMARY_OWNER;
      case OWNER -> Standing.OWNER;
      case ADMIN -> Standing.ADMIN;
      case MEMBER -> Standing.MEMBER;
      case GUEST -> Standing.GUEST;
    };
  }

  private UserView view(WorkspaceId workspace, ResultSet row) throws SQLException {
    UserId user = new UserId(row.getLong("id"));
    Sealer sealer = keys.of(workspace);
    byte[] email = row.getBytes("email");
    long app = row.getLong("app_id");
    return new UserView(
        workspace,
        user,
        row.getString("handle"),
        row.getString("display_name"),
        ProfileCodec.openProfile(sealer, workspace, user, row.getBytes("profile"))
            .at(row.getTimestamp("read_at").toInstant()),
        standing(Role.ofNumber(row.getInt("role"))),
        row.getBoolean("is_bot"),
        app == 0 ? null : new AppId(app),
        row.getBoolean("deleted"),
        row.getTimestamp("updated_at").toInstant(),
        email == null ? null : ProfileCodec.openEmail(sealer, workspace, user, email),
        null);
  }
}
