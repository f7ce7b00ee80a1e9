package dev.parley.core.identity;

import dev.parley.core.identity.IdentityStore.Account;
import dev.parley.core.identity.IdentityStore.StoredIdentity;
import dev.parley.core.session.SessionService;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.DirectoryDatabase;
import dev.parley.storage.keys.MasterKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs people in by address and password. Calls block; run them on virtual threads.
public final class SignInService {
  private final DirectoryDatabase directory;
  private final IdentityStore identities;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final WorkspaceService workspaces;
  private final UserService users;
  private final SessionService sessions;

  public SignInService(
      DirectoryDatabase directory,
      MasterKey master,
      Passwords passwords,
      SignInThrottle throttle,
      WorkspaceService workspaces,
      UserService users,
      SessionService sessions) {
    this.directory = directory;
    this.identities = new IdentityStore(master.sealer());
    this.passwords = passwords;
    this.throttle = throttle;
    this.workspaces = workspaces;
    this.users = users;
    this.sessions = sessions;
  }

  /// Where a try to sign in comes from.
  public record Browser(String userAgent, String address) {}

  /// Tries to sign somebody in.
  ///
  /// @param team id or short name of the workspace; empty to choose the only one
  public SignIn signIn(
      EmailAddress email, String password, Optional<String> team, Browser browser) {
    String key = HexFormat.of().formatHex(identities.digest(email));
    long wait = throttle.begin(key, browser.address());
    if (wait > 0) {
      return new SignIn.Wait(wait);
    }
    Optional<StoredIdentity> identity;
    Passwords.Verdict verdict;
    try {
      identity = directory.run(handle -> identities.find(handle, email));
      @Nullable String stored = identity.map(StoredIdentity::passwordHash).orElse(null);
      verdict = passwords.verify(password, stored);
    } catch (RuntimeException e) {
      throttle.abandoned(key, browser.address());
      throw e;
    }
    if (identity.isEmpty() || !verdict.isRight()) {
      return new SignIn.Wrong(throttle.left(key));
    }
    throttle.succeeded(key, browser.address());
    long id = identity.get().id();
    verdict
        .rehashed()
        .ifPresent(
            hash -> {
              var _ =
                  directory.run(
                      handle -> {
                        identities.setPassword(handle, id, hash);
                        return id;
                      });
            });
    return enter(id, team, browser);
  }

  /// Whether this is the password of an address. Counts no tries: for the operator's console alone.
  public boolean opens(EmailAddress email, String password) {
    return directory
        .run(handle -> identities.find(handle, email))
        .map(identity -> passwords.verify(password, identity.passwordHash()).isRight())
        .orElse(false);
  }

  private SignIn enter(long identity, Optional<String> team, Browser browser) {
    List<Account> accounts = directory.run(handle -> identities.accounts(handle, identity));
    List<Workspace> open = workspaces.findAll(accounts.stream().map(Account::workspace).toList());
    List<Workspace> wanted =
        team.isEmpty()
            ? open
            : open.stream()
                .filter(
                    workspace ->
                        workspace.id().toString().equals(team.get())
                            || workspace.slug().equals(team.get()))
                .toList();
    if (wanted.size() != 1) {
      if (open.isEmpty()) {
        throw new Refusal("no_workspace", "this person has no account in any workspace");
      }
      return new SignIn.Choose(open);
    }
    Workspace workspace = wanted.getFirst();
    Account account =
        accounts.stream()
            .filter(one -> one.workspace().equals(workspace.id()))
            .findFirst()
            .orElseThrow();
    UserView user = users.get(workspace.id(), account.user());
    if (user.isDeleted()) {
      throw new Refusal("account_inactive");
    }
    String cookie =
        sessions.begin(workspace.id(), user.id(), browser.userAgent(), browser.address());
    return new SignIn.Done(workspace, user, cookie);
  }
}
