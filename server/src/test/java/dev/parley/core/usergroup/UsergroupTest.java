package dev.parley.core.usergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.message.MessageTarget;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UsergroupView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Groups of people.
final class UsergroupTest extends AcmeTest {
  private final UsergroupService groups;
  private final Actor admin;

  UsergroupTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    groups = new UsergroupService(core.tenants, core.commits, core.ids, core.keys);
    admin = actor(acme, alice, Role.ADMIN);
  }

  private static Actor actor(WorkspaceId workspace, UserId user, Role role) {
    return new Actor(workspace, user, role, false, new Credential.Token(1, Set.of()));
  }

  private UsergroupView create(String name, ChannelId... channels) {
    return groups.create(admin, new UsergroupEdit.Create(name, "", "", List.of(channels)));
  }

  private UsergroupView put(UsergroupView group, UserId... people) {
    return groups.edit(admin, group.id(), new UsergroupEdit.People(List.of(people)));
  }

  @Test
  void namingAGroupMentionsItsPeopleInTheChannel() throws Exception {
    UserId carol = core.newUser(acme, "carol");
    UserId away = core.newUser(acme, "away");
    ChannelId channel = core.newChannel(acme, "called", alice, bob, carol);
    UsergroupView group = put(create("Callers"), alice, bob, away);
    String named = "wake up <!subteam^" + group.id() + "|@callers>";

    MessageTs ts = core.post(acme, channel, alice, named).ts();
    assertThat(mentions(channel, bob)).isEqualTo(1);
    assertThat(mentions(channel, carol)).isZero();
    assertThat(mentions(channel, alice)).isZero();
    assertThat(readBack(StreamKey.of(acme, bob)).getLast()).contains("mention_added");
    assertThat(readBack(StreamKey.of(acme, away))).isEmpty();

    var _ = core.messages.edit(new MessageTarget(acme, channel, ts), alice, "never mind");
    assertThat(mentions(channel, bob)).isZero();

    var _ = groups.edit(admin, group.id(), new UsergroupEdit.Enabled(false));
    var _ = core.post(acme, channel, alice, named);
    assertThat(mentions(channel, bob)).isZero();
  }

  @Test
  void ofALargeGroupFiftyAreMentioned() throws Exception {
    List<UserId> crowd = core.newUsers(acme, "crowd", 60);
    ChannelId channel = core.newChannel(acme, "crowded", alice, crowd.toArray(UserId[]::new));
    UsergroupView group = put(create("Crowd"), crowd.toArray(UserId[]::new));

    var _ = core.post(acme, channel, alice, "<!subteam^" + group.id() + ">");

    assertThat(crowd.stream().filter(user -> mentions(channel, user) == 1).count()).isEqualTo(50);
  }

  @Test
  void whatBecomesOfAGroupIsToldToEverybody() {
    ChannelId home = core.newChannel(acme, "home", alice);
    UsergroupView made = create("The Builders", home);
    assertThat(made.handle()).isEqualTo("the-builders");
    assertThat(made.channels()).containsExactly(home);
    UsergroupView filled = put(made, bob);
    assertThat(put(made, bob).users()).isEqualTo(filled.users()).containsExactly(bob);
    UsergroupView renamed =
        groups.edit(
            admin,
            made.id(),
            UsergroupEdit.Describe.of(
                Optional.of("Masons"),
                Optional.of("@masons"),
                Optional.of("stone"),
                Optional.empty()));

    assertThat(groups.get(admin, made.id())).isEqualTo(renamed);
    assertThat(renamed.channels()).containsExactly(home);
    assertThat(readBack(StreamKey.of(acme)))
        .anyMatch(
            event ->
                event.contains("\"type\":\"subteam_created\"")
                    && event.contains("\"handle\":\"masons\"")
                    && event.contains("\"description\":\"stone\"")
                    && event.contains("\"users\":[\"" + bob + "\"]"));
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    UsergroupView group = create("Strict");
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    ChannelId theirs = core.newChannel(globex, "theirs", mallory);
    Actor owner = actor(globex, mallory, Role.OWNER);

    assertRefused("name_already_exists", () -> create("Strict"));
    assertRefused("handle_already_exists", () -> create("strict"));
    assertRefused("handle_already_exists", () -> create("Bob"));
    assertRefused("forbidden_handle", () -> create("Here"));
    assertRefused("name_too_long", () -> create("x".repeat(81)));
    assertRefused("invalid_channel_provided", () -> create("Lost", theirs));
    assertRefused("invalid_users", () -> put(group, mallory));
    assertRefused("no_users_provided", () -> put(group));
    assertRefused(
        "permission_denied",
        () ->
            groups.edit(
                actor(acme, bob, Role.MEMBER), group.id(), new UsergroupEdit.Enabled(false)));
    for (UsergroupId unknown : List.of(group.id(), new UsergroupId(4))) {
      assertRefused(
          "no_such_subteam", () -> groups.edit(owner, unknown, new UsergroupEdit.Enabled(false)));
      assertRefused("no_such_subteam", () -> groups.get(owner, unknown));
    }
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
