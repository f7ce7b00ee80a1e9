package dev.parley.core.access;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import org.jdbi.v3.core.Handle;

/// Finds a channel for somebody who may use it; refuses with `channel_not_found` what they may not
/// know of, in the same way and with the same queries as an id that never existed. Within a tenant
/// transaction.
public interface ChannelAccess {

  /// A channel they may read: public, or one they are in.
  ChannelView visible(Handle handle, WorkspaceId workspace, UserId user, ChannelId channel);

  /// A channel they are in.
  ///
  /// @throws Refusal `not_in_channel` for a public channel that they are not in
  default ChannelView joined(Handle handle, WorkspaceId workspace, UserId user, ChannelId channel) {
    ChannelView view = visible(handle, workspace, user, channel);
    if (!view.isMember()) {
      throw new Refusal("not_in_channel");
    }
    return view;
  }
}
