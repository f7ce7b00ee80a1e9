package dev.parley.core.thread;

import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.writer.Batch;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The threads that the replies of a batch belong to: read, moved in memory, written. Belongs to
/// one commit thread.
public final class ThreadRows {
  private static final String READ_ROOTS =
      """
      select i.n, m.user_id,
             m.subtype in (0, 14) and (m.thread_ts is null or m.thread_ts = m.ts)
               and (m.deleted_ts is null or m.reply_count > 0),
             m.reply_no, m.reply_count, m.reply_users_count, m.reply_users, m.latest_reply
        from unnest(?::bigint[], ?::bigint[], ?::bigint[]) with ordinality as i(w, c, t, n)
        join message m on m.workspace_id = i.w and m.channel_id = i.c and m.ts = i.t
      """;

  private static final String READ_REPLIERS =
      """
      select i.n
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
             with ordinality as i(w, c, t, u, n)
        join thread_follower f on f.workspace_id = i.w and f.channel_id = i.c
             and f.thread_ts = i.t and f.user_id = i.u
       where f.replies > 0
      """;

  private static final String WRITE_ROOTS =
      """
      update message m
         set thread_ts = m.ts, reply_no = i.no, reply_count = i.count,
             reply_users_count = i.authors, reply_users = i.first::bigint[], latest_reply = i.latest
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::integer[],
                    ?::integer[], ?::text[], ?::bigint[])
          as i(w, c, t, no, count, authors, first, latest)
       where m.workspace_id = i.w and m.channel_id = i.c and m.ts = i.t
      """;

  /// Only members follow: who was removed meanwhile, or posts without being in the channel, is told
  /// nothing.
  private static final String WRITE_FOLLOWERS =
      """
      insert into thread_follower as f
             (workspace_id, channel_id, thread_ts, user_id, following, replies, read_ts, read_no)
      select i.w, i.c, i.t, i.u, k.user_id is not null, i.replies, i.ts, i.no
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[],
                    ?::bigint[], ?::integer[]) as i(w, c, t, u, replies, ts, no)
        left join membership k on k.workspace_id = i.w and k.channel_id = i.c and k.user_id = i.u
       where k.user_id is not null or i.replies > 0
      on conflict (workspace_id, channel_id, thread_ts, user_id) do update
         set following = excluded.following, replies = f.replies + excluded.replies,
             read_ts = greatest(f.read_ts, excluded.read_ts),
             read_no = greatest(f.read_no, excluded.read_no)
      """;

  private final Batch batch;
  private final Map<ThreadKey, ThreadRoot> roots = new LinkedHashMap<>();
  private final Set<Person> repliers = new LinkedHashSet<>();
  private final Map<Person, Follower> followers = new LinkedHashMap<>();

  public ThreadRows(Batch batch) {
    this.batch = batch;
  }

  /// Somebody with regard to a thread.
  public record Person(ThreadKey thread, UserId user) {}

  /// What becomes of somebody in a thread by this batch.
  private static final class Follower {
    private int replies;
    private MessageTs read = MessageTs.ZERO;
    private int readNumber;
    private boolean isTold;
  }

  /// Reads the roots that are to be answered, and who of the repliers did so before.
  public void read(Collection<Person> replies) throws SQLException {
    List<ThreadKey> keys = replies.stream().map(Person::thread).distinct().toList();
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(READ_ROOTS)) {
      bind(statement, keys);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          roots.put(keys.get(rows.getInt(1) - 1), ThreadRoot.read(rows, 2));
        }
      }
    }
    List<Person> people = replies.stream().distinct().toList();
    try (PreparedStatement statement = batch.connection().prepareStatement(READ_REPLIERS)) {
      bind(statement, people.stream().map(Person::thread).toList());
      statement.setArray(
          4, batch.bigints(people.stream().mapToLong(p -> p.user().value()).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          repliers.add(people.get(rows.getInt(1) - 1));
        }
      }
    }
  }

  /// The root of a thread; null if there is no such message.
  public @Nullable ThreadRoot root(ThreadKey thread) {
    return roots.get(thread);
  }

  /// Adds a reply: its author has read the thread and follows it, the root's author and whom it
  /// names follow it from now on.
  ///
  /// @return the reply's number
  public int add(Person replier, MessageTs ts, Set<UserId> named) {
    ThreadKey thread = replier.thread();
    ThreadRoot root = known(thread);
    boolean isFirst = root.number() == 0;
    int number = root.add(replier.user(), repliers.add(replier), ts);
    Follower author = follower(replier);
    author.replies++;
    author.read = ts;
    author.readNumber = number;
    if (isFirst && !root.author().equals(replier.user())) {
      follower(new Person(thread, root.author())).isTold = true;
    }
    for (UserId user : named) {
      if (!user.equals(replier.user())) {
        follower(new Person(thread, user)).isTold = true;
      }
    }
    return number;
  }

  private ThreadRoot known(ThreadKey thread) {
    ThreadRoot root = roots.get(thread);
    if (root == null) {
      throw new IllegalStateException("not read: " + thread);
    }
    return root;
  }

  private Follower follower(Person person) {
    return followers.computeIfAbsent(person, _ -> new Follower());
  }

  /// Writes roots and followers, and tells those who follow now.
  public void write() throws SQLException {
    if (followers.isEmpty()) {
      return;
    }
    writeRoots();
    writeFollowers();
    List<Person> told =
        followers.entrySet().stream()
            .filter(entry -> entry.getValue().isTold)
            .map(Map.Entry::getKey)
            .filter(person -> batch.holds(StreamKey.of(person.thread().workspace(), person.user())))
            .toList();
    ThreadMarkers.tell(batch, told);
  }

  private void writeRoots() throws SQLException {
    Map<ThreadKey, ThreadView.Root> moved = new HashMap<>();
    followers.keySet().forEach(p -> moved.put(p.thread(), known(p.thread()).view()));
    List<ThreadKey> keys = List.copyOf(moved.keySet());
    List<ThreadView.Root> views = keys.stream().map(moved::get).toList();
    try (PreparedStatement statement = batch.connection().prepareStatement(WRITE_ROOTS)) {
      bind(statement, keys);
      statement.setArray(4, batch.bigints(views.stream().mapToLong(v -> v.number()).toArray()));
      statement.setArray(5, batch.bigints(views.stream().mapToLong(v -> v.count()).toArray()));
      statement.setArray(
          6, batch.bigints(views.stream().mapToLong(v -> v.authorCount()).toArray()));
      statement.setArray(
          7, batch.array("text", views.stream().map(ThreadRows::arrayText).toArray()));
      statement.setArray(
          8, batch.bigints(views.stream().mapToLong(v -> v.latest().micros()).toArray()));
      statement.execute();
    }
  }

  /// Arrays of different lengths go as text: SQL has no array of arrays.
  private static String arrayText(ThreadView.Root root) {
    return root.authors().stream()
        .map(user -> Long.toString(user.value()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private void writeFollowers() throws SQLException {
    List<Person> people = new ArrayList<>(followers.keySet());
    List<Follower> rows = people.stream().map(followers::get).toList();
    try (PreparedStatement statement = batch.connection().prepareStatement(WRITE_FOLLOWERS)) {
      bind(statement, people.stream().map(Person::thread).toList());
      statement.setArray(
          4, batch.bigints(people.stream().mapToLong(p -> p.user().value()).toArray()));
      statement.setArray(5, batch.bigints(rows.stream().mapToLong(f -> f.replies).toArray()));
      statement.setArray(6, batch.bigints(rows.stream().mapToLong(f -> f.read.micros()).toArray()));
      statement.setArray(7, batch.bigints(rows.stream().mapToLong(f -> f.readNumber).toArray()));
      statement.execute();
    }
  }

  private void bind(PreparedStatement statement, List<ThreadKey> keys) throws SQLException {
    bind(batch, statement, 1, keys);
  }

  /// Sets three array parameters: workspace, channel and `ts` of the root.
  static void bind(Batch batch, PreparedStatement statement, int first, List<ThreadKey> keys)
      throws SQLException {
    statement.setArray(
        first, batch.bigints(keys.stream().mapToLong(k -> k.workspace().value()).toArray()));
    statement.setArray(
        first + 1, batch.bigints(keys.stream().mapToLong(k -> k.channel().value()).toArray()));
    statement.setArray(
        first + 2, batch.bigints(keys.stream().mapToLong(k -> k.root().micros()).toArray()));
  }
}
