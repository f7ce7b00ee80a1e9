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

/// Finds public channels by what somebody types of their names, within a tenant transaction. Safe
/// for many threads.
public final class ChannelDirectory {
  /// Names are folded as [dev.parley.kernel.Folding] does, once each, for which there is `offset`.
  /// Most are plain letters already, and most lack some letter of a query or, of several words,
  /// one that begins with each: those are looked at no further.
  static final String SELECT_FOUND =
      """
      select f.id, f.name, f.topic, f.is_archived,
             exists (select from membership m
                      where m.workspace_id = :workspace and m.channel_id = f.id
                        and m.user_id = :user) as is_member
        from (select c.id, c.name, c.topic, c.archived_at is not null as is_archived,
                     case when n.folded not like :loosely
                               and (cardinality(:starts) = 1
                                    or not '-' || translate(n.folded, '_', '-')
                                           like all (:starts))
                            then 0
                          when n.folded = :letters then 6
                          when starts_with(n.folded, :letters) then 5
                          when '-' || translate(n.folded, '_', '-') like all (:starts) then 4
                          when n.folded ~ :initials then 3
                          when strpos(n.folded, :letters) > 0 then 2
                          when exists (select from generate_series(1, length(n.folded)) as start
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
               where c.workspace_id = :workspace and c.name is not null and not c.is_private
                 and (:archived or c.archived_at is null)
                 and (not :shared
                      or exists (select from membership m
                                  where m.workspace_id = c.workspace_id and m.channel_id = c.id
                                    and m.user_id = :user))) f
       where f.answers > 0
       order by f.is_archived, f.answers desc, f.name collate "C"
       limit :limit offset :skipped
      """;

  /// What folding takes away, as a regular expression of the database.
  private static final String MARKS = marks();

  private final ConversationMapper mapper;

  public ChannelDirectory(WorkspaceKeys keys) {
    this.mapper = new ConversationMapper(keys);
  }

  /// Which channels are told.
  ///
  /// @param archived whether archived ones too; they come last
  /// @param skipped how many of the best are known already
  public record Page(boolean archived, int skipped, int limit) {}

  /// The public channels that a query means, the best first: the very name, then its beginning, its
  /// words, their initials, and letters inside it. Guests find those that they are in.
  ///
  /// @param query whoever asks for more than a name can hold finds nothing
  public List<FoundChannelView> find(Handle handle, Actor reader, String query, Page page) {
    ChannelQuery asked = ChannelQuery.of(query);
    if (asked.isNothing()) {
      return List.of();
    }
    WorkspaceId workspace = reader.workspace();
    return asked
        .bindTo(handle.createQuery(SELECT_FOUND))
        .bind("workspace", workspace.value())
        .bind("user", reader.user().value())
        .bind("shared", reader.isGuest())
        .bind("archived", page.archived())
        .bind("marks", MARKS)
        .bind("limit", page.limit())
        .bind("skipped", page.skipped())
        .map((row, _) -> found(row, workspace))
        .list();
  }

  private FoundChannelView found(ResultSet row, WorkspaceId workspace) throws SQLException {
    ChannelId id = new ChannelId(row.getLong("id"));
    return new FoundChannelView(
        id,
        row.getString("name"),
        mapper.open(row, workspace, id, "topic"),
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
