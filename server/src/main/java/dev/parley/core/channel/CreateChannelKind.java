package dev.parley.core.channel;

import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.ConversationView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.CheckedKind;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Commits new channels. The workspace's head is locked, so a name that is free stays free. Runs on
/// commit threads.
public final class CreateChannelKind extends CheckedKind<CreateChannel, ConversationView> {
  private static final String TAKEN =
      """
      select i.n from unnest(?::bigint[], ?::text[]) with ordinality as i(w, name, n)
        join channel c on c.workspace_id = i.w and c.name = i.name
      """;

  public CreateChannelKind() {
    super(CreateChannel.class);
  }

  @Override
  protected void admit(Batch batch, List<Item<CreateChannel, ConversationView>> items)
      throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(TAKEN)) {
      statement.setArray(
          1,
          batch.bigints(
              items.stream().mapToLong(item -> item.change().workspace().value()).toArray()));
      statement.setArray(
          2, batch.array("text", items.stream().map(item -> item.change().name()).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          items.get(rows.getInt(1) - 1).refuse(new Refusal("name_taken"));
        }
      }
    }
  }

  @Override
  protected void write(Batch batch, List<Item<CreateChannel, ConversationView>> items)
      throws SQLException {
    NewChannels channels = new NewChannels(batch);
    for (Item<CreateChannel, ConversationView> item : items) {
      item.answer(channels.add(item.change()));
    }
    channels.write();
  }
}
