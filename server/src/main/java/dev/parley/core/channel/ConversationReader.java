package dev.parley.core.channel;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads conversations as people see them, within a tenant transaction. Safe for many threads.
public final class ConversationReader {
  static final String CHANNEL_COLUMNS =
      """
      c.id, c.name, c.is_private, c.is_general, c.creator_id, c.topic, c.purpose, c.member_count,
      c.created_at, c.updated_at, c.archived_at, c.posting_role, c.reply_role, c.posters,
      c.topic_by, c.topic_at, c.purpose_by, c.purpose_at,
      case when c.member_key is not null then
        (select array_agg(o.user_id order by o.user_id) from membership o
          where o.workspace_id = c.workspace_id and o.channel_id = c.id and o.user_id <> :user)
      end as others,
      case when c.id & 3 = 3 then
        (select string_agg(a.handle, '--' order by a.handle collate "C") from membership o
           join user_account a on a.workspace_id = o.workspace_id and a.id = o.user_id
          where o.workspace_id = c.workspace_id and o.channel_id = c.id)
      end as handles,
      c.id & 3 = 2 and exists (
        select from membership o
          join user_account a on a.workspace_id = o.workspace_id and a.id = o.user_id
         where o.workspace_id = c.workspace_id and o.channel_id = c.id
           and a.deactivated_at is not null) as has_gone_other
      """;

  static final String MEMBERSHIPS =
      "select "
          + CHANNEL_COLUMNS
          + """
          , true as is_member, h.head_offset, h.message_no, h.last_ts,
          m.read_ts, m.read_no, m.read_version, coalesce(m.closed_ts, -1) as closed_ts,
          (select count(*) from message t
            where t.workspace_id = m.workspace_id and t.channel_id = m.channel_id
              and t.deleted_ts is not null and t.message_no > m.read_no) as deleted_after,
          m.muted, n.mention_count, n.everybody_count
             from membership m
             join channel c on c.workspace_id = m.workspace_id and c.id = m.channel_id
             join stream_head h
               on h.workspace_id = m.workspace_id and h.stream_id = m.channel_id
            cross join lateral (
              select count(*) as mention_count,
                     count(*) filter (where x.user_id = 0) as everybody_count
                from mention x
               where x.workspace_id = m.workspace_id and x.channel_id = m.channel_id
                 and x.user_id in (m.user_id, 0) and x.ts > m.read_ts
                 and x.thread_ts is null
                 and not (x.user_id = 0 and exists (
                   select from message a
                    where a.workspace_id = x.workspace_id and a.channel_id = x.channel_id
                      and a.ts = x.ts and a.user_id = m.user_id))) n
            where m.workspace_id = :workspace and m.user_id = :user
          """;

  static final String SELECT_MINE = MEMBERSHIPS + " order by c.id";

  static final String SELECT_SOME_OF_MINE =
      MEMBERSHIPS + " and m.channel_id = any(:channels) order by c.id";

  static final String SELECT_CHANNEL =
      "select "
          + CHANNEL_COLUMNS
          + """
          , exists (select from membership m
                     where m.workspace_id = c.workspace_id and m.channel_id = c.id
                       and m.user_id = :user) as is_member
             from channel c
            where c.workspace_id = :workspace and c.id = :channel
              and (exists (select from membership m
                            where m.workspace_id = c.workspace_id and m.channel_id = c.id
                              and m.user_id = :user)
                   or not exists (select from user_account g
                                   where g.workspace_id = c.workspace_id and g.id = :user
                                     and g.role = 5))
          """;

  static final String SELECT_IN_BATCH = SELECT_CHANNEL.replaceAll(":(user|workspace|channel)", "?");

  static final String SELECT_PAGE =
      "select "
          + CHANNEL_COLUMNS
          + """
          , m.user_id is not null as is_member
             from channel c
             left join membership m on m.workspace_id = c.workspace_id and m.channel_id = c.id
                   and m.user_id = :user
            where c.workspace_id = :workspace and c.id > :after
              and (:archived or c.archived_at is null)
              and case when c.id & 3 = 2 then :direct and m.user_id is not null
                       when c.id & 3 = 3 then :group and m.user_id is not null
                       when c.is_private then :private and m.user_id is not null
                       else :public end
            order by c.id limit :limit
          """;

  static final String SELECT_PAGE_OF =
      "select "
          + CHANNEL_COLUMNS
          + """
          , m.user_id is not null as is_member
             from membership o
             join channel c on c.workspace_id = o.workspace_id and c.id = o.channel_id
             left join membership m on m.workspace_id = c.workspace_id and m.channel_id = c.id
                   and m.user_id = :user
            where o.workspace_id = :workspace and o.user_id = :of and c.id > :after
              and not (o.muted and :unmuted)
              and (:archived or c.archived_at is null)
              and case when c.id & 3 = 2 then :direct and m.user_id is not null
                       when c.id & 3 = 3 then :group and m.user_id is not null
                       when c.is_private then :private and m.user_id is not null
                       else :public and (m.user_id is not null or not :shared) end
            order by c.id limit :limit
          """;

  static final String SELECT_NAMED =
      """
      select c.id from channel c
       where c.workspace_id = :workspace and c.name = :name
      union
      select c.id from channel c
       where c.workspace_id = :workspace and c.id = :channel and c.member_key is null
      """;

  /// Guests know of no channel that they are not in.
  static final String SELECT_VISIBLE_NAMED =
      """
      select c.name, c.id from channel c
       where c.workspace_id = :workspace and c.name = any(:names)
         and (exists (select from membership m
                       where m.workspace_id = c.workspace_id and m.channel_id = c.id
                         and m.user_id = :user)
              or not c.is_private
                 and not exists (select from user_account g
                                  where g.workspace_id = c.workspace_id and g.id = :user
                                    and g.role = 5))
      """;

  private final ConversationMapper mapper;

  public ConversationReader(WorkspaceKeys keys) {
    this.mapper = new ConversationMapper(keys);
  }

  /// What [#page] lists.
  public record Filter(
      boolean publicChannels,
      boolean privateChannels,
      boolean groupMessages,
      boolean directMessages,
      boolean archived) {}

  /// Whose conversations [#pageOf] lists.
  ///
  /// @param onlyShared whether of public channels too only those in which the reader is as well
  /// @param onlyUnmuted whether to leave out what that person has muted
  public record Of(UserId user, boolean onlyShared, boolean onlyUnmuted) {}

  /// Every conversation the person is in.
  public List<ConversationView> mine(Handle handle, WorkspaceId workspace, UserId user) {
    return handle
        .createQuery(SELECT_MINE)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .map((row, _) -> mapper.conversation(row, workspace))
        .list();
  }

  /// Those of some conversations that the person is in.
  public List<ConversationView> mine(
      Handle handle, WorkspaceId workspace, UserId user, Collection<ChannelId> channels) {
    return handle
        .createQuery(SELECT_SOME_OF_MINE)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bindArray("channels", Long.class, channels.stream().map(ChannelId::value).toArray())
        .map((row, _) -> mapper.conversation(row, workspace))
        .list();
  }

  /// A conversation as such, whoever may see it; empty if there is none by this id, or if the
  /// person is a guest who is not in it.
  public Optional<ChannelView> channel(
      Handle handle, WorkspaceId workspace, UserId user, ChannelId channel) {
    return handle
        .createQuery(SELECT_CHANNEL)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bind("channel", channel.value())
        .map((row, _) -> mapper.channel(row, workspace))
        .findOne();
  }

  /// The same, as a batch of the commit loop sees it.
  public Optional<ChannelView> channel(
      Batch batch, WorkspaceId workspace, UserId user, ChannelId channel) throws SQLException {
    return batch
        .query(
            SELECT_IN_BATCH,
            row -> mapper.channel(row, workspace),
            user.value(),
            user.value(),
            workspace.value(),
            channel.value(),
            user.value(),
            user.value())
        .stream()
        .findFirst();
  }

  /// The channel of a name or of a written id, whoever may see it; never a direct message.
  public Optional<ChannelId> named(Handle handle, WorkspaceId workspace, String name) {
    return handle
        .createQuery(SELECT_NAMED)
        .bind("workspace", workspace.value())
        .bind("name", name)
        .bind("channel", ChannelId.parse(name).map(ChannelId::value).orElse(0L))
        .mapTo(Long.class)
        .findFirst()
        .map(ChannelId::new);
  }

  /// The channels of some names that the person may see, by their names.
  public Map<String, ChannelId> named(
      Handle handle, WorkspaceId workspace, UserId user, Collection<String> names) {
    return handle
        .createQuery(SELECT_VISIBLE_NAMED)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bindArray("names", String.class, names.toArray())
        .map((row, _) -> Map.entry(row.getString(1), new ChannelId(row.getLong(2))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Conversations the person may see, in order of id after a given one.
  public List<ChannelView> page(
      Handle handle, WorkspaceId workspace, UserId user, Filter filter, long after, int limit) {
    return page(handle.createQuery(SELECT_PAGE), workspace, user, filter, after, limit);
  }

  /// The conversations that somebody is in, as far as another person may see them.
  public List<ChannelView> pageOf(
      Handle handle,
      WorkspaceId workspace,
      UserId reader,
      Of of,
      Filter filter,
      long after,
      int limit) {
    Query query =
        handle
            .createQuery(SELECT_PAGE_OF)
            .bind("of", of.user().value())
            .bind("shared", of.onlyShared())
            .bind("unmuted", of.onlyUnmuted());
    return page(query, workspace, reader, filter, after, limit);
  }

  private List<ChannelView> page(
      Query query, WorkspaceId workspace, UserId user, Filter filter, long after, int limit) {
    return query
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bind("after", after)
        .bind("public", filter.publicChannels())
        .bind("private", filter.privateChannels())
        .bind("group", filter.groupMessages())
        .bind("direct", filter.directMessages())
        .bind("archived", filter.archived())
        .bind("limit", limit)
        .map((row, _) -> mapper.channel(row, workspace))
        .list();
  }
}
