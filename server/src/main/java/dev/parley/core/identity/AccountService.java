package dev.parley.core.identity;

import dev.parley.core.access.Role;
import dev.parley.core.identity.IdentityStore.StoredIdentity;
import dev.parley.core.user.NewUser;
import dev.parley.core.user.UserName;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.DefaultChannels;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.core.workspace.WorkspaceSlug;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.DirectoryDatabase;
import dev.parley.storage.keys.MasterKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Makes workspaces and accounts, and ties accounts to the identities that sign in to them. Calls
/// block; run them on virtual threads.
public final class AccountService {
  private final DirectoryDatabase directory;
  private final IdentityStore identities;
  private final WorkspaceKeyring keyring;
  private final WorkspaceService workspaces;
  private final UserService users;
  private final DefaultChannels channels;
  private final IdGenerator ids;

  public AccountService(
      DirectoryDatabase directory,
      MasterKey master,
      WorkspaceKeyring keyring,
      WorkspaceService workspaces,
      UserService users,
      DefaultChannels channels,
      IdGenerator ids) {
    this.directory = directory;
    this.identities = new IdentityStore(master.sealer());
    this.keyring = keyring;
    this.workspaces = workspaces;
    this.users = users;
    this.channels = channels;
    this.ids = ids;
  }

  /// A person to be given an account.
  ///
  /// @param handle how they are called after an `@`
  /// @param profile what is known of them
  /// @param passwordHash what [Passwords#hash] gave; empty if they cannot sign in yet
  public record Person(
      String handle,
      ProfileText profile,
      Optional<EmailAddress> email,
      Optional<String> passwordHash,
      Role role) {

    /// Somebody of whom no more is known than a name.
    ///
    /// @param realName their name, or empty
    public Person(
        String handle,
        String realName,
        Optional<EmailAddress> email,
        Optional<String> passwordHash,
        Role role) {
      this(handle, ProfileText.named(realName), email, passwordHash, role);
    }
  }

  /// A new workspace and its owner.
  public record Founded(Workspace workspace, UserView owner) {}

  /// Makes a workspace with its owner and first channels. It becomes visible as the last step.
  ///
  /// @param onlyFirst whether it must be the first of this deployment
  /// @throws Refusal `invalid_slug`, `slug_taken`, `already_set_up`, `invalid_username`
  public Founded found(String name, String slug, Person owner, boolean onlyFirst) {
    return found(name, slug, owner, onlyFirst, _ -> {});
  }

  /// The same with a workspace that is furnished before it becomes visible.
  ///
  /// @param furnish fills the workspace; if it fails there is none
  public Founded found(
      String name, String slug, Person owner, boolean onlyFirst, Consumer<Founded> furnish) {
    String shortName = WorkspaceSlug.check(slug);
    if (onlyFirst && !workspaces.isEmpty()) {
      throw new Refusal("already_set_up");
    }
    if (workspaces.findBySlug(shortName).isPresent()) {
      throw new Refusal("slug_taken");
    }
    NewUser first = newUser(owner, owner.email().map(email -> identity(email, owner)).orElse(0L));
    WorkspaceId id = ids.newWorkspaceId();
    keyring.create(id);
    try {
      UserView user = users.createFirst(id, first);
      channels.create(id, user.id());
      Founded founded = new Founded(new Workspace(id, shortName, name, Instant.now()), user);
      furnish.accept(founded);
      var _ =
          directory.run(
              handle -> {
                workspaces.register(handle, id, shortName, name, onlyFirst);
                if (first.identity() != 0) {
                  identities.link(handle, first.identity(), id, user.id());
                }
                return id;
              });
      return founded;
    } catch (RuntimeException e) {
      keyring.discard(id);
      throw e;
    }
  }

  /// Gives somebody an account and takes them into the first channels; guests are
  /// invited one by one.
  ///
  /// @throws Refusal `invalid_username`, `username_taken`, `email_taken`
  public UserView add(WorkspaceId workspace, Person person) {
    long identity = person.email().map(email -> identity(email, person)).orElse(0L);
    UserView user = users.create(workspace, newUser(person, identity));
    if (identity != 0) {
      var _ =
          directory.run(
              handle -> {
                identities.link(handle, identity, workspace, user.id());
                return identity;
              });
    }
    if (!user.isGuest()) {
      channels.welcome(workspace, List.of(user.id()));
    }
    return user;
  }

  /// Lets somebody who has an account already sign in to it by an address.
  public void letIn(WorkspaceId workspace, UserId user, Person person) {
    person
        .email()
        .ifPresent(
            email -> {
              long identity = identity(email, person);
              var _ =
                  directory.run(
                      handle -> {
                        identities.link(handle, identity, workspace, user);
                        return identity;
                      });
            });
  }

  /// Gives accounts to many people who have a handle and nothing else.
  ///
  /// @throws Refusal that of the first one who is refused; those before are created
  public List<UserView> addAll(WorkspaceId workspace, List<String> handles) {
    List<NewUser> people = handles.stream().map(UserName::check).map(NewUser::member).toList();
    List<UserView> created = new ArrayList<>(people.size());
    for (CompletableFuture<UserView> outcome : users.createAll(workspace, people)) {
      try {
        created.add(outcome.join());
      } catch (CompletionException e) {
        throw e.getCause() instanceof Refusal refusal ? refusal : e;
      }
    }
    List<UserId> newcomers = created.stream().map(UserView::id).toList();
    channels.welcome(workspace, newcomers);
    return created;
  }

  /// Whether somebody already signs in by this address, in any workspace. Their password stays.
  public boolean hasPassword(EmailAddress email) {
    return directory.run(
        handle ->
            identities
                .find(handle, email)
                .map(found -> found.passwordHash() != null && isUsed(handle, found))
                .orElse(false));
  }

  private static NewUser newUser(Person person, long identity) {
    return new NewUser(
        UserName.check(person.handle()),
        "",
        person.profile(),
        person.role(),
        false,
        null,
        person.email().orElse(null),
        identity);
  }

  /// Whether it leads into any workspace; what does not was left behind by something that failed.
  private boolean isUsed(Handle handle, StoredIdentity identity) {
    return !identities.accounts(handle, identity.id()).isEmpty();
  }

  /// Finds or makes the identity of an address. A password is set only where there is none yet that
  /// somebody uses.
  private long identity(EmailAddress email, Person person) {
    return directory.run(
        handle -> {
          identities.insert(handle, ids.newId(), email, person.passwordHash().orElse(null));
          StoredIdentity identity = identities.find(handle, email).orElseThrow();
          boolean isFree = identity.passwordHash() == null || !isUsed(handle, identity);
          if (isFree && person.passwordHash().isPresent()) {
            identities.setPassword(handle, identity.id(), person.passwordHash().get());
          }
          return identity.id();
        });
  }
}
