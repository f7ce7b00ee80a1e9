package dev.parley.api.method;

import dev.parley.api.Call;
import dev.parley.core.membership.MembershipService;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.UserView;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One call that adds people to a channel: who of them comes, and why others do not. Belongs to one
/// thread.
final class Invitation {
  /// What is refused about one of the people, not about the channel.
  private static final Set<String> PERSONAL = Set.of("user_not_found", "user_disabled");

  private final MembershipService memberships;
  private final UserService users;
  private final Call call;
  private final List<String> named;
  private final boolean isForced;
  private final Set<UserId> people = new LinkedHashSet<>();
  private final Map<String, String> refused = new HashMap<>();

  /// @param named the people's ids as the caller wrote them
  /// @param isForced whether those who can come do, though others cannot
  Invitation(
      MembershipService memberships,
      UserService users,
      Call call,
      List<String> named,
      boolean isForced) {
    this.memberships = memberships;
    this.users = users;
    this.call = call;
    this.named = named;
    this.isForced = isForced;
    for (String name : named) {
      UserId id = UserId.parse(name).orElse(null);
      if (id == null) {
        refused.put(name, "user_not_found");
      } else if (id.equals(call.actor().user())) {
        refused.put(name, "cant_invite_self");
      } else {
        people.add(id);
      }
    }
  }

  /// Adds them.
  ///
  /// @return whether it was done; if not, [#errors] says why
  /// @throws Refusal what is wrong with the channel; `already_in_channel` if all are there
  boolean send(ChannelId channel) {
    if (!mayGoOn()) {
      return false;
    }
    try {
      add(channel);
      return true;
    } catch (Refusal refusal) {
      sortOut(refusal);
    }
    if (!mayGoOn()) {
      return false;
    }
    add(channel);
    return true;
  }

  /// Who does not come and why, in the order in which they were named.
  List<Map<String, Object>> errors() {
    return named.stream().distinct().filter(refused::containsKey).map(this::error).toList();
  }

  private Map<String, Object> error(String name) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("user", name);
    error.put("ok", false);
    error.put("error", refused.getOrDefault(name, ""));
    return error;
  }

  private boolean mayGoOn() {
    return !people.isEmpty() && (isForced || refused.isEmpty());
  }

  private void add(ChannelId channel) {
    List<UserId> added =
        memberships.invite(call.workspace(), channel, call.actor().user(), List.copyOf(people));
    if (added.isEmpty() && refused.isEmpty()) {
      throw new Refusal("already_in_channel");
    }
  }

  private void sortOut(Refusal refusal) {
    if (!PERSONAL.contains(refusal.code())) {
      throw refusal;
    }
    Map<UserId, UserView> found = users.some(call.workspace(), people);
    int before = people.size();
    people.removeIf(
        id -> {
          UserView user = found.get(id);
          if (user == null || user.isDeleted()) {
            refused.put(id.toString(), user == null ? "user_not_found" : "user_disabled");
            return true;
          }
          return false;
        });
    if (people.size() == before) {
      throw refusal;
    }
  }
}
