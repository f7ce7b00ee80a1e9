package dev.parley.core.identity;

import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.Sealer;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Identities and the accounts they have. Within a transaction of the directory.
final class IdentityStore {
  private static final String FIND =
      "select id, password_hash from identity where email_hmac = :digest";

  private static final String INSERT =
      """
      insert into identity (id, email_hmac, email, password_hash)
      values (:identity, :digest, :email, :password)
      on conflict (email_hmac) do nothing
      """;

  private static final String SET_PASSWORD =
      "update identity set password_hash = :password where id = :identity";

  private static final String ACCOUNTS =
      "select workspace_id, user_id from identity_user where identity_id = :identity";

  private static final String LINK =
      """
      insert into identity_user (identity_id, workspace_id, user_id)
      values (:identity, :workspace, :user)
      on conflict (identity_id, workspace_id) do nothing
      """;

  private final Sealer sealer;

  /// @param sealer the deployment's own
  IdentityStore(Sealer sealer) {
    this.sealer = sealer;
  }

  /// An identity's row.
  record StoredIdentity(long id, @Nullable String passwordHash) {
    /// Hides the hash.
    @Override
    public String toString() {
      return "StoredIdentity[" + id + "]";
    }
  }

  /// An account of an identity.
  record Account(WorkspaceId workspace, UserId user) {}

  Optional<StoredIdentity> find(Handle handle, EmailAddress email) {
    return handle
        .createQuery(FIND)
        .bind("digest", digest(email))
        .map((row, _) -> new StoredIdentity(row.getLong("id"), row.getString("password_hash")))
        .findOne();
  }

  void insert(Handle handle, long id, EmailAddress email, @Nullable String passwordHash) {
    var _ =
        handle
            .createUpdate(INSERT)
            .bind("identity", id)
            .bind("digest", digest(email))
            .bind("email", sealer.sealText(email.value(), Sealer.place("identity.email", id)))
            .bind("password", passwordHash)
            .execute();
  }

  void setPassword(Handle handle, long identity, String passwordHash) {
    var _ =
        handle
            .createUpdate(SET_PASSWORD)
            .bind("identity", identity)
            .bind("password", passwordHash)
            .execute();
  }

  List<Account> accounts(Handle handle, long identity) {
    return handle
        .createQuery(ACCOUNTS)
        .bind("identity", identity)
        .map(
            (row, _) ->
                new Account(
                    new WorkspaceId(row.getLong("workspace_id")),
                    new UserId(row.getLong("user_id"))))
        .list();
  }

  void link(Handle handle, long identity, WorkspaceId workspace, UserId user) {
    var _ =
        handle
            .createUpdate(LINK)
            .bind("identity", identity)
            .bind("workspace", workspace.value())
            .bind("user", user.value())
            .execute();
  }

  byte[] digest(EmailAddress email) {
    return sealer.digest("identity/" + email.value());
  }
}
