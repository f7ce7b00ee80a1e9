package dev.parley.core.channel;

import dev.parley.core.channel.OpenDirect.Opened;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.CheckedKind;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Opens direct and group messages. The heads of all their people are locked, so two who open the
/// same one at once get the same one. With somebody who is deactivated none begins; one that was
/// there opens as ever, so that what was said stays at hand. Runs on commit threads.
public final class OpenDirectKind extends CheckedKind<OpenDirect, Opened> {
  private static final String EXISTING =
      """
      select i.n, c.id from unnest(?::bigint[], ?::text[]) with ordinality as i(w, k, n)
        join channel c on c.workspace_id = i.w and c.member_key = i.k
      """;

  private static final String PEOPLE =
      """
      select i.n, bool_or(u.deactivated_at is not null),
             string_agg(u.handle, '--' order by u.handle collate "C")
        from unnest(?::integer[], ?::bigint[], ?::bigint[]) as i(n, w, u)
        join user_account u on u.workspace_id = i.w and u.id = i.u
       group by i.n
      """;

  public OpenDirectKind() {
    super(OpenDirect.class);
  }

  @Override
  protected void admit(Batch batch, List<Item<OpenDirect, Opened>> items) throws SQLException {
    find(batch, items);
    for (People people : people(batch, Item.open(items))) {
      if (people.hasDisabled()) {
        people.item().refuse(new Refusal("user_disabled"));
      }
    }
  }

  private static void find(Batch batch, List<Item<OpenDirect, Opened>> items) throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(EXISTING)) {
      statement.setArray(
          1,
          batch.bigints(
              items.stream().mapToLong(item -> item.change().workspace().value()).toArray()));
      statement.setArray(
          2, batch.array("text", items.stream().map(item -> item.change().memberKey()).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          items.get(rows.getInt(1) - 1).answer(new Opened(new ChannelId(rows.getLong(2)), true));
        }
      }
    }
  }

  /// Who a conversation is to be opened for.
  ///
  /// @param hasDisabled whether one of them is deactivated
  /// @param handles theirs in their order, with `--` between them
  private record People(Item<OpenDirect, Opened> item, boolean hasDisabled, String handles) {}

  private static List<People> people(Batch batch, List<Item<OpenDirect, Opened>> items)
      throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    List<Long> workspaces = new ArrayList<>();
    List<Long> people = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      OpenDirect change = items.get(i).change();
      for (UserId user : change.people()) {
        numbers.add(i);
        workspaces.add(change.workspace().value());
        people.add(user.value());
      }
    }
    return numbers.isEmpty()
        ? List.of()
        : batch.query(
            PEOPLE,
            row -> new People(items.get(row.getInt(1)), row.getBoolean(2), row.getString(3)),
            batch.array("int4", numbers.toArray()),
            batch.array("int8", workspaces.toArray()),
            batch.array("int8", people.toArray()));
  }

  @Override
  protected void write(Batch batch, List<Item<OpenDirect, Opened>> items) throws SQLException {
    NewChannels channels = new NewChannels(batch);
    for (People people : people(batch, items)) {
      OpenDirect change = people.item().change();
      boolean isGroup = change.id().kind() == ChannelKind.GROUP;
      channels.add(change, isGroup ? ConversationMapper.groupName(people.handles()) : null);
      people.item().answer(new Opened(change.id(), false));
    }
    channels.write();
  }
}
