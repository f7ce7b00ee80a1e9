package dev.parley.core.reaction;

import dev.parley.core.access.Actor;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ReactionView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Reads reactions within a tenant transaction, for whoever has made sure that the reader may see
/// the channel.
public final class ReactionReader {
  static final String SELECT_OF_MESSAGES =
      """
      select ts, name, user_id, id, removed from reaction
       where workspace_id = :workspace and channel_id = :channel and ts = any(:tss)
       order by id
      """;

  static final String SELECT_OF_PLACES =
      """
      select r.channel_id, r.ts, r.name, r.user_id, r.id, r.removed
        from unnest(cast(:channels as bigint[]), cast(:tss as bigint[])) as k(c, t)
        join reaction r on r.workspace_id = :workspace and r.channel_id = k.c and r.ts = k.t
       order by r.id
      """;

  static final String SELECT_OF_PERSON =
      """
      select x.channel_id, x.ts
        from reaction x
        join channel c on c.workspace_id = x.workspace_id and c.id = x.channel_id
       where x.workspace_id = :workspace and x.user_id = :user and not x.removed
         and (:public and not c.is_private
              or exists (select from membership m
                          where m.workspace_id = x.workspace_id and m.channel_id = x.channel_id
                            and m.user_id = :reader))
       order by x.id desc limit :limit
      """;

  private ReactionReader() {}

  /// A message of a conversation.
  public record Place(ChannelId channel, MessageTs ts) {}

  /// A reaction as it is stored, taken away or not.
  record Row(long id, Place place, String name, UserId user, boolean isRemoved) {
    MessageTs ts() {
      return place.ts();
    }
  }

  /// What people put on some messages of a channel; those with nothing are left out.
  public static Map<MessageTs, List<ReactionView>> of(
      Handle handle, WorkspaceId workspace, ChannelId channel, Collection<MessageTs> tss) {
    return gathered(rows(handle, workspace, channel, tss), Row::ts);
  }

  /// What people put on some messages of several channels; those with nothing are left out.
  public static Map<Place, List<ReactionView>> of(
      Handle handle, WorkspaceId workspace, Collection<Place> places) {
    List<Row> rows =
        handle
            .createQuery(SELECT_OF_PLACES)
            .bind("workspace", workspace.value())
            .bindArray(
                "channels", Long.class, places.stream().map(p -> p.channel().value()).toArray())
            .bindArray("tss", Long.class, places.stream().map(p -> p.ts().micros()).toArray())
            .map((row, _) -> row(row, new ChannelId(row.getLong("channel_id"))))
            .list();
    return gathered(rows, Row::place);
  }

  private static <K> Map<K, List<ReactionView>> gathered(List<Row> rows, Function<Row, K> key) {
    Map<K, Map<String, List<UserId>>> users = new LinkedHashMap<>();
    for (Row row : rows) {
      if (!row.isRemoved()) {
        users
            .computeIfAbsent(key.apply(row), _ -> new LinkedHashMap<>())
            .computeIfAbsent(row.name(), _ -> new ArrayList<>())
            .add(row.user());
      }
    }
    Map<K, List<ReactionView>> reactions = new LinkedHashMap<>();
    users.forEach(
        (of, byName) ->
            reactions.put(
                of,
                byName.entrySet().stream()
                    .map(entry -> new ReactionView(entry.getKey(), entry.getValue()))
                    .toList()));
    return reactions;
  }

  /// The rows of some messages, in the order in which the reactions were made.
  static List<Row> rows(
      Handle handle, WorkspaceId workspace, ChannelId channel, Collection<MessageTs> tss) {
    return handle
        .createQuery(SELECT_OF_MESSAGES)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bindArray("tss", Long.class, tss.stream().map(MessageTs::micros).toArray())
        .map((row, _) -> row(row, channel))
        .list();
  }

  private static Row row(ResultSet row, ChannelId channel) throws SQLException {
    return new Row(
        row.getLong("id"),
        new Place(channel, new MessageTs(row.getLong("ts"))),
        row.getString("name"),
        new UserId(row.getLong("user_id")),
        row.getBoolean("removed"));
  }

  /// Messages to which somebody reacted and which the reader may see, by the newest reaction; a
  /// message to which they reacted by several emoji comes several times.
  public static List<Place> ofPerson(Handle handle, Actor reader, UserId user, int limit) {
    return handle
        .createQuery(SELECT_OF_PERSON)
        .bind("workspace", reader.workspace().value())
        .bind("user", user.value())
        .bind("reader", reader.user().value())
        .bind("public", !reader.isGuest())
        .bind("limit", limit)
        .map((row, _) -> new Place(new ChannelId(row.getLong(1)), new MessageTs(row.getLong(2))))
        .list();
  }
}
