package dev.parley.core.thread;

import dev.parley.core.event.EventType;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.ThreadMarkerView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Tells people how they stand in a thread.
final class ThreadMarkers {
  private static final String READ =
      """
      select i.n, f.following, f.read_ts, f.read_no, m.reply_no, h.head_offset,
             (select count(*) from message r
               where r.workspace_id = i.w and r.channel_id = i.c and r.thread_ts = i.t
                 and r.deleted_ts is not null and r.ts > f.read_ts and r.ts <> i.t)
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
             with ordinality as i(w, c, t, u, n)
        join thread_follower f on f.workspace_id = i.w and f.channel_id = i.c
             and f.thread_ts = i.t and f.user_id = i.u
        join membership k on k.workspace_id = i.w and k.channel_id = i.c and k.user_id = i.u
        join message m on m.workspace_id = i.w and m.channel_id = i.c and m.ts = i.t
        join stream_head h on h.workspace_id = i.w and h.stream_id = i.c
       order by i.n
      """;

  private ThreadMarkers() {}

  /// Appends an event to the own stream of each one who is in the channel. The batch holds them.
  static void tell(Batch batch, List<ThreadRows.Person> people) throws SQLException {
    if (people.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(READ)) {
      ThreadRows.bind(batch, statement, 1, people.stream().map(ThreadRows.Person::thread).toList());
      statement.setArray(
          4, batch.bigints(people.stream().mapToLong(p -> p.user().value()).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          append(batch, people.get(rows.getInt(1) - 1), rows);
        }
      }
    }
  }

  private static void append(Batch batch, ThreadRows.Person person, ResultSet row)
      throws SQLException {
    ThreadKey thread = person.thread();
    StreamKey channel = StreamKey.of(thread.workspace(), thread.channel());
    ThreadMarkerView marker =
        new ThreadMarkerView(
            thread.channel(),
            thread.root(),
            row.getBoolean(2),
            new MessageTs(row.getLong(3)),
            row.getInt(4),
            row.getInt(5),
            row.getInt(7),
            batch.offsetOf(channel, row.getLong(6)));
    EventFact fact =
        new EventFact(
            EventType.THREAD_MARKED.number(),
            person.user().value(),
            thread.root().micros(),
            thread.channel().value(),
            0);
    var _ =
        batch.append(
            batch.head(StreamKey.of(thread.workspace(), person.user())),
            fact,
            offset -> ThreadEvents.marked(offset, marker));
  }
}
