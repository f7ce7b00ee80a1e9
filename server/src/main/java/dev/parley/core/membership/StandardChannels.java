package dev.parley.core.membership;

import dev.parley.core.channel.ChannelService;
import dev.parley.core.workspace.DefaultChannels;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import java.util.List;

/// `#general`, which nobody leaves, and `#random`.
public final class StandardChannels implements DefaultChannels {
  private static final String GENERAL = "general";
  private static final String RANDOM = "random";

  static final String SELECT_BY_NAME =
      """
      select id, creator_id from channel
       where workspace_id = :workspace and name = any(:names) and archived_at is null
         and not is_private
       order by id
      """;

  private final TenantDatabase database;
  private final ChannelService channels;
  private final MembershipService memberships;

  public StandardChannels(
      TenantDatabase database, ChannelService channels, MembershipService memberships) {
    this.database = database;
    this.channels = channels;
    this.memberships = memberships;
  }

  private record Found(ChannelId channel, UserId creator) {}

  @Override
  public void create(WorkspaceId workspace, UserId owner) {
    var _ = channels.create(workspace, owner, GENERAL, false, true);
    var _ = channels.create(workspace, owner, RANDOM, false, false);
  }

  @Override
  public void welcome(WorkspaceId workspace, List<UserId> people) {
    if (people.isEmpty()) {
      return;
    }
    List<Found> found =
        database.read(
            workspace,
            handle ->
                handle
                    .createQuery(SELECT_BY_NAME)
                    .bind("workspace", workspace.value())
                    .bindArray("names", String.class, GENERAL, RANDOM)
                    .map(
                        (row, _) ->
                            new Found(new ChannelId(row.getLong(1)), new UserId(row.getLong(2))))
                    .list());
    for (Found channel : found) {
      UserId actor = people.size() == 1 ? people.getFirst() : channel.creator();
      var _ = memberships.add(workspace, channel.channel(), actor, people);
    }
  }
}
