package dev.parley.core.membership;

import dev.parley.core.channel.ConversationReader;
import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.line.ChannelLines;
import dev.parley.core.membership.AddMembers.Added;
import dev.parley.core.membership.AddMembers.Mandate;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.MarkerView;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.ChangeKind;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Commits joins and invitations. Who joins has read everything that was said before. Runs on
/// commit threads.
public final class AddMembersKind implements ChangeKind<AddMembers, Added> {
  /// More people than these come without a line each.
  private static final int MAX_LINES = 20;

  private static final String CANDIDATES =
      """
      select i.n, u.id, m.user_id is not null, u.deactivated_at is not null
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as i(n, w, c, u)
        left join user_account u on u.workspace_id = i.w and u.id = i.u
        left join membership m
          on m.workspace_id = i.w and m.channel_id = i.c and m.user_id = i.u
      """;

  private static final String COUNT =
      """
      update channel c set member_count = c.member_count + i.added
        from unnest(?::bigint[], ?::bigint[], ?::integer[]) as i(w, c, added)
       where c.workspace_id = i.w and c.id = i.c
      """;

  private static final String INSERT =
      """
      insert into membership (workspace_id, channel_id, user_id, read_ts, read_no)
      select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[])
      """;

  private final ConversationReader conversations;

  public AddMembersKind(ConversationReader conversations) {
    this.conversations = conversations;
  }

  @Override
  public Class<AddMembers> type() {
    return AddMembers.class;
  }

  @Override
  public void commit(Batch batch, List<Item<AddMembers, Added>> items) throws SQLException {
    Map<AddMembers, List<UserId>> newcomers = admit(batch, items);
    List<Item<AddMembers, Added>> open = Item.open(items);
    if (!open.isEmpty()) {
      write(batch, open, newcomers);
    }
  }

  /// Finds out who of the people is no member yet.
  private static Map<AddMembers, List<UserId>> admit(
      Batch batch, List<Item<AddMembers, Added>> items) throws SQLException {
    Map<AddMembers, List<UserId>> newcomers = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      AddMembers change = items.get(i).change();
      for (UserId user : change.users()) {
        rows.add(new Row(i, change.workspace(), change.channel(), user, MessageTs.ZERO, 0));
      }
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(CANDIDATES)) {
      statement.setArray(1, batch.bigints(rows.stream().mapToLong(Row::item).toArray()));
      bindKeys(batch, statement, 2, rows);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          Item<AddMembers, Added> item = items.get(found.getInt(1));
          long user = found.getLong(2);
          if (user == 0 || found.getBoolean(4)) {
            item.refuse(new Refusal(user == 0 ? "user_not_found" : "user_disabled"));
          } else if (!found.getBoolean(3)) {
            newcomers.computeIfAbsent(item.change(), _ -> new ArrayList<>()).add(new UserId(user));
          }
        }
      }
    }
    for (Item<AddMembers, Added> item : items) {
      if (item.isOpen() && newcomers.getOrDefault(item.change(), List.of()).isEmpty()) {
        item.answer(new Added(List.of()));
      }
    }
    return newcomers;
  }

  /// @param item index of the change it belongs to
  private record Row(
      int item, WorkspaceId workspace, ChannelId channel, UserId user, MessageTs ts, int number) {}

  private void write(
      Batch batch, List<Item<AddMembers, Added>> items, Map<AddMembers, List<UserId>> newcomers)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    ChannelLines lines = new ChannelLines(batch);
    List<AddMembers> changes = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (Item<AddMembers, Added> item : items) {
      AddMembers change = item.change();
      ChannelView channel =
          conversations
              .channel(batch, change.workspace(), change.actor(), change.channel())
              .orElse(null);
      String refusal = refusal(change.mandate(), channel);
      if (channel == null || refusal != null) {
        item.refuse(new Refusal(refusal == null ? "channel_not_found" : refusal));
        continue;
      }
      changes.add(change);
      List<UserId> added = newcomers.getOrDefault(change, List.of());
      counts.add(added.size());
      add(batch, change, channel, added, lines, rows);
      item.answer(new Added(List.copyOf(added)));
    }
    if (changes.isEmpty()) {
      return;
    }
    lines.write();
    insert(batch, rows);
    count(batch, changes, counts);
  }

  /// The channel's head is locked: who was removed by now is seen to be no member.
  private static @Nullable String refusal(Mandate mandate, @Nullable ChannelView channel) {
    if (channel == null) {
      return "channel_not_found";
    }
    boolean mayAdd =
        switch (mandate) {
          case OPEN -> !channel.isPrivate();
          case MEMBER -> channel.isMember();
          case OPERATOR -> true;
        };
    if (!mayAdd) {
      return channel.isPrivate() ? "channel_not_found" : "not_in_channel";
    }
    return channel.isArchived() ? "is_archived" : null;
  }

  private static void add(
      Batch batch,
      AddMembers change,
      ChannelView channel,
      List<UserId> added,
      ChannelLines lines,
      List<Row> rows) {
    Head head = batch.head(StreamKey.of(change.workspace(), change.channel()));
    int members = channel.memberCount() + added.size();
    for (UserId user : added) {
      UserId inviter = user.equals(change.actor()) ? null : change.actor();
      append(
          batch,
          head,
          EventType.MEMBER_JOINED_CHANNEL,
          change.actor(),
          user.value(),
          offset -> ChannelPublications.memberJoined(offset, change.channel(), user, inviter));
      if (added.size() <= MAX_LINES) {
        lines.add(head, change.channel(), user, MessageView.Subtype.CHANNEL_JOIN, inviter);
      }
    }
    MessageTs read = new MessageTs(head.lastTs());
    long position = head.offset();
    int number = head.messageNumber();
    MarkerView marker = new MarkerView(change.channel(), read, number, 0, position, 0, 0, 0);
    ConversationView view =
        new ConversationView(channel.joined(members), position, number, read, marker);
    for (UserId user : added) {
      rows.add(new Row(0, change.workspace(), change.channel(), user, read, number));
      append(
          batch,
          batch.head(StreamKey.of(change.workspace(), user)),
          EventType.CHANNEL_JOINED,
          change.actor(),
          change.channel().value(),
          offset -> ChannelPublications.channelJoined(offset, view));
    }
  }

  private static void append(
      Batch batch,
      Head head,
      EventType type,
      UserId actor,
      long subject,
      java.util.function.LongFunction<dev.parley.fanout.Publication> publication) {
    var _ =
        batch.append(head, new EventFact(type.number(), actor.value(), 0, subject, 0), publication);
  }

  private static void insert(Batch batch, List<Row> rows) throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(INSERT)) {
      bindKeys(batch, statement, 1, rows);
      statement.setArray(
          4, batch.bigints(rows.stream().mapToLong(row -> row.ts().micros()).toArray()));
      statement.setArray(5, batch.bigints(rows.stream().mapToLong(Row::number).toArray()));
      statement.execute();
    }
  }

  private static void count(Batch batch, List<AddMembers> changes, List<Integer> counts)
      throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(COUNT)) {
      statement.setArray(
          1, batch.bigints(changes.stream().mapToLong(c -> c.workspace().value()).toArray()));
      statement.setArray(
          2, batch.bigints(changes.stream().mapToLong(c -> c.channel().value()).toArray()));
      statement.setArray(3, batch.bigints(counts.stream().mapToLong(Integer::longValue).toArray()));
      statement.execute();
    }
  }

  private static void bindKeys(Batch batch, PreparedStatement statement, int first, List<Row> rows)
      throws SQLException {
    statement.setArray(
        first, batch.bigints(rows.stream().mapToLong(row -> row.workspace().value()).toArray()));
    statement.setArray(
        first + 1, batch.bigints(rows.stream().mapToLong(row -> row.channel().value()).toArray()));
    statement.setArray(
        first + 2, batch.bigints(rows.stream().mapToLong(row -> row.user().value()).toArray()));
  }
}
