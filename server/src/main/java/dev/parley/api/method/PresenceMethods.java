package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.presence.Presence;
import dev.parley.core.presence.PresenceService;
import dev.parley.core.user.UserService;
import dev.parley.kernel.UserId;
import java.util.List;

/// `users.*` about who is there.
public final class PresenceMethods {
  private static final Arg<UserId> USER = Arg.userId("user");
  private static final Arg<String> PRESENCE =
      Arg.oneOf("presence", "auto", "away").missing("invalid_presence").bad("invalid_presence");

  private final PresenceService presences;
  private final UserService users;

  public PresenceMethods(PresenceService presences, UserService users) {
    this.users = users;
    this.presences = presences;
  }

  public List<Method> all() {
    return List.of(
        Method.named("users.getPresence", "Tells whether somebody is there.")
            .scopes("users:read")
            .tier(RateTier.TIER_3)
            .args(USER)
            .errors("user_not_found")
            .does(this::get),
        Method.named("users.setPresence", "Says that one is away, or leaves it to connections.")
            .scopes("users:write")
            .tier(RateTier.TIER_2)
            .args(PRESENCE)
            .writes()
            .errors("invalid_presence")
            .does(this::set),
        Method.named("users.setActive", "Does nothing: connections tell that one is there.")
            .scopes("users:write")
            .tier(RateTier.TIER_2)
            .does(_ -> Reply.ok()));
  }

  private Reply get(Call call) {
    UserId own = call.actor().user();
    UserId user = call.find(USER).orElse(own);
    users.requireMet(call.actor(), List.of(user));
    Presence presence = presences.of(call.workspace(), user);
    Reply reply = Reply.ok().with("presence", presence.isActive() ? "active" : "away");
    if (user.equals(own)) {
      reply
          .with("online", presence.isOnline())
          .with("auto_away", false)
          .with("manual_away", presence.isAway())
          .with("connection_count", presence.connections());
    }
    return reply;
  }

  private Reply set(Call call) {
    presences.setAway(call.workspace(), call.actor().user(), call.get(PRESENCE).equals("away"));
    return Reply.ok();
  }
}
