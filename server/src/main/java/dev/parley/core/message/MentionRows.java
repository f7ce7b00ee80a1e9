package dev.parley.core.message;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MarkerView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The rows and events by which people learn that a message names them, collected over a batch.
/// Only members of the channel get one; user 0 stands for everybody. Belongs to one commit
/// thread.
final class MentionRows {
  private static final String MEMBERS =
      """
      select i.n
        from unnest(?::bigint[], ?::bigint[], ?::bigint[]) with ordinality as i(w, c, u, n)
        join membership m on m.workspace_id = i.w and m.channel_id = i.c and m.user_id = i.u
      """;

  private static final String INSERT =
      """
      insert into mention (workspace_id, channel_id, user_id, ts, thread_ts)
      select w, c, u, ts, nullif(t, 0)
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
          as i(w, c, u, ts, t)
      on conflict do nothing
      """;

  private static final String DELETE =
      """
      delete from mention x
       using unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as i(w, c, u, ts)
       where x.workspace_id = i.w and x.channel_id = i.c and x.user_id = i.u and x.ts = i.ts
      """;

  private static final String MARKERS =
      """
      select i.n, m.read_ts, m.read_no, m.read_version,
             (select count(*) from message t
               where t.workspace_id = i.w and t.channel_id = i.c and t.deleted_ts is not null
                 and t.message_no > m.read_no),
             k.mentions, k.everybody
        from unnest(?::bigint[], ?::bigint[], ?::bigint[]) with ordinality as i(w, c, u, n)
        join membership m on m.workspace_id = i.w and m.channel_id = i.c and m.user_id = i.u
       cross join lateral (
         select count(*) as mentions, count(*) filter (where x.user_id = 0) as everybody
           from mention x
          where x.workspace_id = i.w and x.channel_id = i.c and x.user_id in (i.u, 0)
            and x.ts > m.read_ts and x.thread_ts is null
                 and not (x.user_id = 0 and exists (
                   select from message a
                    where a.workspace_id = x.workspace_id and a.channel_id = x.channel_id
                      and a.ts = x.ts and a.user_id = i.u))) k
      """;

  private final Batch batch;
  private final List<Row> added = new ArrayList<>();
  private final List<Row> removed = new ArrayList<>();

  MentionRows(Batch batch) {
    this.batch = batch;
  }

  /// @param thread the root if the message is in a thread only, else [MessageTs#ZERO]
  private record Row(
      WorkspaceId workspace, ChannelId channel, long user, MessageTs ts, MessageTs thread) {}

  /// A new post's mentions; naming oneself counts for nothing.
  void add(Post post, MessageTs ts) {
    Post.Answer answer = post.thread();
    MessageTs thread = answer == null || answer.isBroadcast() ? MessageTs.ZERO : answer.root();
    for (UserId user : post.mentions().people()) {
      if (!user.equals(post.author())) {
        added.add(new Row(post.workspace(), post.channel(), user.value(), ts, thread));
      }
    }
    if (post.mentions().everybody()) {
      added.add(new Row(post.workspace(), post.channel(), 0, ts, thread));
    }
  }

  /// @param user number of the person, or 0 for everybody
  void add(MessageTarget target, long user, MessageTs thread) {
    added.add(new Row(target.workspace(), target.channel(), user, target.ts(), thread));
  }

  /// @param user number of the person, or 0 for everybody
  void remove(MessageTarget target, long user, MessageTs thread) {
    removed.add(new Row(target.workspace(), target.channel(), user, target.ts(), thread));
  }

  /// Writes rows and appends the events. Everything else that the changes write must be written
  /// before.
  void write() throws SQLException {
    if (!removed.isEmpty()) {
      delete();
    }
    List<Row> rows = added.isEmpty() ? List.of() : membersOnly();
    if (!rows.isEmpty()) {
      insert(rows);
    }
    append(removed, EventType.MENTION_REMOVED);
    append(rows, EventType.MENTION_ADDED);
  }

  private void append(List<Row> rows, EventType type) throws SQLException {
    List<Row> people = rows.stream().filter(row -> row.user() != 0).toList();
    if (people.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(MARKERS)) {
      bind(statement, people);
      try (ResultSet markers = statement.executeQuery()) {
        while (markers.next()) {
          append(people.get(markers.getInt(1) - 1), type, markers);
        }
      }
    }
  }

  private void append(Row row, EventType type, ResultSet marker) throws SQLException {
    MarkerView view =
        new MarkerView(
            row.channel(),
            new MessageTs(marker.getLong(2)),
            marker.getInt(3),
            marker.getInt(4),
            batch.head(StreamKey.of(row.workspace(), row.channel())).offset(),
            marker.getInt(5),
            marker.getInt(6),
            marker.getInt(7));
    EventFact fact =
        new EventFact(
            type.number(), 0, row.ts().micros(), row.channel().value(), row.thread().micros());
    StreamKey stream = StreamKey.of(row.workspace(), new UserId(row.user()));
    var _ =
        batch.append(
            batch.head(stream),
            fact,
            offset -> EventPublications.mention(offset, type, row.ts(), row.thread(), view));
  }

  private List<Row> membersOnly() throws SQLException {
    List<Row> members = new ArrayList<>(added.stream().filter(row -> row.user() == 0).toList());
    List<Row> people = added.stream().filter(row -> row.user() != 0).toList();
    if (people.isEmpty()) {
      return members;
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(MEMBERS)) {
      bind(statement, people);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          members.add(people.get(rows.getInt(1) - 1));
        }
      }
    }
    return members;
  }

  private void delete() throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(DELETE)) {
      bind(statement, removed);
      statement.setArray(
          4, batch.bigints(removed.stream().mapToLong(row -> row.ts().micros()).toArray()));
      statement.execute();
    }
  }

  private void insert(List<Row> rows) throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(INSERT)) {
      bind(statement, rows);
      statement.setArray(
          4, batch.bigints(rows.stream().mapToLong(row -> row.ts().micros()).toArray()));
      statement.setArray(
          5, batch.bigints(rows.stream().mapToLong(row -> row.thread().micros()).toArray()));
      statement.execute();
    }
  }

  private void bind(PreparedStatement statement, List<Row> rows) throws SQLException {
    statement.setArray(
        1, batch.bigints(rows.stream().mapToLong(row -> row.workspace().value()).toArray()));
    statement.setArray(
        2, batch.bigints(rows.stream().mapToLong(row -> row.channel().value()).toArray()));
    statement.setArray(3, batch.bigints(rows.stream().mapToLong(Row::user).toArray()));
  }
}
