package dev.parley.bench;

import dev.parley.core.membership.AddMembers;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.testkit.CoreFixture;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Workspaces, channels and their members in a fresh database.
record BenchWorld(List<Room> rooms) {

  /// A channel and who is in it.
  record Room(WorkspaceId workspace, ChannelId channel, List<UserId> members) {}

  static BenchWorld create(CoreFixture node, int workspaces, int channels, int members)
      throws SQLException, IOException {
    List<Room> rooms = new ArrayList<>();
    for (int w = 0; w < workspaces; w++) {
      WorkspaceId workspace = node.newWorkspace();
      List<UserId> users = node.newUsers(workspace, "bench", members);
      List<CompletableFuture<?>> open = new ArrayList<>();
      for (int c = w; c < channels; c += workspaces) {
        UserId creator = users.getFirst();
        ChannelId channel =
            node.channels.create(workspace, creator, "bench-" + c, false, false).channel().id();
        List<UserId> others = users.subList(1, users.size());
        if (!others.isEmpty()) {
          open.add(
              node.commits.submit(
                  new AddMembers(
                      workspace, channel, AddMembers.Mandate.OPERATOR, creator, others)));
        }
        rooms.add(new Room(workspace, channel, users));
      }
      open.forEach(CompletableFuture::join);
    }
    return new BenchWorld(rooms);
  }
}
