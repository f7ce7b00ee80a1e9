package dev.parley.core.channel;

import dev.parley.core.access.Actor;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.FoundChannelView;
import dev.parley.storage.keys.WorkspaceKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Tells public channels: all of them, or those that somebody means by what they type of their
/// names, within a tenant transaction. Safe for many threads.
public final class ChannelDirectory {
  /// All of them by name, read by the index `channel_title` from the place on, and no further than
  /// the page. `offset` keeps the planner from looking up all of the reader's channels at once: of
  /// a generic plan it takes them to be few.
  static final String SELECT_BY_NAME =
      """
      select c.id, c.name, c.topic, c.purpose, c.member_count, 1 as rank,
             c.archived_at is not null as is_archived,
             exists (select from membership m
                      where m.workspace_id = :workspace and m.channel_id = c.id
                        and m.user_id = :user
                     offset 0) as is_member
        from channel c
       where c.workspace_id = :workspace and c.name is not null and not c.is_private
         and (c.archived_at is not null) between (not :current) and :archived
         and (c.archived_at is not null, c.name collate title_order, c.name collate "C")
             > (:after_archived, :after_name, :after_name)
         and (not (:mine or :other)
              or :mine = exists (select from membership m
                                  where m.workspace_id = :workspace and m.channel_id = c.id
                                    and m.user_id = :user
                                 offset 0))
       order by c.archived_at is not null, c.name collate title_order, c.name collate "C"
       limit :limit
      """;

  /// Names are folded as [dev.parley.kernel.Folding] does, once each, for which there is `offset`.
  /// Most are plain letters already, and most lack some letter of a query or, of several words,
  /// one that begins with each: those are looked at no further. What is equally good stands by its
  /// name.
  static final String SELECT_FOUND =
      """
      select f.id, f.name, f.topic, f.purpose, f.member_count, f.is_archived, f.rank,
             exists (select from membership m
                      where m.workspace_id = :workspace and m.channel_id = f.id
                        and m.user_id = :user
                     offset 0) as is_member
        from (select a.id, a.name, a.topic, a.purpose, a.member_count, a.is_archived,
                     case when :order = 'MEMBERS' then a.member_count
                          when :order = 'NEWEST'
                            then cast(floor(extract(epoch from a.created_at)) as bigint)
                          else a.answers end as rank
                from (select c.id, c.name, c.topic, c.purpose, c.member_count, c.created_at,
                             c.archived_at is not null as is_archived,
                             case when :all then 1
                                  when n.folded not like :loosely
                                       and (cardinality(:starts) = 1
                                            or not '-' || translate(n.folded, '_', '-')
                                                   like all (:starts))
                                    then 0
                                  when n.folded = :letters then 6
                                  when starts_with(n.folded, :letters) then 5
                                  when '-' || translate(n.folded, '_', '-') like all (:starts)
                                    then 4
                                  when n.folded ~ :initials then 3
                                  when strpos(n.folded, :letters) > 0 then 2
                                  when exists (select from generate_series(1, length(n.folded))
                                                        as start
                                                where substr(n.folded, start, :most) like :near)
                                    then 1
                                  else 0 end as answers
                        from channel c
                       cross join lateral (
                         select case when octet_length(c.name) = length(c.name) then c.name
                                     else regexp_replace(
                                       normalize(replace(c.name, 'ß', 'ss'), nfkd), :marks, '', 'g')
                                end as folded
                         offset 0) n
                       where c.workspace_id = :workspace and c.name is not null
                         and not c.is_private
                         and (:archived or c.archived_at is null)
                         and (:current or c.archived_at is not null)
                         and (not (:mine or :other)
                              or :mine = exists (select from membership m
                                                  where m.workspace_id = c.workspace_id
                                                    and m.channel_id = c.id
                                                    and m.user_id = :user))) a
               where a.answers > 0) f
       where (f.is_archived, -f.rank, f.name collate title_order, f.name collate "C")
             > (:after_archived, -:after_rank, :after_name, :after_name)
       order by f.is_archived, -f.rank, f.name collate title_order, f.name collate "C"
       limit :limit
      """;

  /// What folding takes away, as a regular expression of the database.
  private static final String MARKS = marks();

  private final ConversationMapper mapper;

  public ChannelDirectory(WorkspaceKeys keys) {
    this.mapper = new ConversationMapper(keys);
  }

  /// Which of the channels are told, besides what they are called.
  public enum Kind {
    ANY,
    /// That the reader is in.
    MINE,
    /// That the reader is not in.
    OTHER,
    ARCHIVED
  }

  /// What stands first; archived ones stand last in each.
  public enum Order {
    BEST,
    MEMBERS,
    NEWEST
  }

  /// Which channels are told, and from where on.
  ///
  /// @param archived whether archived ones too
  public record Page(Kind kind, boolean archived, Order order, ChannelPlace after, int limit) {}

  /// @param next after which the rest stands; nothing if there is none
  public record Found(List<FoundChannelView> channels, @Nullable ChannelPlace next) {}

  private record Row(FoundChannelView channel, ChannelPlace place) {}

  /// The public channels that a query means, the best first unless another order is asked for: the
  /// very name, then its beginning, its words, their initials, and letters inside it. Guests find
  /// those that they are in. Pages go on after the last channel that was told: what comes or goes
  /// before it moves none of the others.
  ///
  /// @param query whoever asks for more than a name can hold finds nothing; without one all are
  ///     told, by their names
  public Found find(Handle handle, Actor reader, @Nullable String query, Page page) {
    ChannelQuery asked = ChannelQuery.of(query == null ? "" : query);
    boolean asksForNothing = query != null && asked.isNothing();
    if (asksForNothing || (reader.isGuest() && page.kind() == Kind.OTHER)) {
      return new Found(List.of(), null);
    }
    WorkspaceId workspace = reader.workspace();
    Query statement =
        query == null && page.order() == Order.BEST
            ? handle.createQuery(SELECT_BY_NAME)
            : asked
                .bindTo(handle.createQuery(SELECT_FOUND))
                .bind("all", query == null)
                .bind("order", page.order().name())
                .bind("marks", MARKS)
                .bind("after_rank", page.after().rank());
    List<Row> rows =
        statement
            .bind("workspace", workspace.value())
            .bind("user", reader.user().value())
            .bind("mine", reader.isGuest() || page.kind() == Kind.MINE)
            .bind("other", page.kind() == Kind.OTHER)
            .bind("archived", page.archived())
            .bind("current", page.kind() != Kind.ARCHIVED)
            .bind("after_archived", page.after().archived())
            .bind("after_name", page.after().name())
            .bind("limit", page.limit() + 1)
            .map((row, _) -> row(row, workspace))
            .list();
    List<Row> told = rows.subList(0, Math.min(rows.size(), page.limit()));
    return new Found(
        told.stream().map(Row::channel).toList(),
        told.size() == rows.size() ? null : told.getLast().place());
  }

  private Row row(ResultSet row, WorkspaceId workspace) throws SQLException {
    FoundChannelView channel = found(row, workspace);
    return new Row(
        channel, new ChannelPlace(channel.isArchived(), row.getLong("rank"), channel.name()));
  }

  private FoundChannelView found(ResultSet row, WorkspaceId workspace) throws SQLException {
    ChannelId id = new ChannelId(row.getLong("id"));
    return new FoundChannelView(
        id,
        row.getString("name"),
        mapper.open(row, workspace, id, "topic"),
        mapper.open(row, workspace, id, "purpose"),
        row.getInt("member_count"),
        row.getBoolean("is_archived"),
        row.getBoolean("is_member"));
  }

  private static String marks() {
    StringBuilder ranges = new StringBuilder("[");
    int[] marks =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(ChannelDirectory::isMark)
            .toArray();
    for (int at = 0; at < marks.length; at++) {
      ranges.appendCodePoint(marks[at]);
      int last = at;
      while (last + 1 < marks.length && marks[last + 1] == marks[last] + 1) {
        last++;
      }
      if (last > at) {
        ranges.append('-').appendCodePoint(marks[last]);
        at = last;
      }
    }
    return ranges.append("]+").toString();
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
