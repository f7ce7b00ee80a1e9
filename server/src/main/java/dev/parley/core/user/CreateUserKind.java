package dev.parley.core.user;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.AppId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.CheckedKind;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import dev.parley.storage.writer.Item;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Commits new accounts. Runs on commit threads.
public final class CreateUserKind extends CheckedKind<CreateUser, UserView> {
  private static final String TAKEN =
      """
      select exists (select 1 from user_account u
                      where u.workspace_id = i.w and u.handle = i.handle),
             exists (select 1 from user_account u
                      where u.workspace_id = i.w and u.email_hmac = i.digest)
        from unnest(?::bigint[], ?::text[], ?::bytea[]) with ordinality as i(w, handle, digest, n)
       order by i.n
      """;

  private static final String INSERT =
      """
      insert into user_account (workspace_id, id, identity_id, handle, display_name, role, is_bot,
                                app_id, email, email_hmac, profile, created_at, updated_at)
      select w, id, nullif(identity, 0), handle, display, role, bot, nullif(app, 0), email,
             digest, profile, t, t
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::smallint[],
                    ?::boolean[], ?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[])
               as i(w, id, identity, handle, display, role, bot, app, email, digest, profile),
             (select ?::timestamptz as t) as now
      """;

  public CreateUserKind() {
    super(CreateUser.class);
  }

  @Override
  protected void admit(Batch batch, List<Item<CreateUser, UserView>> items) throws SQLException {
    List<CreateUser> changes = items.stream().map(Item::change).toList();
    try (PreparedStatement statement = batch.connection().prepareStatement(TAKEN)) {
      statement.setArray(1, numbers(batch, changes, change -> change.workspace().value()));
      statement.setArray(2, values(batch, "text", changes, change -> change.user().handle()));
      statement.setArray(3, bytes(batch, changes, change -> change.sealed().emailDigest()));
      try (ResultSet rows = statement.executeQuery()) {
        for (Item<CreateUser, UserView> item : items) {
          rows.next();
          if (rows.getBoolean(1)) {
            item.refuse(new Refusal("username_taken"));
          } else if (rows.getBoolean(2)) {
            item.refuse(new Refusal("email_taken"));
          }
        }
      }
    }
  }

  @Override
  protected void write(Batch batch, List<Item<CreateUser, UserView>> items) throws SQLException {
    Instant now = batch.now();
    List<CreateUser> changes = items.stream().map(Item::change).toList();
    insert(batch, changes, now);
    for (Item<CreateUser, UserView> item : items) {
      CreateUser change = item.change();
      StreamKey workspaceStream = StreamKey.of(change.workspace());
      Head head =
          change.firstOfWorkspace()
              ? batch.createStream(workspaceStream)
              : batch.head(workspaceStream);
      var _ = batch.createStream(StreamKey.of(change.workspace(), change.id()));
      UserView view = view(change, now);
      long id = change.id().value();
      var _ =
          batch.append(
              head,
              new EventFact(EventType.USER_JOINED.number(), id, 0, id, 0),
              offset -> EventPublications.user(offset, EventType.USER_JOINED, view.withoutEmail()));
      item.answer(view);
    }
  }

  private static void insert(Batch batch, List<CreateUser> changes, Instant now)
      throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(INSERT)) {
      statement.setArray(1, numbers(batch, changes, change -> change.workspace().value()));
      statement.setArray(2, numbers(batch, changes, change -> change.id().value()));
      statement.setArray(3, numbers(batch, changes, change -> change.user().identity()));
      statement.setArray(4, values(batch, "text", changes, change -> change.user().handle()));
      statement.setArray(5, values(batch, "text", changes, change -> change.user().displayName()));
      statement.setArray(
          6, values(batch, "int2", changes, change -> change.user().role().number()));
      statement.setArray(7, values(batch, "bool", changes, change -> change.user().isBot()));
      statement.setArray(8, numbers(batch, changes, CreateUserKind::app));
      statement.setArray(9, bytes(batch, changes, change -> change.sealed().email()));
      statement.setArray(10, bytes(batch, changes, change -> change.sealed().emailDigest()));
      statement.setArray(11, bytes(batch, changes, change -> change.sealed().profile()));
      statement.setTimestamp(12, Timestamp.from(now));
      statement.execute();
    }
  }

  private static long app(CreateUser change) {
    AppId app = change.user().app();
    return app == null ? 0 : app.value();
  }

  private static UserView view(CreateUser change, Instant now) {
    NewUser user = change.user();
    return new UserView(
        change.workspace(),
        change.id(),
        user.handle(),
        user.displayName(),
        user.profile(),
        UserStore.standing(user.role()),
        user.isBot(),
        user.app(),
        false,
        now,
        user.email() == null ? null : user.email().value(),
        null);
  }

  private static Array numbers(
      Batch batch, List<CreateUser> changes, ToLongFunction<CreateUser> number)
      throws SQLException {
    return batch.bigints(changes.stream().mapToLong(number).toArray());
  }

  private static Array values(
      Batch batch, String type, List<CreateUser> changes, Function<CreateUser, Object> value)
      throws SQLException {
    return batch.array(type, changes.stream().map(value).toArray());
  }

  /// Bytes, with null for those that are empty.
  private static Array bytes(
      Batch batch, List<CreateUser> changes, Function<CreateUser, byte[]> value)
      throws SQLException {
    byte @Nullable [][] all = new byte[changes.size()][];
    for (int i = 0; i < all.length; i++) {
      byte[] one = value.apply(changes.get(i));
      all[i] = one.length == 0 ? null : one;
    }
    return batch.array("bytea", all);
  }
}
