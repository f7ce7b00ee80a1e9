package dev.parley.core.channel;

import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.DescriptionView;
import dev.parley.protocol.view.MarkerView;
import dev.parley.protocol.view.PostingView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows and events of conversations that a batch creates. Belongs to one commit thread.
final class NewChannels {
  private static final String INSERT_CHANNELS =
      """
      insert into channel (workspace_id, id, name, is_private, is_general, member_key, creator_id,
                           member_count, created_at, updated_at)
      select w, c, name, private, general, member_key, creator, members, t, t
        from unnest(?::bigint[], ?::bigint[], ?::text[], ?::boolean[], ?::boolean[], ?::text[],
                    ?::bigint[], ?::integer[], ?::timestamptz[])
          as i(w, c, name, private, general, member_key, creator, members, t)
      """;

  private static final String INSERT_MEMBERS =
      """
      insert into membership (workspace_id, channel_id, user_id, joined_at)
      select w, c, u, ? from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as i(w, c, u)
      """;

  private final Batch batch;
  private final List<Row> rows = new ArrayList<>();

  NewChannels(Batch batch) {
    this.batch = batch;
  }

  private record Row(
      WorkspaceId workspace,
      ChannelId id,
      @Nullable String name,
      boolean isPrivate,
      boolean isGeneral,
      @Nullable String memberKey,
      UserId creator,
      List<UserId> members) {

    /// The name that is stored: that of a group message is made of its people's handles.
    @Nullable String ownName() {
      return memberKey == null ? name : null;
    }
  }

  /// A channel with its creator as the only member. Appends its events.
  ConversationView add(CreateChannel change) {
    WorkspaceId workspace = change.workspace();
    rows.add(
        new Row(
            workspace,
            change.id(),
            change.name(),
            change.isPrivate(),
            change.isGeneral(),
            null,
            change.creator(),
            List.of(change.creator())));
    Head head = batch.createStream(StreamKey.of(workspace, change.id()));
    Instant created = created(rows.getLast());
    if (!change.isPrivate()) {
      append(
          batch.head(StreamKey.of(workspace)),
          EventType.CHANNEL_CREATED,
          change.creator(),
          change.id().value(),
          offset ->
              ChannelPublications.channelCreated(
                  offset, change.id(), change.name(), change.creator(), created));
    }
    append(
        head,
        EventType.MEMBER_JOINED_CHANNEL,
        change.creator(),
        change.creator().value(),
        offset -> ChannelPublications.memberJoined(offset, change.id(), change.creator(), null));
    ConversationView view = view(rows.getLast(), change.creator(), head);
    joined(workspace, change.creator(), change.creator(), view);
    return view;
  }

  /// A direct or group message with its people. Appends its events.
  ///
  /// @param name what a group message is called; null for a direct message
  void add(OpenDirect change, @Nullable String name) {
    rows.add(
        new Row(
            change.workspace(),
            change.id(),
            name,
            true,
            false,
            change.memberKey(),
            change.opener(),
            change.people()));
    Head head = batch.createStream(StreamKey.of(change.workspace(), change.id()));
    for (UserId user : change.people()) {
      joined(change.workspace(), user, change.opener(), view(rows.getLast(), user, head));
    }
  }

  private void joined(WorkspaceId workspace, UserId user, UserId actor, ConversationView view) {
    append(
        batch.head(StreamKey.of(workspace, user)),
        EventType.CHANNEL_JOINED,
        actor,
        view.channel().id().value(),
        offset -> ChannelPublications.channelJoined(offset, view));
  }

  private void append(
      Head head,
      EventType type,
      UserId actor,
      long subject,
      java.util.function.LongFunction<dev.parley.fanout.Publication> publication) {
    EventFact fact = new EventFact(type.number(), actor.value(), 0, subject, 0);
    var _ = batch.append(head, fact, publication);
  }

  private Instant created(Row row) {
    return batch.now(StreamKey.of(row.workspace(), row.id()));
  }

  private ConversationView view(Row row, UserId viewer, Head head) {
    Instant created = created(row);
    ChannelView channel =
        new ChannelView(
            row.workspace(),
            row.id(),
            row.name(),
            row.isPrivate(),
            row.isGeneral(),
            row.creator(),
            DescriptionView.NONE,
            DescriptionView.NONE,
            row.members().size(),
            created,
            created,
            false,
            true,
            row.memberKey() == null
                ? List.of()
                : row.members().stream().filter(user -> !user.equals(viewer)).toList(),
            false,
            PostingView.EVERYBODY);
    MarkerView marker = new MarkerView(row.id(), MessageTs.ZERO, 0, 0, head.offset(), 0, 0, 0);
    return new ConversationView(channel, head.offset(), 0, MessageTs.ZERO, marker);
  }

  /// Writes channels and memberships.
  void write() throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(INSERT_CHANNELS)) {
      statement.setArray(
          1, batch.bigints(rows.stream().mapToLong(row -> row.workspace().value()).toArray()));
      statement.setArray(
          2, batch.bigints(rows.stream().mapToLong(row -> row.id().value()).toArray()));
      statement.setArray(3, batch.array("text", rows.stream().map(Row::ownName).toArray()));
      statement.setArray(4, batch.array("bool", rows.stream().map(Row::isPrivate).toArray()));
      statement.setArray(5, batch.array("bool", rows.stream().map(Row::isGeneral).toArray()));
      statement.setArray(6, batch.array("text", rows.stream().map(Row::memberKey).toArray()));
      statement.setArray(
          7, batch.bigints(rows.stream().mapToLong(row -> row.creator().value()).toArray()));
      statement.setArray(
          8, batch.bigints(rows.stream().mapToLong(row -> row.members().size()).toArray()));
      statement.setArray(
          9,
          batch.array("timestamptz", rows.stream().map(row -> created(row).toString()).toArray()));
      statement.execute();
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(INSERT_MEMBERS)) {
      statement.setTimestamp(1, java.sql.Timestamp.from(batch.now()));
      statement.setArray(2, batch.bigints(perMember(row -> row.workspace().value())));
      statement.setArray(3, batch.bigints(perMember(row -> row.id().value())));
      statement.setArray(
          4,
          batch.bigints(
              rows.stream()
                  .flatMap(row -> row.members().stream())
                  .mapToLong(UserId::value)
                  .toArray()));
      statement.execute();
    }
  }

  private long[] perMember(java.util.function.ToLongFunction<Row> number) {
    return rows.stream()
        .flatMapToLong(row -> row.members().stream().mapToLong(_ -> number.applyAsLong(row)))
        .toArray();
  }
}
