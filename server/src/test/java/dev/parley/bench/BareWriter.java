package dev.parley.bench;

import dev.parley.bench.BenchWorld.Room;
import dev.parley.storage.DatabaseRole;
import dev.parley.storage.keys.Sealer;
import dev.parley.testkit.CoreFixture;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;

/// The limit that the commit loop is measured against: the same sealed rows of message, event,
/// outbox and head in set-based batches, one commit each, with no queue, no locks, no checks and
/// nobody to answer.
final class BareWriter implements AutoCloseable {
  static final String TEXT =
      "A message of about the length that people write, with one or two thoughts in it.";

  private static final int BATCH = 256;
  private static final String WRITE =
      """
      with i as (
        select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[],
                             ?::uuid[], ?::bytea[], ?::bigint[])
          as i(w, c, ts, u, no, k, body, off)),
      m as (
        insert into message (workspace_id, channel_id, ts, user_id, message_no, client_msg_id, body)
        select w, c, ts, u, no, k, body from i),
      e as (
        insert into event (workspace_id, stream_id, event_offset, created_on, type, actor_id,
                           message_ts, number, batch_id)
        select w, c, off, current_date, 1, u, ts, 1, ? from i),
      box as (
        insert into outbox (workspace_id, id, streams, offsets)
        select w, ?, array_agg(c), array_agg(off) from i group by w)
      update stream_head h
         set last_ts = g.ts, message_no = g.no, head_offset = g.off
        from (select w, c, max(ts) as ts, max(no) as no, max(off) as off from i group by w, c) g
       where h.workspace_id = g.w and h.stream_id = g.c
      """;

  private final Connection connection;
  private final CoreFixture node;
  private final Map<Room, long[]> heads = new HashMap<>();

  BareWriter(CoreFixture node) throws SQLException {
    this.node = node;
    this.connection = node.databases.connect(DatabaseRole.WRITER);
  }

  /// Writes posts to channels at random and answers how many it wrote in a second.
  double rate(List<Room> rooms, int posts, Random random) throws SQLException {
    long start = System.nanoTime();
    for (int done = 0; done < posts; done += BATCH) {
      List<Room> batch = new ArrayList<>(BATCH);
      for (int i = 0; i < BATCH; i++) {
        batch.add(rooms.get(random.nextInt(rooms.size())));
      }
      write(batch, TEXT);
    }
    return posts / ((System.nanoTime() - start) / 1e9);
  }

  /// Writes one batch.
  private void write(List<Room> rooms, String text) throws SQLException {
    int size = rooms.size();
    long[] workspaces = new long[size];
    long[] channels = new long[size];
    long[] ts = new long[size];
    long[] users = new long[size];
    long[] numbers = new long[size];
    long[] offsets = new long[size];
    UUID[] ids = new UUID[size];
    byte[][] bodies = new byte[size][];
    long now = System.currentTimeMillis() * 1_000;
    byte[] body = ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < size; i++) {
      Room room = rooms.get(i);
      long[] head = heads.computeIfAbsent(room, _ -> new long[] {0, 1_000_000, 1_000_000});
      head[0] = Math.max(head[0] + 1, now);
      workspaces[i] = room.workspace().value();
      channels[i] = room.channel().value();
      ts[i] = head[0];
      users[i] = room.members().getFirst().value();
      numbers[i] = ++head[1];
      offsets[i] = ++head[2];
      ids[i] = UUID.randomUUID();
      bodies[i] =
          node.keys
              .of(room.workspace())
              .seal(body, Sealer.place("message.body", workspaces[i], channels[i], ts[i], 0));
    }
    long batch = node.ids.newId();
    PGConnection arrays = connection.unwrap(PGConnection.class);
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      int at = 1;
      for (long[] column : Arrays.asList(workspaces, channels, ts, users, numbers)) {
        statement.setArray(at++, arrays.createArrayOf("int8", column));
      }
      statement.setArray(at++, connection.createArrayOf("uuid", ids));
      statement.setArray(at++, connection.createArrayOf("bytea", bodies));
      statement.setArray(at++, arrays.createArrayOf("int8", offsets));
      statement.setLong(at++, batch);
      statement.setLong(at, batch);
      statement.execute();
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
