package dev.parley.testkit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.core.body.MessageBody;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.ProfileText;
import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.keys.Sealer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Fills a workspace with people, channels and months of messages by few statements, all bodies
/// sealed: what it would be after years, in seconds. Half of the messages are in the first 20
/// channels. Every 50th message is the root of three replies, every 40th has a reaction, every
/// 100th addresses everybody; one person, the member, is in the first channels and has read all but
/// the last ten messages of each.
public final class LargeWorkspace {
  private static final long PEOPLE = 1L << 41;
  private static final long CHANNELS = 1L << 42;
  private static final int BUSY = 20;
  private static final int ROOTS = 50;
  private static final int REPLIES = 3;
  private static final int REACTED = 40;
  /// What a message without replies has after its own number in its thread.
  private static final String PLAIN = "\t0\t0\t\\N\t\\N";
  private static final long SPAN_MICROS = 90L * 86_400 * 1_000_000;
  private static final String TEXT =
      "The soup of the day is pumpkin, the bread is still warm, and whoever comes late washes up: ";

  private final WorkspaceId workspace;
  private final UserId member;
  private final Size size;

  /// How much there is.
  ///
  /// @param own the channels that the member is in
  /// @param memberships the channels that everybody else is in
  public record Size(int people, int channels, int own, int memberships, int messages) {}

  public LargeWorkspace(WorkspaceId workspace, UserId member, Size size) {
    this.workspace = workspace;
    this.member = member;
    this.size = size;
  }

  /// The person of a number from 0.
  public UserId person(int number) {
    return new UserId(PEOPLE + 4L * number);
  }

  /// The channel of a number from 0; the member is in the first ones.
  public ChannelId channel(int number) {
    return new ChannelId(CHANNELS + 4L * number + 1);
  }

  /// Writes everything.
  ///
  /// @param database as its administrator reaches it
  public void fill(DatabaseAddress database, Sealer sealer) throws SQLException, IOException {
    String url = database.jdbcUrl() + "?currentSchema=parley";
    try (Connection connection =
            DriverManager.getConnection(url, database.user(), database.password());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      messages(connection.unwrap(PGConnection.class), sealer);
      for (String sql : rows().split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      profiles(connection, sealer);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze");
    }
  }

  private void profiles(Connection connection, Sealer sealer) throws SQLException, IOException {
    try (PreparedStatement update = connection.prepareStatement(PROFILE)) {
      for (int number = 0; number < size.people(); number++) {
        long id = person(number).value();
        ProfileText text = ProfileText.named("Person " + number);
        byte[] place = Sealer.place("user_account.profile", workspace.value(), id);
        update.setBytes(1, sealer.seal(JSON.writeValueAsBytes(text), place));
        update.setLong(2, workspace.value());
        update.setLong(3, id);
        update.addBatch();
      }
      var _ = update.executeBatch();
    }
  }

  private String rows() {
    return ROWS.replace(":w", Long.toString(workspace.value()))
        .replace(":member", Long.toString(member.value()))
        .replace(":person0", Long.toString(person(0).value()))
        .replace(":channel0", Long.toString(channel(0).value()))
        .replace(":people", Integer.toString(size.people()))
        .replace(":channels", Integer.toString(size.channels()))
        .replace(":own", Integer.toString(size.own()))
        .replace(":each", Integer.toString(size.memberships()));
  }

  private static final JsonMapper JSON = new JsonMapper();

  private static final String PROFILE =
      "update user_account set profile = ? where workspace_id = ? and id = ?";

  private static final String ROWS =
      """
      insert into user_account (workspace_id, id, handle, role)
      select :w, :person0 + 4 * n, 'person-' || n, 4 from generate_series(0, :people - 1) n;
      insert into stream_head (workspace_id, stream_id)
      select :w, :person0 + 4 * n from generate_series(0, :people - 1) n;
      insert into membership (workspace_id, channel_id, user_id)
      select distinct :w, :channel0 + 4 * ((n * 7 + k * 97) % :channels), :person0 + 4 * n
        from generate_series(0, :people - 1) n, generate_series(0, :each - 1) k;
      insert into stream_head (workspace_id, stream_id, head_offset, last_ts, message_no)
      select :w, :channel0 + 4 * n, count(m.ts), coalesce(max(m.ts), 0),
             coalesce(max(m.message_no), 0)
        from generate_series(0, :channels - 1) n
        left join message m on m.workspace_id = :w and m.channel_id = :channel0 + 4 * n
       group by n;
      insert into membership (workspace_id, channel_id, user_id, read_ts, read_no)
      select :w, h.stream_id, :member, coalesce(m.ts, 0), coalesce(m.message_no, 0)
        from stream_head h
        left join message m on m.workspace_id = :w and m.channel_id = h.stream_id
             and m.message_no = h.message_no - 10
       where h.workspace_id = :w and h.stream_id >= :channel0
         and h.stream_id < :channel0 + 4 * :own;
      insert into channel (workspace_id, id, name, is_private, creator_id, member_count)
      select :w, :channel0 + 4 * n, 'channel-' || n, false, :member,
             (select count(*) from membership m
               where m.workspace_id = :w and m.channel_id = :channel0 + 4 * n)
        from generate_series(0, :channels - 1) n;
      insert into mention (workspace_id, user_id, channel_id, ts)
      select :w, case when message_no % 200 = 0 then 0 else :member end, channel_id, ts
        from message where workspace_id = :w and message_no % 100 = 0
      on conflict do nothing;
      insert into reaction (workspace_id, channel_id, ts, name, user_id, id)
      select :w, channel_id, ts, 'wave', :member, row_number() over ()
        from message where workspace_id = :w and reaction_count > 0;
      insert into thread_follower (workspace_id, channel_id, thread_ts, user_id, following)
      select :w, channel_id, ts, :member, true
        from message where workspace_id = :w and reply_count > 0
         and channel_id < :channel0 + 4 * :own
      """;

  private void messages(PGConnection connection, Sealer sealer) throws SQLException, IOException {
    CopyIn copy =
        connection
            .getCopyAPI()
            .copyIn(
                "copy message (workspace_id, channel_id, ts, user_id, message_no, thread_ts,"
                    + " related_user, body, reply_no, reply_count, reply_users_count, reply_users, latest_reply,"
                    + " reaction_count) from stdin");
    MessageRows rows = new MessageRows(copy, sealer);
    for (int channel = 0; channel < size.channels(); channel++) {
      int share = size.messages() / 2 / size.channels();
      rows.write(channel, channel < BUSY ? share + size.messages() / 2 / BUSY : share);
    }
    var _ = copy.endCopy();
  }

  /// Writes the messages of channels, one row each.
  private final class MessageRows {
    private final CopyIn copy;
    private final Sealer sealer;
    private final long start = Instant.now().toEpochMilli() * 1_000 - SPAN_MICROS;

    MessageRows(CopyIn copy, Sealer sealer) {
      this.copy = copy;
      this.sealer = sealer;
    }

    void write(int number, int count) throws SQLException, IOException {
      ChannelId channel = channel(number);
      long step = SPAN_MICROS / (count + count / ROOTS * REPLIES + 2);
      long ts = start;
      for (int i = 1; i <= count; i++) {
        ts += step;
        UserId author = i % 9 == 0 ? member : person((number + i) % size.people());
        if (i % ROOTS == 0) {
          long latest = ts + REPLIES * step;
          row(
              channel,
              ts,
              author,
              i + "\t" + ts + "\t\\N",
              "3\t3\t1\t{" + member.value() + "}\t" + latest,
              i);
          for (int reply = 1; reply <= REPLIES; reply++) {
            String thread = "\\N\t" + ts + "\t" + author.value();
            row(channel, ts + reply * step, member, thread, reply + PLAIN, 1);
          }
          ts = latest;
        } else {
          row(channel, ts, author, i + "\t\\N\t\\N", "0" + PLAIN, i);
        }
      }
    }

    /// @param place number, thread and author of the root
    /// @param counts those of replies
    private void row(
        ChannelId channel, long ts, UserId author, String place, String counts, int number)
        throws SQLException {
      MessageContent content = MessageContent.text(TEXT + ts);
      byte[] body = MessageBody.seal(content, sealer, workspace, channel, new MessageTs(ts), 0);
      String line =
          String.join(
              "\t",
              Long.toString(workspace.value()),
              Long.toString(channel.value()),
              Long.toString(ts),
              Long.toString(author.value()),
              place,
              "\\\\x" + HexFormat.of().formatHex(body),
              counts,
              number % REACTED == 0 ? "1" : "0");
      byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
      copy.writeToCopy(bytes, 0, bytes.length);
    }
  }
}
