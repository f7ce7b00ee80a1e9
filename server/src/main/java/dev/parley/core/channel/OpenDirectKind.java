package dev.parley.core.channel;

import dev.parley.core.channel.OpenDirect.Opened;
import dev.parley.kernel.ChannelId;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.CheckedKind;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Opens direct and group messages. The heads of all their people are locked, so two who open the
/// same one at once get the same one. Runs on commit threads.
public final class OpenDirectKind extends CheckedKind<OpenDirect, Opened> {
  private static final String EXISTING =
      """
      select i.n, c.id from unnest(?::bigint[], ?::text[]) with ordinality as i(w, k, n)
        join channel c on c.workspace_id = i.w and c.member_key = i.k
      """;

  public OpenDirectKind() {
    super(OpenDirect.class);
  }

  @Override
  protected void admit(Batch batch, List<Item<OpenDirect, Opened>> items) throws SQLException {
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

  @Override
  protected void write(Batch batch, List<Item<OpenDirect, Opened>> items) throws SQLException {
    NewChannels channels = new NewChannels(batch);
    for (Item<OpenDirect, Opened> item : items) {
      channels.add(item.change());
      item.answer(new Opened(item.change().id(), false));
    }
    channels.write();
  }
}
