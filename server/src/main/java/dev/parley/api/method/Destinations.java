package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.Reach;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.storage.TenantDatabase;
import java.util.Set;

/// Where a message is to go. Only what posts takes names; everything else takes ids.
final class Destinations {
  static final Arg<String> CHANNEL =
      Arg.string("channel")
          .within("an id, also of a person, or a channel's name, perhaps with #")
          .missing("channel_not_found");

  /// Why there is no direct message with somebody; whoever posts is told of the conversation.
  private static final Set<String> NOBODY = Set.of("user_not_found", "user_disabled");

  private final TenantDatabase database;
  private final ChannelService channels;
  private final UserService users;

  Destinations(TenantDatabase database, ChannelService channels, UserService users) {
    this.database = database;
    this.channels = channels;
    this.users = users;
  }

  /// A conversation's id; a person's: then it is the direct message with them; or a channel's name,
  /// perhaps with `#` before it.
  ///
  /// @throws Refusal `channel_not_found`
  ChannelId of(Call call, String name) {
    return UserId.parse(name)
        .map(user -> direct(call, user))
        .or(() -> ChannelId.parse(name))
        .orElseGet(() -> named(call, name.startsWith("#") ? name.substring(1) : name));
  }

  /// In which conversations a caller may post that they are not in.
  static Reach reach(Call call) {
    return call.actor().isBot() && call.actor().may("chat:write.public") ? Reach.PUBLIC : Reach.OWN;
  }

  private ChannelId named(Call call, String name) {
    ChannelId channel =
        database
            .read(
                call.workspace(),
                handle ->
                    channels.named(handle, call.workspace(), call.actor().user(), Set.of(name)))
            .get(name);
    if (channel == null) {
      throw new Refusal("channel_not_found");
    }
    return channel;
  }

  private ChannelId direct(Call call, UserId user) {
    try {
      users.requireMet(call.actor(), Set.of(user));
      return channels.open(call.workspace(), call.actor().user(), Set.of(user)).channel();
    } catch (Refusal refusal) {
      throw NOBODY.contains(refusal.code()) ? new Refusal("channel_not_found") : refusal;
    }
  }
}
