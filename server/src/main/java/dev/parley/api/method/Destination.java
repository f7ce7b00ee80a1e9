package dev.parley.api.method;

import dev.parley.api.Call;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.util.Set;

/// Where a message is to go.
final class Destination {

  private Destination() {}

  /// A conversation's id, or a person's: then it is the direct message with them.
  ///
  /// @throws Refusal `channel_not_found`
  static ChannelId of(Call call, String name, ChannelService channels, UserService users) {
    return UserId.parse(name)
        .map(user -> direct(call, user, channels, users))
        .or(() -> ChannelId.parse(name))
        .orElseThrow(() -> new Refusal("channel_not_found"));
  }

  private static ChannelId direct(
      Call call, UserId user, ChannelService channels, UserService users) {
    try {
      users.requireMet(call.actor(), Set.of(user));
      return channels.open(call.workspace(), call.actor().user(), Set.of(user)).channel();
    } catch (Refusal refusal) {
      throw refusal.code().equals("user_not_found") ? new Refusal("channel_not_found") : refusal;
    }
  }
}
