package dev.parley.core.star;

import dev.parley.core.access.Actor;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads what people saved for later, within a tenant transaction.
public final class StarReader {
  static final String SELECT_OF_PERSON =
      """
      select s.id, s.channel_id, s.ts, s.created_at
        from star s
        join channel c on c.workspace_id = s.workspace_id and c.id = s.channel_id
        left join message m on m.workspace_id = s.workspace_id and m.channel_id = s.channel_id
             and m.ts = s.ts and m.deleted_ts is null
       where s.workspace_id = :workspace and s.user_id = :reader and s.id < :latest
         and (s.ts = 0 or m.ts is not null)
         and (:public and not c.is_private
              or exists (select from membership a
                          where a.workspace_id = s.workspace_id and a.channel_id = s.channel_id
                            and a.user_id = s.user_id))
       order by s.id desc limit :limit
      """;

  private StarReader() {}

  /// Something that somebody saved.
  ///
  /// @param ts the message, or [MessageTs#ZERO] for the conversation as a whole
  public record Starred(long id, ChannelId channel, MessageTs ts, Instant at) {}

  /// What somebody saved and may still see, the newest first. What was deleted is left out.
  ///
  /// @param before the last id that was seen, or the greatest number
  public static List<Starred> of(Handle handle, Actor reader, long before, int limit) {
    return handle
        .createQuery(SELECT_OF_PERSON)
        .bind("workspace", reader.workspace().value())
        .bind("reader", reader.user().value())
        .bind("latest", before)
        .bind("public", !reader.isGuest())
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Starred(
                    row.getLong(1),
                    new ChannelId(row.getLong(2)),
                    new MessageTs(row.getLong(3)),
                    row.getTimestamp(4).toInstant()))
        .list();
  }
}
