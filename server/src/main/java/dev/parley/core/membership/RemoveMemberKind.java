package dev.parley.core.membership;

import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.line.ChannelLines;
import dev.parley.core.membership.RemoveMember.Removed;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.ChangeKind;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Commits leaving and removal; who is no member is found out by the statement that deletes. Runs
/// on commit threads.
public final class RemoveMemberKind implements ChangeKind<RemoveMember, Removed> {
  /// A private channel keeps the last who is in it: nobody could get into it any more.
  private static final String DELETE =
      """
      delete from membership m
       using unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
             with ordinality as i(w, c, u, a, n)
       where m.workspace_id = i.w and m.channel_id = i.c and m.user_id = i.u
         and (i.a = i.u
              and not exists (select from channel c
                               where c.workspace_id = i.w and c.id = i.c
                                 and c.is_private and c.member_count = 1)
              or i.a <> i.u
              and exists (select from membership k
                           where k.workspace_id = i.w and k.channel_id = i.c
                             and k.user_id = i.a))
      returning i.n
      """;

  private static final String FORGET_MENTIONS =
      """
      delete from mention x
       using unnest(?::bigint[], ?::bigint[], ?::bigint[]) as i(w, c, u)
       where x.workspace_id = i.w and x.channel_id = i.c and x.user_id = i.u
      """;

  private static final String FORGET_THREADS =
      """
      update thread_follower f set following = false
        from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as i(w, c, u)
       where f.workspace_id = i.w and f.user_id = i.u and f.channel_id = i.c and f.following
      """;

  private static final String COUNT =
      """
      update channel c set member_count = c.member_count - i.removed
        from (select w, c, count(*)::integer as removed
                from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as k(w, c, u) group by w, c) i
       where c.workspace_id = i.w and c.id = i.c
      """;

  @Override
  public Class<RemoveMember> type() {
    return RemoveMember.class;
  }

  @Override
  public void commit(Batch batch, List<Item<RemoveMember, Removed>> items) throws SQLException {
    List<RemoveMember> all = items.stream().map(Item::change).toList();
    boolean[] removed = new boolean[all.size()];
    try (PreparedStatement statement = batch.connection().prepareStatement(DELETE)) {
      bind(batch, statement, all);
      statement.setArray(
          4, batch.bigints(all.stream().mapToLong(c -> c.actor().value()).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          removed[rows.getInt(1) - 1] = true;
        }
      }
    }
    ChannelLines lines = new ChannelLines(batch);
    List<RemoveMember> gone = new java.util.ArrayList<>();
    for (int i = 0; i < removed.length; i++) {
      if (removed[i]) {
        gone.add(all.get(i));
        append(batch, all.get(i), lines);
        items.get(i).answer(new Removed());
      } else {
        items.get(i).refuse(new Refusal("not_in_channel"));
      }
    }
    if (gone.isEmpty()) {
      return;
    }
    lines.write();
    for (String sql : List.of(FORGET_MENTIONS, FORGET_THREADS, COUNT)) {
      try (PreparedStatement statement = batch.connection().prepareStatement(sql)) {
        bind(batch, statement, gone);
        statement.execute();
      }
    }
  }

  private static void append(Batch batch, RemoveMember change, ChannelLines lines) {
    Head head = batch.head(StreamKey.of(change.workspace(), change.channel()));
    UserId actor = change.actor().equals(change.user()) ? null : change.actor();
    lines.add(head, change.channel(), change.user(), MessageView.Subtype.CHANNEL_LEAVE, actor);
    EventFact left =
        new EventFact(
            EventType.MEMBER_LEFT_CHANNEL.number(),
            change.actor().value(),
            0,
            change.user().value(),
            0);
    var _ =
        batch.append(
            head,
            left,
            offset ->
                ChannelPublications.memberLeft(offset, change.channel(), change.user(), actor));
    EventFact channelLeft =
        new EventFact(
            EventType.CHANNEL_LEFT.number(),
            change.actor().value(),
            0,
            change.channel().value(),
            0);
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace(), change.user())),
            channelLeft,
            offset -> ChannelPublications.channelLeft(offset, change.channel(), actor));
  }

  private static void bind(Batch batch, PreparedStatement statement, List<RemoveMember> changes)
      throws SQLException {
    statement.setArray(
        1, batch.bigints(changes.stream().mapToLong(c -> c.workspace().value()).toArray()));
    statement.setArray(
        2, batch.bigints(changes.stream().mapToLong(c -> c.channel().value()).toArray()));
    statement.setArray(
        3, batch.bigints(changes.stream().mapToLong(c -> c.user().value()).toArray()));
  }
}
