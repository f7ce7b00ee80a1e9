package dev.parley.core.session;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Rows of sessions. Within a tenant transaction.
final class SessionStore {
  private static final String INSERT =
      """
      insert into session (workspace_id, id, user_id, secret_hash, user_agent, ip, created_at,
                           last_seen_at, expires_at)
      values (:workspace, :id, :user, :hash, :agent, :address, :now, :now, :expires)
      """;

  private static final String FIND =
      """
      select user_id, secret_hash, last_seen_at, expires_at, ended_at is not null as ended,
             signed_out
        from session where workspace_id = :workspace and id = :id
      """;

  private static final String TOUCH =
      """
      update session set last_seen_at = :now, expires_at = :expires
       where workspace_id = :workspace and id = :id and ended_at is null and last_seen_at < :before
      """;

  private static final String LIST =
      """
      select id, created_at, last_seen_at, user_agent, ip from session
       where workspace_id = :workspace and user_id = :user and ended_at is null
         and expires_at > :now
       order by last_seen_at desc, id desc limit 200
      """;

  private static final String LOG =
      """
      select s.id, s.user_id, u.handle, s.created_at, s.last_seen_at, s.user_agent, s.ip
        from session s
        join user_account u on u.workspace_id = s.workspace_id and u.id = s.user_id
       where s.workspace_id = :workspace and s.created_at <= :now
       order by s.last_seen_at desc, s.id desc limit :limit
      """;

  private static final String SIGN_OUT =
      """
      update session set ended_at = :now, signed_out = true
       where workspace_id = :workspace and id = :id and user_id = :user and ended_at is null
      """;

  private static final String END_ALL =
      """
      update session set ended_at = :now
       where workspace_id = :workspace and user_id = :user and ended_at is null
      """;

  /// A session, over or not.
  ///
  /// @param isSignedOut whether it was the person who ended it
  record StoredSession(
      UserId user,
      byte[] secretHash,
      Instant lastSeen,
      Instant expires,
      boolean isEnded,
      boolean isSignedOut) {}

  void insert(
      WorkspaceId workspace,
      Handle handle,
      SessionView session,
      UserId user,
      byte[] hash,
      Instant expires) {
    var _ =
        handle
            .createUpdate(INSERT)
            .bind("workspace", workspace.value())
            .bind("id", session.id())
            .bind("user", user.value())
            .bind("hash", hash)
            .bind("agent", session.userAgent())
            .bind("address", session.address())
            .bind("now", session.created())
            .bind("expires", expires)
            .execute();
  }

  Optional<StoredSession> find(WorkspaceId workspace, Handle handle, long id) {
    return handle
        .createQuery(FIND)
        .bind("workspace", workspace.value())
        .bind("id", id)
        .map(
            (row, _) ->
                new StoredSession(
                    new UserId(row.getLong("user_id")),
                    row.getBytes("secret_hash"),
                    row.getTimestamp("last_seen_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant(),
                    row.getBoolean("ended"),
                    row.getBoolean("signed_out")))
        .findOne();
  }

  void touch(WorkspaceId workspace, Handle handle, long id, Instant now, Duration life) {
    var _ =
        handle
            .createUpdate(TOUCH)
            .bind("workspace", workspace.value())
            .bind("id", id)
            .bind("now", now)
            .bind("expires", now.plus(life))
            .bind("before", now)
            .execute();
  }

  List<SessionView> list(
      WorkspaceId workspace, Handle handle, UserId user, long current, Instant now) {
    return handle
        .createQuery(LIST)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bind("now", now)
        .map((row, _) -> view(row, current))
        .list();
  }

  List<SessionService.Login> log(WorkspaceId workspace, Handle handle, Instant until, int limit) {
    return handle
        .createQuery(LOG)
        .bind("workspace", workspace.value())
        .bind("now", until)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new SessionService.Login(
                    new UserId(row.getLong("user_id")), row.getString("handle"), view(row, 0)))
        .list();
  }

  boolean signOut(WorkspaceId workspace, Handle handle, UserId user, long id, Instant now) {
    return handle
            .createUpdate(SIGN_OUT)
            .bind("workspace", workspace.value())
            .bind("id", id)
            .bind("user", user.value())
            .bind("now", now)
            .execute()
        == 1;
  }

  int endAll(WorkspaceId workspace, Handle handle, UserId user, Instant now) {
    return handle
        .createUpdate(END_ALL)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bind("now", now)
        .execute();
  }

  private static SessionView view(ResultSet row, long current) throws SQLException {
    return new SessionView(
        row.getLong("id"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("last_seen_at").toInstant(),
        row.getString("user_agent"),
        row.getString("ip"),
        row.getLong("id") == current);
  }
}
