package dev.parley.core.token;

import dev.parley.core.access.Principal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// Rows of tokens. Within a tenant transaction.
final class TokenStore {
  private static final String INSERT =
      """
      insert into token (workspace_id, id, user_id, kind, secret_hash, scopes)
      values (:workspace, :id, :user, :kind, :hash, :scopes)
      """;

  private static final String FIND =
      """
      select user_id, kind, secret_hash, scopes, expires_at, revoked_at is not null as revoked
        from token where workspace_id = :workspace and id = :id
      """;

  private static final String REVOKE =
      """
      update token set revoked_at = now()
       where workspace_id = :workspace and id = :id and revoked_at is null
      """;

  private static final String REVOKE_ALL =
      """
      update token set revoked_at = now()
       where workspace_id = :workspace and user_id = :user and revoked_at is null
      """;

  private static final String REVOKE_KIND =
      """
      update token set revoked_at = now()
       where workspace_id = :workspace and user_id = :user and kind = :kind
         and revoked_at is null
      returning id
      """;

  private static final String EXPIRE_KIND =
      """
      update token set expires_at = least(expires_at, :at)
       where workspace_id = :workspace and user_id = :user and kind = :kind
         and revoked_at is null
      returning id
      """;

  /// A token to be stored.
  record NewToken(long id, UserId user, TokenKind kind, byte[] hash, Set<String> scopes) {}

  void insert(WorkspaceId workspace, Handle handle, List<NewToken> tokens) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (NewToken token : tokens) {
      var _ =
          batch
              .bind("workspace", workspace.value())
              .bind("id", token.id())
              .bind("user", token.user().value())
              .bind("kind", token.kind().number())
              .bind("hash", token.hash())
              .bindArray("scopes", String.class, (Object[]) token.scopes().toArray(String[]::new))
              .add();
    }
    var _ = batch.execute();
  }

  Optional<StoredToken> find(WorkspaceId workspace, Handle handle, long id) {
    return handle
        .createQuery(FIND)
        .bind("workspace", workspace.value())
        .bind("id", id)
        .map((row, _) -> token(row))
        .findOne();
  }

  boolean revoke(WorkspaceId workspace, Handle handle, long id) {
    return handle.createUpdate(REVOKE).bind("workspace", workspace.value()).bind("id", id).execute()
        == 1;
  }

  int revokeAll(WorkspaceId workspace, Handle handle, UserId user) {
    return handle
        .createUpdate(REVOKE_ALL)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .execute();
  }

  /// Ends tokens now; gives their numbers.
  List<Long> revokeKind(WorkspaceId workspace, Handle handle, UserId user, TokenKind kind) {
    return ofKind(workspace, handle.createQuery(REVOKE_KIND), user, kind);
  }

  /// Has tokens end at a time; gives their numbers.
  List<Long> expireKind(
      WorkspaceId workspace, Handle handle, UserId user, TokenKind kind, Instant at) {
    return ofKind(workspace, handle.createQuery(EXPIRE_KIND).bind("at", at), user, kind);
  }

  private static List<Long> ofKind(
      WorkspaceId workspace, Query update, UserId user, TokenKind kind) {
    return update
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bind("kind", kind.number())
        .mapTo(Long.class)
        .list();
  }

  private static StoredToken token(ResultSet row) throws SQLException {
    Timestamp expires = row.getTimestamp("expires_at");
    return new StoredToken(
        row.getShort("kind"),
        new UserId(row.getLong("user_id")),
        row.getBytes("secret_hash"),
        Set.of((String[]) row.getArray("scopes").getArray()),
        expires == null ? Principal.NEVER : expires.toInstant(),
        row.getBoolean("revoked"));
  }
}
