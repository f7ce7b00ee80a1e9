package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.user.UserService;
import dev.parley.core.usergroup.UsergroupEdit;
import dev.parley.core.usergroup.UsergroupService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.UsergroupView;
import java.util.List;

/// `usergroups.*`: groups of people that are addressed by one name.
public final class UsergroupMethods {
  private static final String NO_SUCH = "no_such_subteam";
  private static final String WRITE = "usergroups:write";
  private static final String READ = "usergroups:read";

  private static final Arg<UsergroupId> GROUP =
      Arg.of("usergroup", "usergroup", node -> UsergroupId.parse(node.asText()))
          .missing(NO_SUCH)
          .bad(NO_SUCH);
  private static final Arg<String> NEW_NAME = Arg.string("name").missing("missing_subteam_name");
  private static final Arg<String> NAME = Arg.string("name");
  private static final Arg<String> HANDLE = Arg.string("handle");
  private static final Arg<String> DESCRIPTION = Arg.string("description");
  private static final Arg<List<ChannelId>> CHANNELS =
      Arg.channelIds("channels").bad("invalid_channel_provided");
  private static final Arg<Boolean> INCLUDE_COUNT = Arg.bool("include_count").or(false);
  private static final Arg<Boolean> INCLUDE_DISABLED = Arg.bool("include_disabled").or(false);
  private static final Arg<Boolean> INCLUDE_USERS = Arg.bool("include_users").or(false);
  private static final Arg<List<UserId>> USERS =
      Arg.userIds("users").missing("no_users_provided").bad("invalid_users");

  private final UsergroupService groups;
  private final UserService users;

  public UsergroupMethods(UsergroupService groups, UserService users) {
    this.groups = groups;
    this.users = users;
  }

  public List<Method> all() {
    return List.of(
        writing("usergroups.create", "Makes a group of people, with nobody in it yet.")
            .args(NEW_NAME, HANDLE, DESCRIPTION, CHANNELS, INCLUDE_COUNT)
            .errors(
                "bad_handle",
                "description_too_long",
                "forbidden_handle",
                "handle_already_exists",
                "invalid_channel_provided",
                "missing_subteam_name",
                "name_already_exists",
                "name_too_long")
            .does(this::create),
        writing("usergroups.update", "Changes what a group is called and where it is at home.")
            .args(GROUP, NAME, HANDLE, DESCRIPTION, CHANNELS, INCLUDE_COUNT)
            .errors(
                "bad_handle",
                "description_too_long",
                "forbidden_handle",
                "handle_already_exists",
                "invalid_channel_provided",
                "missing_subteam_name",
                "name_already_exists",
                "name_too_long",
                NO_SUCH)
            .does(this::update),
        writing("usergroups.enable", "Takes a group into use again.")
            .args(GROUP, INCLUDE_COUNT)
            .errors(NO_SUCH)
            .does(call -> edit(call, new UsergroupEdit.Enabled(true))),
        writing("usergroups.disable", "Takes a group out of use; its people stay noted.")
            .args(GROUP, INCLUDE_COUNT)
            .errors(NO_SUCH)
            .does(call -> edit(call, new UsergroupEdit.Enabled(false))),
        Method.named("usergroups.list", "Lists the groups of people.")
            .scopes(READ)
            .tier(RateTier.TIER_2)
            .args(INCLUDE_COUNT, INCLUDE_DISABLED, INCLUDE_USERS)
            .does(this::list),
        Method.named("usergroups.users.list", "Lists who is in a group.")
            .scopes(READ)
            .tier(RateTier.TIER_2)
            .args(GROUP, INCLUDE_DISABLED)
            .errors(NO_SUCH)
            .does(this::users),
        writing("usergroups.users.update", "Says who is in a group, all of them.")
            .args(GROUP, USERS, INCLUDE_COUNT)
            .errors("invalid_users", "no_users_provided", "subteam_max_users_exceeded", NO_SUCH)
            .does(
                call ->
                    edit(
                        call,
                        new UsergroupEdit.People(call.get(USERS).stream().distinct().toList()))));
  }

  private static Method.Draft writing(String name, String summary) {
    return Method.named(name, summary)
        .scopes(WRITE)
        .tier(RateTier.TIER_2)
        .writes()
        .errors("permission_denied");
  }

  private Reply create(Call call) {
    UsergroupEdit.Create create =
        new UsergroupEdit.Create(
            call.get(NEW_NAME),
            call.find(HANDLE).orElse(""),
            call.find(DESCRIPTION).orElse(""),
            call.find(CHANNELS).orElse(List.of()));
    return Reply.ok().with("usergroup", groups.create(call.actor(), create));
  }

  private Reply update(Call call) {
    return edit(
        call,
        UsergroupEdit.Describe.of(
            call.find(NAME), call.find(HANDLE), call.find(DESCRIPTION), call.find(CHANNELS)));
  }

  private Reply edit(Call call, UsergroupEdit edit) {
    return Reply.ok().with("usergroup", groups.edit(call.actor(), call.get(GROUP), edit));
  }

  private Reply list(Call call) {
    boolean withUsers = call.get(INCLUDE_USERS);
    boolean withDisabled = call.get(INCLUDE_DISABLED);
    List<JsonView> shown =
        groups.all(call.actor()).stream()
            .filter(group -> withDisabled || group.deleted() == null)
            .map(group -> seen(call, group))
            .map(group -> withUsers ? group : group.withoutUsers())
            .toList();
    return Reply.ok().with("usergroups", shown);
  }

  /// Guests learn of no people or channels they do not know.
  private UsergroupView seen(Call call, UsergroupView group) {
    return call.actor().isGuest()
        ? group.seenBy(users.known(call.workspace(), call.actor().user(), group.users()))
        : group;
  }

  private Reply users(Call call) {
    UsergroupView group = seen(call, groups.get(call.actor(), call.get(GROUP)));
    if (group.deleted() != null && !call.get(INCLUDE_DISABLED)) {
      throw new Refusal(NO_SUCH);
    }
    return Reply.ok().with("users", group.users().stream().map(UserId::toString).toList());
  }
}
