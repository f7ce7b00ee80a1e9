package dev.parley.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import java.util.Map;
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

  private UserId named(String handle, String realName) throws Exception {
    UserId user = core.newUser(acme, handle);
    var _ =
        users.describe(acme, user, user, new ProfileEdit(Map.of(ProfileField.REAL_NAME, realName)));
    return user;
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

    var _ =
        users.describe(
            acme, carol, carol, new ProfileEdit(Map.of(ProfileField.REAL_NAME, "Karla Clark")));
    assertThat(found("carol")).containsExactly("c2");
    assertThat(found("clark")).containsExactly("c1");

    var _ = named("c3", "Another Clark");
    var _ = users.activate(acme, null, carol, false);
    assertThat(found("clark")).containsExactly("c3", "c1");
  }

  @Test
  void noMoreAreToldThanAreWantedAndNobodyOfAnotherWorkspace() throws Exception {
    var _ = core.newUsers(acme, "dan", 5);
    WorkspaceId globex = core.newWorkspace();
    var _ = core.newUser(globex, "dan-of-globex");

    Actor reader = new Actor(acme, alice, Role.MEMBER, false, new Credential.Session(1));
    assertThat(found(reader, "dan", 3)).containsExactly("dan0", "dan1", "dan2");
    assertThat(found("globex")).isEmpty();
  }

  @Test
  void aGuestFindsThoseWhomTheyMeet() throws Exception {
    UserId guest = core.newUser(acme, "gus", Role.GUEST);
    var _ = core.newChannel(acme, "shop", guest, bob);

    assertThat(found(Role.GUEST, guest, "bob")).containsExactly("bob");
    assertThat(found(Role.GUEST, guest, "alice")).isEmpty();
  }
}
