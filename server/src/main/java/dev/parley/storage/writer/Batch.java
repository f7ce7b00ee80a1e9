package dev.parley.storage.writer;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// One transaction of the commit loop: its connection, its time, the locked heads and the events
/// made so far. Belongs to one commit thread.
public final class Batch {
  private static final String CREATE_HEADS =
      """
      insert into stream_head (workspace_id, stream_id)
      select * from unnest(?::bigint[], ?::bigint[])
      """;

  private static final String WRITE_EVENTS =
      """
      with e as (
        select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::smallint[],
                             ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                   as e(workspace_id, stream_id, event_offset, type, actor, ts, subject, number)),
      events as (
        insert into event (workspace_id, stream_id, event_offset, created_on, type, actor_id,
                           message_ts, subject_id, number, batch_id)
        select workspace_id, stream_id, event_offset, ?::date, type, nullif(actor, 0),
               nullif(ts, 0), nullif(subject, 0), nullif(number, 0), ?
          from e),
      box as (
        insert into outbox (workspace_id, id, streams, offsets)
        select workspace_id, ?, array_agg(stream_id), array_agg(event_offset)
          from e group by workspace_id)
      update stream_head h
         set head_offset = g.head_offset, last_ts = g.last_ts, message_no = g.message_no
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[])
          as g(workspace_id, stream_id, head_offset, last_ts, message_no)
       where h.workspace_id = g.workspace_id and h.stream_id = g.stream_id
      """;

  private final Connection connection;
  private final long id;
  private final long nowMicros;
  private final ClockGuard clock;
  private final Map<StreamKey, Head> heads;
  private final List<Head> created = new ArrayList<>();
  private final List<EventFact> facts = new ArrayList<>();
  private final List<CommittedEvent> events = new ArrayList<>();

  Batch(Connection connection, long id, HeadLock.Locked locked, ClockGuard clock) {
    this.connection = connection;
    this.id = id;
    this.nowMicros = locked.nowMicros();
    this.heads = locked.heads();
    this.clock = clock;
  }

  public Connection connection() {
    return connection;
  }

  /// The database's time, microseconds since 1970, read after the heads were locked.
  public long nowMicros() {
    return nowMicros;
  }

  /// The same as an instant.
  public Instant now() {
    return Instant.ofEpochSecond(0, nowMicros * 1_000);
  }

  /// What is dated now on a stream is dated with this, microseconds since 1970.
  public long nowMicros(StreamKey stream) {
    return clock.date(stream, nowMicros);
  }

  /// The same as an instant.
  public Instant now(StreamKey stream) {
    return Instant.ofEpochSecond(0, nowMicros(stream) * 1_000);
  }

  /// The locked head of a stream that the change named.
  public Head head(StreamKey stream) {
    Head head = heads.get(stream);
    if (head == null) {
      throw new IllegalStateException("stream not locked: " + stream);
    }
    return head;
  }

  /// Whether a stream's head is locked by this batch.
  public boolean holds(StreamKey stream) {
    return heads.containsKey(stream);
  }

  /// The newest offset of a stream, this batch's events included, if the batch holds its head; else
  /// what was read of it.
  public long offsetOf(StreamKey stream, long read) {
    Head head = heads.get(stream);
    return head == null ? read : head.offset();
  }

  /// Creates a stream together with what it belongs to.
  public Head createStream(StreamKey stream) {
    Head head = new Head(stream, 0, 0, 0);
    heads.put(stream, head);
    created.add(head);
    return head;
  }

  /// Adds an event to its stream.
  ///
  /// @param publication makes the published form, given the offset; called after the commit,
  ///     perhaps on another thread
  /// @return the event's offset
  public long append(Head head, EventFact fact, LongFunction<Publication> publication) {
    long offset = head.nextOffset();
    facts.add(fact);
    events.add(new CommittedEvent(head.stream(), offset, () -> publication.apply(offset)));
    return offset;
  }

  /// Runs a statement that changes rows.
  ///
  /// @param values the parameters in order; an [Instant] for `timestamptz`
  /// @return how many rows it changed
  @CanIgnoreReturnValue
  public int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /// Runs a query and reads its rows.
  ///
  /// @param values the parameters in order
  public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  /// Makes a value of a row's columns.
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        statement.setObject(i + 1, value instanceof Instant time ? Timestamp.from(time) : value);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  /// An SQL array parameter of `bigint`.
  public Array bigints(long[] values) throws SQLException {
    return connection.unwrap(PGConnection.class).createArrayOf("int8", values);
  }

  /// An SQL array parameter of any element type.
  public Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }

  long id() {
    return id;
  }

  /// The streams this batch holds, those it creates included.
  Set<StreamKey> streams() {
    return heads.keySet();
  }

  List<CommittedEvent> events() {
    return events;
  }

  Set<Long> workspaces() {
    Set<Long> numbers = new HashSet<>();
    events.forEach(event -> numbers.add(event.stream().workspace()));
    return numbers;
  }

  private void writeCreatedHeads() throws SQLException {
    if (created.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(CREATE_HEADS)) {
      statement.setArray(1, bigints(longs(created, head -> head.stream().workspace())));
      statement.setArray(2, bigints(longs(created, head -> head.stream().stream())));
      statement.execute();
    }
  }

  /// Writes created heads, events, outbox and moved heads.
  void writeEvents() throws SQLException {
    writeCreatedHeads();
    List<Head> moved = heads.values().stream().filter(Head::moved).toList();
    if (moved.isEmpty()) {
      return;
    }
    LocalDate day =
        Instant.ofEpochSecond(nowMicros / 1_000_000).atZone(ZoneOffset.UTC).toLocalDate();
    Short[] types = new Short[facts.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = facts.get(i).type();
    }
    try (PreparedStatement statement = connection.prepareStatement(WRITE_EVENTS)) {
      statement.setArray(1, bigints(longs(events, event -> event.stream().workspace())));
      statement.setArray(2, bigints(longs(events, event -> event.stream().stream())));
      statement.setArray(3, bigints(longs(events, CommittedEvent::offset)));
      statement.setArray(4, array("int2", types));
      statement.setArray(5, bigints(longs(facts, EventFact::actor)));
      statement.setArray(6, bigints(longs(facts, EventFact::ts)));
      statement.setArray(7, bigints(longs(facts, EventFact::subject)));
      statement.setArray(8, bigints(longs(facts, EventFact::number)));
      statement.setObject(9, day);
      statement.setLong(10, id);
      statement.setLong(11, id);
      statement.setArray(12, bigints(longs(moved, head -> head.stream().workspace())));
      statement.setArray(13, bigints(longs(moved, head -> head.stream().stream())));
      statement.setArray(14, bigints(longs(moved, Head::offset)));
      statement.setArray(15, bigints(longs(moved, Head::lastTs)));
      statement.setArray(16, bigints(longs(moved, Head::messageNumber)));
      statement.execute();
    }
  }

  private static <T> long[] longs(List<T> values, java.util.function.ToLongFunction<T> number) {
    return values.stream().mapToLong(number).toArray();
  }
}
