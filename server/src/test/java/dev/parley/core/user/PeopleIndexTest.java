package dev.parley.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.DatabaseRole;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// People are found by how they are called, whatever of it is sealed.
final class PeopleIndexTest extends AcmeTest {
  private final UserService users;

  PeopleIndexTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    users = new UserService(core.tenants, core.commits, core.ids, core.keys);
  }

  private List<String> found(Role role, UserId reader, String query) {
    return found(new Actor(acme, reader, role, false, new Credential.Session(1)), query, 100);
  }

  private List<String> found(Actor reader, String query, int limit) {
    return users.find(reader, query, limit).stream().map(UserView::name).toList();
  }

  private List<String> found(String query) {
    return found(Role.MEMBER, alice, query);
  }

  private UserId named(String handle, String realName) {
    return create(acme, handle, realName, Role.MEMBER);
  }

  private UserId create(WorkspaceId workspace, String handle, String realName, Role role) {
    NewUser user = new NewUser(handle, "", ProfileText.named(realName), role, false, null, null, 0);
    return users.create(workspace, user).id();
  }

  private void rename(UserId user, String realName) {
    var _ =
        users.describe(acme, user, user, new ProfileEdit(Map.of(ProfileField.REAL_NAME, realName)));
  }

  private void date(UserId user, String interval) throws Exception {
    try (Connection connection = core.databases.connect(DatabaseRole.WRITER);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          update user_account set updated_at = now() + interval '%s'
           where workspace_id = %d and id = %d
          """
              .formatted(interval, acme.value(), user.value()));
      connection.commit();
    }
  }

  @Test
  void theBestNameComesFirstAndMarksAndCaseDoNotMatter() throws Exception {
    var _ = named("z1", "Zoë");
    var _ = named("z2", "Zoë Zimmermann");
    var _ = named("z3", "Lorenzoe Ott");
    var _ = named("z4", "Max Zoeller");

    assertThat(found("ZOE")).containsExactly("z1", "z2", "z4", "z3");
    assertThat(found("zi zoe")).containsExactly("z2");
    assertThat(found("mz")).containsExactly("z4");
    assertThat(found("nobody")).isEmpty();
  }

  @Test
  void whoIsRenamedIsFoundByTheNewNameAloneAndWhoIsGoneComesLast() throws Exception {
    UserId carol = named("c1", "Carol Clark");
    var _ = named("c2", "Old Carol");
    assertThat(found("carol")).containsExactly("c1", "c2");

    rename(carol, "Karla Clark");
    assertThat(found("carol")).containsExactly("c2");
    assertThat(found("clark")).containsExactly("c1");

    var _ = named("c3", "Another Clark");
    var _ = users.activate(acme, null, carol, false);
    assertThat(found("clark")).containsExactly("c3", "c1");
  }

  @Test
  void noMoreAreToldThanAreWantedAndNobodyOfAnotherWorkspace() throws Exception {
    IntStream.range(0, 5).forEach(n -> named("dan" + n, ""));
    WorkspaceId globex = core.newWorkspace();
    var _ = core.newUser(globex, "dan-of-globex");

    Actor reader = new Actor(acme, alice, Role.MEMBER, false, new Credential.Session(1));
    assertThat(found(reader, "dan", 3)).containsExactly("dan0", "dan1", "dan2");
    assertThat(found("globex")).isEmpty();
  }

  @Test
  void howeverFewAreWantedTheyAreTheBest() throws Exception {
    var _ = core.newUsers(acme, "eve", 40);
    var _ = named("stevens", "Eve");
    var _ = users.activate(acme, null, named("eve-gone", ""), false);
    Actor reader = new Actor(acme, alice, Role.MEMBER, false, new Credential.Session(1));

    List<String> all = found(reader, "eve", 100);
    assertThat(all).hasSize(42).startsWith("stevens", "eve0").endsWith("eve-gone");
    for (int few = 1; few <= all.size(); few++) {
      assertThat(found(reader, "eve", few)).isEqualTo(all.subList(0, few));
    }
  }

  @Test
  void aGuestFindsThoseWhomTheyMeet() throws Exception {
    UserId guest = create(acme, "gus", "", Role.GUEST);
    var _ = core.newChannel(acme, "shop", guest, bob);

    assertThat(found(Role.GUEST, guest, "bob")).containsExactly("bob");
    assertThat(found(Role.GUEST, guest, "alice")).isEmpty();
  }

  @Test
  void aGuestInNoChannelFindsThemselves() {
    UserId guest = create(acme, "greta", "", Role.GUEST);

    assertThat(found(Role.GUEST, guest, "greta")).containsExactly("greta");
    assertThat(found(Role.GUEST, guest, "alice")).isEmpty();
  }

  @Test
  void noClockHidesWhoIsRenamed() throws Exception {
    UserId early = named("early", "Erna");
    UserId late = named("late", "Erna");
    date(early, "1 day");
    assertThat(found("erna")).containsExactly("early", "late");

    rename(late, "Lotte");
    date(late, "-1 hour");
    assertThat(found("lotte")).containsExactly("late");
    assertThat(found("erna")).containsExactly("early");
  }

  @Test
  void whoComesWhileOthersAskIsFoundByThoseWhoAskAfterwards() throws Exception {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> each =
          IntStream.range(0, 200)
              .mapToObj(
                  n ->
                      executor.submit(
                          () -> {
                            var _ = named("crowd" + n, "Ida" + n + " Crowd");
                            return found("ida" + n).size();
                          }))
              .toList();
      for (Future<Integer> found : each) {
        assertThat(found.get()).isPositive();
      }
    }
  }

  @Test
  void whatHoldsNoNameOrMoreThanOneFindsNobody() {
    var _ = named("smile", "😀 Smith");

    assertThat(found("\u0301")).isEmpty();
    assertThat(found(" \u0301 ")).isEmpty();
    assertThat(found("\u00b4")).isEmpty();
    assertThat(found("a ".repeat(1_000_000))).isEmpty();
    assertThat(found("😀s")).containsExactly("smile");
  }

  @Test
  void namesOfNoMorePeopleAreKeptThanAreBorne() throws Exception {
    PeopleIndex index = new PeopleIndex(core.tenants, new UserStore(core.keys), 30);
    for (int n = 0; n < 20; n++) {
      WorkspaceId workspace = core.newWorkspace();
      var _ = core.newUsers(workspace, "dan", 9);
      assertThat(index.find(workspace, "dan", null, 100)).hasSize(9);
    }
    assertThat(index.size()).isBetween(10, 30);

    WorkspaceId large = core.newWorkspace();
    var _ = core.newUsers(large, "dan", 50);
    assertThat(index.find(large, "dan", null, 100)).hasSize(50);
    assertThat(index.size()).isBetween(10, 51);
  }
}
