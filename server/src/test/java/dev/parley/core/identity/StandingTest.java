package dev.parley.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.identity.AccountService.Founded;
import dev.parley.core.identity.AccountService.Person;
import dev.parley.core.token.TokenKind;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import dev.parley.testkit.AccountFixture;
import dev.parley.testkit.TestPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Roles, and being shut out.
@Tag("store")
@ExtendWith(TestPostgres.class)
final class StandingTest {
  private final AccountFixture node;
  private final Founded acme;
  private final WorkspaceId workspace;
  private final UserId bob;

  StandingTest(TestPostgres.Cluster cluster) throws SQLException, IOException {
    node = new AccountFixture(cluster);
    acme = node.accounts.found("acme", "acme", primaryOwner(), false);
    workspace = acme.workspace().id();
    bob = node.accounts.add(workspace, node.person("bob", "bob@acme.test")).id();
  }

  private Person primaryOwner() {
    Person ann = node.person("ann", "ann@acme.test");
    return new Person(
        ann.handle(), ann.profile(), ann.email(), ann.passwordHash(), Role.PRIMARY_OWNER);
  }

  @AfterEach
  void close() {
    node.close();
  }

  private String newToken() {
    return node.tokens.issue(workspace, bob, TokenKind.USER, Set.of(Credential.Token.CLIENT));
  }

  private SignIn signIn() {
    return node.signIns.signIn(
        EmailAddress.parse("bob@acme.test").orElseThrow(),
        "correct horse",
        Optional.empty(),
        new SignInService.Browser("Firefox", "192.0.2.1"));
  }

  @Test
  void whoIsShutOutHasNoSessionNoTokenAndDoesNotSignIn() {
    String token = newToken();
    String cookie = ((SignIn.Done) signIn()).cookie();
    assertThat(node.credentials.byToken(token).actor().user()).isEqualTo(bob);
    assertThat(node.credentials.bySession(workspace, cookie).actor().user()).isEqualTo(bob);

    UserView gone = node.standings.deactivate(workspace, null, bob);

    assertThat(gone.isDeleted()).isTrue();
    assertThat(node.users.get(workspace, bob)).isEqualTo(gone);
    assertRefused("account_inactive", () -> node.credentials.byToken(token));
    assertRefused("account_inactive", () -> node.credentials.bySession(workspace, cookie));
    assertRefused("account_inactive", this::signIn);
    assertThat(node.standings.deactivate(workspace, null, bob)).isEqualTo(gone);
  }

  @Test
  void whoIsLetInAgainNeedsANewSessionOrToken() {
    String token = newToken();
    String cookie = ((SignIn.Done) signIn()).cookie();
    var _ = node.standings.deactivate(workspace, null, bob);

    assertThat(node.standings.reactivate(workspace, null, bob).isDeleted()).isFalse();

    assertRefused("token_revoked", () -> node.credentials.byToken(token));
    assertRefused("invalid_auth", () -> node.credentials.bySession(workspace, cookie));
    assertThat(signIn()).isInstanceOf(SignIn.Done.class);
    assertThat(node.credentials.byToken(newToken()).actor().user()).isEqualTo(bob);
  }

  @Test
  void aRoleCountsAtOnce() {
    String token = newToken();
    assertThat(node.credentials.byToken(token).actor().role()).isEqualTo(Role.MEMBER);

    assertThat(node.standings.rank(workspace, null, bob, Role.ADMIN).standing())
        .isEqualTo(UserView.Standing.ADMIN);
    assertThat(node.credentials.byToken(token).actor().role()).isEqualTo(Role.ADMIN);
    var _ = node.standings.rank(workspace, null, bob, Role.GUEST);
    assertThat(node.credentials.byToken(token).actor().isGuest()).isTrue();
  }

  @Test
  void thePrimaryOwnerStaysAndWhoIsUnknownIsSaidToBe() {
    UserId owner = acme.owner().id();
    Founded globex = node.found("globex", "mallory");

    assertRefused("primary_owner", () -> node.standings.deactivate(workspace, null, owner));
    assertRefused("primary_owner", () -> node.standings.rank(workspace, null, owner, Role.MEMBER));
    for (UserId unknown : Set.of(new UserId(4), globex.owner().id())) {
      assertRefused("user_not_found", () -> node.standings.deactivate(workspace, null, unknown));
      assertRefused(
          "user_not_found", () -> node.standings.rank(workspace, null, unknown, Role.ADMIN));
    }
  }

  @Test
  void adminsRankAndShutOutThoseBelowThemAndNeverThemselvesOrBots() {
    UserId owner = acme.owner().id();
    UserId admin = newPerson("ada");
    var _ = node.standings.rank(workspace, owner, admin, Role.ADMIN);

    assertThat(node.standings.rank(workspace, admin, bob, Role.ADMIN).standing())
        .isEqualTo(UserView.Standing.ADMIN);
    assertThat(node.standings.deactivate(workspace, admin, bob).isDeleted()).isTrue();
    assertThat(node.standings.reactivate(workspace, admin, bob).isDeleted()).isFalse();
    assertRefused("role_above_own", () -> node.standings.rank(workspace, admin, bob, Role.OWNER));
    assertRefused(
        "cannot_update_admin_user", () -> node.standings.deactivate(workspace, admin, owner));
    assertRefused("own_account", () -> node.standings.deactivate(workspace, admin, admin));
    assertRefused("own_account", () -> node.standings.rank(workspace, owner, owner, Role.MEMBER));
    UserId carol = newPerson("carol");
    assertRefused("not_admin", () -> node.standings.rank(workspace, carol, bob, Role.GUEST));
    assertRefused("not_admin", () -> node.standings.deactivate(workspace, carol, carol));
  }

  private UserId newPerson(String name) {
    return node.accounts.addAll(workspace, List.of(name)).getFirst().id();
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
