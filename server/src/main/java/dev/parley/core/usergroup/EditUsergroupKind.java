package dev.parley.core.usergroup;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.UsergroupView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Commits changes of groups of people. Runs on commit threads.
public final class EditUsergroupKind extends SingleKind<EditUsergroup, UsergroupView> {
  private static final String TAKEN =
      """
      select exists (select from usergroup g
                      where g.workspace_id = k.w and g.name = k.name and g.id <> k.id),
             exists (select from usergroup g
                      where g.workspace_id = k.w and g.handle = k.handle and g.id <> k.id)
             or exists (select from user_account u
                         where u.workspace_id = k.w and u.handle = k.handle)
        from (values (?::bigint, ?::bigint, ?::text, ?::text)) as k(w, id, name, handle)
      """;

  private static final String SEEN_CHANNELS =
      """
      select count(*) from channel c
       where c.workspace_id = ? and c.id = any(?) and c.id & 3 = 1
         and (not c.is_private
              or exists (select from membership m
                          where m.workspace_id = c.workspace_id and m.channel_id = c.id
                            and m.user_id = ?))
      """;

  private static final String ACTIVE_PEOPLE =
      """
      select count(*) from user_account
       where workspace_id = ? and id = any(?) and deactivated_at is null
      """;

  private static final String INSERT =
      """
      insert into usergroup (workspace_id, id, name, handle, description, channels, created_by,
                             updated_by, created_at, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update usergroup set name = ?, handle = ?, description = ?, channels = ?, updated_by = ?,
                           updated_at = ?
       where workspace_id = ? and id = ?
      """;

  private static final String SET_DELETED =
      """
      update usergroup set deleted_by = ?, deleted_at = ?, updated_by = ?, updated_at = ?
       where workspace_id = ? and id = ?
      """;

  private static final String TOUCH =
      "update usergroup set updated_by = ?, updated_at = ? where workspace_id = ? and id = ?";

  private static final String DELETE_PEOPLE =
      "delete from usergroup_member where workspace_id = ? and usergroup_id = ?";

  private static final String INSERT_PEOPLE =
      """
      insert into usergroup_member (workspace_id, usergroup_id, user_id)
      select ?, ?, u from unnest(?::bigint[]) as u
      """;

  private final WorkspaceKeys keys;
  private final UsergroupReader reader;

  public EditUsergroupKind(WorkspaceKeys keys) {
    super(EditUsergroup.class);
    this.keys = keys;
    this.reader = new UsergroupReader(keys);
  }

  @Override
  protected UsergroupView apply(Batch batch, EditUsergroup change) throws SQLException {
    Instant now = batch.now(StreamKey.of(change.workspace()));
    switch (change.edit()) {
      case UsergroupEdit.Create create -> create(batch, change, create, now);
      case UsergroupEdit.Describe edit -> describe(batch, change, read(batch, change), edit, now);
      case UsergroupEdit.Enabled(boolean enabled) -> {
        var _ = read(batch, change);
        enable(batch, change, enabled, now);
      }
      case UsergroupEdit.People(List<UserId> users) -> {
        var _ = read(batch, change);
        people(batch, change, users, now);
      }
    }
    UsergroupView after = read(batch, change);
    EventType type =
        change.edit() instanceof UsergroupEdit.Create
            ? EventType.SUBTEAM_CREATED
            : EventType.SUBTEAM_UPDATED;
    long actor = change.actor().value();
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace())),
            new EventFact(type.number(), actor, 0, change.group().value(), 0),
            offset -> EventPublications.usergroup(offset, type, after));
    return after;
  }

  private UsergroupView read(Batch batch, EditUsergroup change) throws SQLException {
    return reader
        .inBatch(batch, change.workspace(), change.group())
        .orElseThrow(() -> new Refusal("no_such_subteam"));
  }

  private void create(Batch batch, EditUsergroup change, UsergroupEdit.Create create, Instant now)
      throws SQLException {
    requireFree(batch, change, create.name(), create.handle());
    requireSeen(batch, change, create.channels());
    long actor = change.actor().value();
    batch.update(
        INSERT,
        change.workspace().value(),
        change.group().value(),
        create.name(),
        create.handle(),
        sealed(change, create.description()),
        numbers(batch, create.channels()),
        actor,
        actor,
        now,
        now);
  }

  private void describe(
      Batch batch,
      EditUsergroup change,
      UsergroupView before,
      UsergroupEdit.Describe edit,
      Instant now)
      throws SQLException {
    String name = edit.name() == null ? before.name() : edit.name();
    String handle = edit.handle() == null ? before.handle() : edit.handle();
    String description = edit.description() == null ? before.description() : edit.description();
    requireFree(batch, change, name, handle);
    if (edit.channels() != null) {
      requireSeen(batch, change, edit.channels());
    }
    batch.update(
        UPDATE,
        name,
        handle,
        sealed(change, description),
        numbers(batch, edit.channels() == null ? before.channels() : edit.channels()),
        change.actor().value(),
        now,
        change.workspace().value(),
        change.group().value());
  }

  private static void enable(Batch batch, EditUsergroup change, boolean enabled, Instant now)
      throws SQLException {
    long actor = change.actor().value();
    batch.update(
        SET_DELETED,
        enabled ? null : actor,
        enabled ? null : now,
        actor,
        now,
        change.workspace().value(),
        change.group().value());
  }

  private static void people(Batch batch, EditUsergroup change, List<UserId> users, Instant now)
      throws SQLException {
    long workspace = change.workspace().value();
    long group = change.group().value();
    java.sql.Array ids = batch.bigints(users.stream().mapToLong(UserId::value).toArray());
    long found = batch.query(ACTIVE_PEOPLE, row -> row.getLong(1), workspace, ids).getFirst();
    if (found != users.size()) {
      throw new Refusal("invalid_users");
    }
    batch.update(DELETE_PEOPLE, workspace, group);
    batch.update(INSERT_PEOPLE, workspace, group, ids);
    batch.update(TOUCH, change.actor().value(), now, workspace, group);
  }

  private static void requireFree(Batch batch, EditUsergroup change, String name, String handle)
      throws SQLException {
    String taken =
        batch
            .query(
                TAKEN,
                row ->
                    row.getBoolean(1)
                        ? "name_already_exists"
                        : row.getBoolean(2) ? "handle_already_exists" : "",
                change.workspace().value(),
                change.group().value(),
                name,
                handle)
            .getFirst();
    if (!taken.isEmpty()) {
      throw new Refusal(taken);
    }
  }

  private static void requireSeen(Batch batch, EditUsergroup change, List<ChannelId> channels)
      throws SQLException {
    long seen =
        batch
            .query(
                SEEN_CHANNELS,
                row -> row.getLong(1),
                change.workspace().value(),
                numbers(batch, channels),
                change.actor().value())
            .getFirst();
    if (seen != channels.stream().distinct().count()) {
      throw new Refusal("invalid_channel_provided");
    }
  }

  private byte @Nullable [] sealed(EditUsergroup change, String description) {
    return description.isEmpty()
        ? null
        : keys.of(change.workspace())
            .sealText(description, UsergroupReader.place(change.workspace(), change.group()));
  }

  private static java.sql.Array numbers(Batch batch, List<ChannelId> channels) throws SQLException {
    return batch.bigints(channels.stream().mapToLong(ChannelId::value).toArray());
  }
}
