package dev.parley.core.membership;

import dev.parley.core.channel.ConversationReader;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.storage.writer.Batch;
import java.sql.Connection;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads a channel on the commit loop's connection, so that what is seen is true until the commit.
final class ChannelRow {
  private static final UserId NOBODY = new UserId(Long.MAX_VALUE);

  private ChannelRow() {}

  /// Lends the batch's connection and leaves it open.
  private record BorrowedConnection(Connection connection) implements ConnectionFactory {
    @Override
    public Connection openConnection() {
      return connection;
    }

    @Override
    public void closeConnection(Connection borrowed) {
      // It is the batch's.
    }
  }

  static @Nullable ChannelView read(
      Batch batch, ConversationReader conversations, WorkspaceId workspace, ChannelId channel) {
    Jdbi jdbi = Jdbi.create(new BorrowedConnection(batch.connection()));
    try (Handle handle = jdbi.open()) {
      handle.getConfig(Handles.class).setForceEndTransactions(false);
      return conversations.channel(handle, workspace, NOBODY, channel).orElse(null);
    }
  }
}
