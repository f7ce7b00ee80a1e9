package dev.parley.core.membership;

import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.MarkerView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.ChangeKind;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Commits read markers; who is no member is found out by the statement that moves them. The counts
/// come from one statement, and so from one instant of the channel, which the event names as its
/// position. Runs on commit threads.
public final class MarkKind implements ChangeKind<Mark, MarkerView> {
  private static final String MOVE =
      """
      with wanted as (
        select i.n, i.w, i.c, i.u, i.forward, i.version, h.head_offset, least(i.ts, h.last_ts) as ts,
               coalesce((select x.message_no from message x
                          where x.workspace_id = i.w and x.channel_id = i.c and x.ts <= i.ts
                            and x.message_no is not null
                          order by x.ts desc limit 1), 0) as no
          from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[],
                      ?::integer[])
               with ordinality as i(w, c, u, ts, forward, version, n)
          join stream_head h on h.workspace_id = i.w and h.stream_id = i.c),
      moved as (
        update membership m
           set read_ts = g.ts, read_no = g.no,
               read_version = m.read_version + case when g.ts < m.read_ts then 1 else 0 end
          from wanted g
         where m.workspace_id = g.w and m.channel_id = g.c and m.user_id = g.u
           and ((g.ts > m.read_ts and g.version >= m.read_version)
             or (g.ts < m.read_ts and not g.forward))
        returning g.n, m.read_ts, m.read_no, m.read_version)
      select g.n, g.head_offset, m.user_id is not null, coalesce(v.read_ts, m.read_ts),
             coalesce(v.read_no, m.read_no), coalesce(v.read_version, m.read_version),
             v.n is not null,
             (select count(*) from message t
               where t.workspace_id = g.w and t.channel_id = g.c and t.deleted_ts is not null
                 and t.message_no > coalesce(v.read_no, m.read_no)),
             k.mentions, k.everybody
        from wanted g
        left join membership m
          on m.workspace_id = g.w and m.channel_id = g.c and m.user_id = g.u
        left join moved v on v.n = g.n
       cross join lateral (
         select count(*) as mentions, count(*) filter (where x.user_id = 0) as everybody
           from mention x
          where x.workspace_id = g.w and x.channel_id = g.c and x.user_id in (g.u, 0)
            and x.ts > coalesce(v.read_ts, m.read_ts) and x.thread_ts is null
                 and not (x.user_id = 0 and exists (
                   select from message a
                    where a.workspace_id = x.workspace_id and a.channel_id = x.channel_id
                      and a.ts = x.ts and a.user_id = g.u))) k
      """;

  @Override
  public Class<Mark> type() {
    return Mark.class;
  }

  @Override
  public void commit(Batch batch, List<Item<Mark, MarkerView>> items) throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(MOVE)) {
      bind(batch, statement, items.stream().map(Item::change).toList());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          settle(batch, items.get(rows.getInt(1) - 1), rows);
        }
      }
    }
    for (Item<Mark, MarkerView> item : items) {
      if (item.isOpen()) {
        item.refuse(new Refusal("channel_not_found"));
      }
    }
  }

  private static void settle(Batch batch, Item<Mark, MarkerView> item, ResultSet row)
      throws SQLException {
    if (!row.getBoolean(3)) {
      item.refuse(new Refusal("not_in_channel"));
      return;
    }
    Mark mark = item.change();
    MarkerView marker =
        new MarkerView(
            mark.channel(),
            new MessageTs(row.getLong(4)),
            row.getInt(5),
            row.getInt(6),
            batch.offsetOf(StreamKey.of(mark.workspace(), mark.channel()), row.getLong(2)),
            row.getInt(8),
            row.getInt(9),
            row.getInt(10));
    if (row.getBoolean(7)) {
      EventFact fact =
          new EventFact(
              EventType.CHANNEL_MARKED.number(),
              mark.user().value(),
              marker.ts().micros(),
              mark.channel().value(),
              marker.number());
      var _ =
          batch.append(
              batch.head(StreamKey.of(mark.workspace(), mark.user())),
              fact,
              offset -> ChannelPublications.channelMarked(offset, marker));
    }
    item.answer(marker);
  }

  private static void bind(Batch batch, PreparedStatement statement, List<Mark> marks)
      throws SQLException {
    statement.setArray(
        1, batch.bigints(marks.stream().mapToLong(m -> m.workspace().value()).toArray()));
    statement.setArray(
        2, batch.bigints(marks.stream().mapToLong(m -> m.channel().value()).toArray()));
    statement.setArray(3, batch.bigints(marks.stream().mapToLong(m -> m.user().value()).toArray()));
    statement.setArray(4, batch.bigints(marks.stream().mapToLong(m -> m.ts().micros()).toArray()));
    List<Boolean> forward = new ArrayList<>(marks.stream().map(Mark::forwardOnly).toList());
    statement.setArray(5, batch.array("bool", forward.toArray()));
    Object[] versions = marks.stream().map(Mark::version).toArray();
    statement.setArray(6, batch.array("int4", versions));
  }
}
