package dev.parley.testkit;

import dev.parley.core.access.Role;
import dev.parley.core.identity.AccountService;
import dev.parley.core.identity.AccountService.Founded;
import dev.parley.core.identity.AccountService.Person;
import dev.parley.core.identity.CredentialService;
import dev.parley.core.identity.Passwords;
import dev.parley.core.identity.SignInService;
import dev.parley.core.identity.SignInThrottle;
import dev.parley.core.identity.StandingService;
import dev.parley.core.identity.WorkspaceKeyring;
import dev.parley.core.session.SessionService;
import dev.parley.core.token.TokenService;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.DefaultChannels;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.DirectoryDatabase;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Everything around accounts on one node: workspaces, people, sign-in, sessions and tokens.
public final class AccountFixture implements AutoCloseable {
  public final CoreFixture core;
  public final MovableClock clock = new MovableClock();
  public final DirectoryDatabase directory;
  public final WorkspaceService workspaces;
  public final UserService users;
  public final SessionService sessions;
  public final TokenService tokens;
  public final Passwords passwords;
  public final AccountService accounts;
  public final SignInService signIns;
  public final StandingService standings;
  public final CredentialService credentials;

  public AccountFixture(TestPostgres.Cluster cluster) throws SQLException, IOException {
    core = CoreFixture.start(cluster);
    SecureRandom random = new SecureRandom();
    directory = new DirectoryDatabase(core.databases);
    workspaces = new WorkspaceService(directory);
    users = new UserService(core.tenants, core.commits, core.ids, core.keys);
    sessions = new SessionService(core.tenants, users, core.broker, core.ids, clock, random);
    tokens = new TokenService(core.tenants, users, core.broker, core.ids, clock, random);
    passwords = new Passwords(random, 2);
    accounts =
        new AccountService(
            directory,
            core.master,
            new WorkspaceKeyring(core.tenants, core.keys),
            workspaces,
            users,
            new NoChannels(),
            core.ids);
    signIns =
        new SignInService(
            directory,
            core.master,
            passwords,
            new SignInThrottle(clock),
            workspaces,
            users,
            sessions);
    standings = new StandingService(users, sessions, tokens, core.broker);
    credentials = new CredentialService(tokens, sessions, workspaces);
  }

  /// A workspace whose owner signs in with `<handle>@<slug>.test` and the password `correct horse`.
  public Founded found(String slug, String owner) {
    return accounts.found(slug, slug, person(owner, owner + "@" + slug + ".test"), false);
  }

  /// Somebody who can sign in with the password `correct horse`.
  public Person person(String handle, String email) {
    return new Person(
        handle,
        handle,
        EmailAddress.parse(email),
        Optional.of(passwords.hash("correct horse", List.of())),
        Role.MEMBER);
  }

  private static final class NoChannels implements DefaultChannels {
    @Override
    public void create(WorkspaceId workspace, UserId owner) {}

    @Override
    public void welcome(WorkspaceId workspace, List<UserId> people) {}
  }

  @Override
  public void close() {
    core.close();
  }
}
