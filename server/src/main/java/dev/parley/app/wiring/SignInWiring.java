package dev.parley.app.wiring;

import dev.parley.core.access.Credentials;
import dev.parley.core.app.AppAuthors;
import dev.parley.core.app.AppService;
import dev.parley.core.app.WebhookService;
import dev.parley.core.identity.AccountService;
import dev.parley.core.identity.CredentialService;
import dev.parley.core.identity.Passwords;
import dev.parley.core.identity.SignInService;
import dev.parley.core.identity.SignInThrottle;
import dev.parley.core.identity.StandingService;
import dev.parley.core.identity.WorkspaceKeyring;
import dev.parley.core.membership.StandardChannels;
import dev.parley.core.session.SessionService;
import dev.parley.core.token.TokenService;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.fanout.Broker;
import java.security.SecureRandom;
import java.time.Clock;

/// Who may come in: workspaces, accounts, passwords, sessions, tokens and apps.
record SignInWiring(
    WorkspaceService workspaces,
    SessionService sessions,
    TokenService tokens,
    Passwords passwords,
    SignInService signIns,
    AccountService accounts,
    StandingService standings,
    AppService apps,
    AppAuthors authors,
    WebhookService webhooks,
    Credentials credentials) {
  /// Half of the cores: signing in must not stop those who are in.
  private static final int PASSWORDS_AT_ONCE =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  static SignInWiring start(StorageWiring storage, CoreWiring core, Broker broker, Clock clock) {
    SecureRandom random = new SecureRandom();
    WorkspaceService workspaces = new WorkspaceService(storage.directory());
    SessionService sessions =
        new SessionService(storage.tenants(), core.users(), broker, storage.ids(), clock, random);
    TokenService tokens =
        new TokenService(storage.tenants(), core.users(), broker, storage.ids(), clock, random);
    StandingService standings = new StandingService(core.users(), sessions, tokens, broker);
    Passwords passwords = new Passwords(random, PASSWORDS_AT_ONCE);
    AppService apps =
        new AppService(
            storage.tenants(),
            storage.keys(),
            core.users(),
            standings,
            tokens,
            storage.ids(),
            random);
    return new SignInWiring(
        workspaces,
        sessions,
        tokens,
        passwords,
        new SignInService(
            storage.directory(),
            storage.master(),
            passwords,
            new SignInThrottle(clock),
            workspaces,
            core.users(),
            sessions),
        new AccountService(
            storage.directory(),
            storage.master(),
            new WorkspaceKeyring(storage.tenants(), storage.keys()),
            workspaces,
            core.users(),
            new StandardChannels(storage.tenants(), core.channels(), core.memberships()),
            storage.ids()),
        standings,
        apps,
        new AppAuthors(core.users()),
        new WebhookService(storage.tenants(), apps, storage.ids(), random),
        new CredentialService(tokens, sessions, workspaces));
  }
}
