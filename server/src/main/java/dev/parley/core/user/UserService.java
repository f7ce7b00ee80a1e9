package dev.parley.core.user;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Role;
import dev.parley.core.user.CreateUser.SealedProfile;
import dev.parley.kernel.AppId;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.PersonView;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The people and bots of a workspace. Calls block; run them on virtual threads.
public final class UserService implements People {
  private static final byte[] NOTHING = new byte[0];

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final IdGenerator ids;
  private final WorkspaceKeys keys;
  private final UserStore store;
  private final PeopleIndex index;

  public UserService(
      TenantDatabase database, CommitLoop commits, IdGenerator ids, WorkspaceKeys keys) {
    this.database = database;
    this.commits = commits;
    this.ids = ids;
    this.keys = keys;
    this.store = new UserStore(keys);
    this.index = new PeopleIndex(database, store);
  }

  /// Creates an account.
  ///
  /// @throws Refusal `username_taken`, `email_taken`
  public UserView create(WorkspaceId workspace, NewUser user) {
    return Outcome.await(commits.submit(change(workspace, user, false)));
  }

  /// Creates many accounts; each is durable or refused on its own.
  ///
  /// @return the outcomes in the order of the users
  public List<CompletableFuture<UserView>> createAll(WorkspaceId workspace, List<NewUser> users) {
    return users.stream().map(user -> commits.submit(change(workspace, user, false))).toList();
  }

  /// Creates the first account of a workspace, and the workspace's stream with it.
  public UserView createFirst(WorkspaceId workspace, NewUser user) {
    return Outcome.await(commits.submit(change(workspace, user, true)));
  }

  /// Changes what somebody says of themselves.
  ///
  /// @param actor the person, or an admin of at least their rank
  /// @throws Refusal `user_not_found`, `not_admin`, `cannot_update_admin_user`,
  ///     `must_clear_both_status_text_and_status_emoji`
  public UserView describe(WorkspaceId workspace, UserId actor, UserId user, ProfileEdit edit) {
    return Outcome.await(
        commits.submit(new EditUser(workspace, actor, user, new UserEdit.Profile(edit))));
  }

  /// Gives somebody another role.
  ///
  /// @param actor an admin of at least their rank and the new one; null for the operator
  /// @throws Refusal `user_not_found`, `primary_owner`, `not_admin`, `cannot_update_admin_user`,
  ///     `role_above_own`, `own_account`, `user_is_bot`
  public UserView rank(WorkspaceId workspace, @Nullable UserId actor, UserId user, Role role) {
    return stand(workspace, actor, user, new UserEdit.Rank(role));
  }

  /// Lets somebody in or shuts them out.
  ///
  /// @param actor an admin of at least their rank; null for the operator
  /// @throws Refusal `user_not_found`, `primary_owner`, `not_admin`, `cannot_update_admin_user`,
  ///     `own_account`, `user_is_bot`
  public UserView activate(
      WorkspaceId workspace, @Nullable UserId actor, UserId user, boolean active) {
    return stand(workspace, actor, user, new UserEdit.Active(active));
  }

  private UserView stand(
      WorkspaceId workspace, @Nullable UserId actor, UserId user, UserEdit edit) {
    try {
      return Outcome.await(commits.submit(new EditUser(workspace, actor, user, edit)));
    } catch (Refusal refusal) {
      throw refusal.code().equals("channel_not_found") ? new Refusal("user_not_found") : refusal;
    }
  }

  /// Finds somebody by id.
  ///
  /// @throws Refusal `user_not_found`
  public UserView get(WorkspaceId workspace, UserId user) {
    return database
        .read(workspace, handle -> store.byIds(workspace, handle, List.of(user)))
        .stream()
        .findFirst()
        .orElseThrow(() -> new Refusal("user_not_found"));
  }

  /// Those of some people who exist, by id.
  public Map<UserId, UserView> some(WorkspaceId workspace, Collection<UserId> people) {
    return people.isEmpty()
        ? Map.of()
        : database.read(workspace, handle -> store.byIds(workspace, handle, people)).stream()
            .collect(Collectors.toMap(UserView::id, user -> user));
  }

  @Override
  public Optional<UserView> user(Handle handle, WorkspaceId workspace, UserId user) {
    return store.byIds(workspace, handle, List.of(user)).stream().findFirst();
  }

  @Override
  public List<PersonView> persons(Handle handle, WorkspaceId workspace, Collection<UserId> people) {
    return people.isEmpty()
        ? List.of()
        : store.byIds(workspace, handle, people).stream().map(PersonView::new).toList();
  }

  @Override
  public List<PersonView> everybody(Handle handle, Actor reader, int limit) {
    return page(handle, reader, 0, limit).stream().map(PersonView::new).toList();
  }

  /// Somebody whom the reader may know of: guests know those they share a channel with.
  ///
  /// @throws Refusal `user_not_found`
  public UserView get(Actor reader, UserId user) {
    requireMet(reader, List.of(user));
    return get(reader.workspace(), user);
  }

  /// Refuses people of whom a guest does not know, like people who never existed.
  ///
  /// @throws Refusal `user_not_found`
  public void requireMet(Actor reader, Collection<UserId> people) {
    if (reader.isGuest()
        && !database
            .read(
                reader.workspace(),
                handle -> store.met(reader.workspace(), handle, reader.user(), people))
            .containsAll(people)) {
      throw new Refusal("user_not_found");
    }
  }

  /// Those of some people of whom a reader may know, and perhaps some who never existed.
  public Set<UserId> known(WorkspaceId workspace, UserId reader, Collection<UserId> people) {
    return database.read(
        workspace,
        handle ->
            store
                .state(workspace, handle, reader)
                .filter(state -> state.role() == Role.GUEST)
                .map(_ -> store.met(workspace, handle, reader, people))
                .orElseGet(() -> Set.copyOf(people)));
  }

  /// Everybody in the order of their ids.
  ///
  /// @param after the last id that was seen, or 0
  public List<UserView> page(WorkspaceId workspace, long after, int limit) {
    return database.read(workspace, handle -> store.page(workspace, handle, after, limit));
  }

  /// Those whom the reader may know of, in the order of their ids.
  ///
  /// @param after the last id that was seen, or 0
  public List<UserView> page(Actor reader, long after, int limit) {
    return database.read(reader.workspace(), handle -> page(handle, reader, after, limit));
  }

  private List<UserView> page(Handle handle, Actor reader, long after, int limit) {
    return reader.isGuest()
        ? store.pageMet(reader.workspace(), handle, reader.user(), after, limit)
        : store.page(reader.workspace(), handle, after, limit);
  }

  /// Those whom the reader may know of and whom a query means, the best first.
  ///
  /// @param query the beginning of a name or of its words, its initials, or letters inside it;
  ///     whoever asks for more than a name can hold finds nobody
  public List<UserView> find(Actor reader, String query, int limit) {
    WorkspaceId workspace = reader.workspace();
    Set<UserId> among = reader.isGuest() ? metBy(reader) : null;
    List<UserId> found = index.find(workspace, query, among, limit);
    if (found.isEmpty()) {
      return List.of();
    }
    List<UserView> people =
        new ArrayList<>(database.read(workspace, handle -> store.byIds(workspace, handle, found)));
    people.sort(Comparator.comparingInt(person -> found.indexOf(person.id())));
    return List.copyOf(people);
  }

  private Set<UserId> metBy(Actor reader) {
    Set<UserId> met =
        new HashSet<>(
            database.read(
                reader.workspace(),
                handle -> store.allMet(reader.workspace(), handle, reader.user())));
    met.add(reader.user());
    return met;
  }

  public Optional<UserView> findByHandle(WorkspaceId workspace, String name) {
    return database.read(workspace, handle -> store.byHandle(workspace, handle, name));
  }

  public Optional<UserView> findByEmail(WorkspaceId workspace, EmailAddress email) {
    return database.read(workspace, handle -> store.byEmail(workspace, handle, email.value()));
  }

  /// Active people of whom the reader may know, by their handles.
  public Map<String, UserId> called(Actor reader, Collection<String> handles) {
    return database.read(
        reader.workspace(),
        handle ->
            reader.isGuest()
                ? store.calledMet(reader.workspace(), handle, reader.user(), handles)
                : store.called(reader.workspace(), handle, handles));
  }

  /// The bot user of an app, active or not.
  public Optional<UserView> findByApp(WorkspaceId workspace, AppId app) {
    return database.read(workspace, handle -> store.byApp(workspace, handle, app));
  }

  /// The state of an account, within a transaction.
  public Optional<AccountState> state(Handle handle, WorkspaceId workspace, UserId user) {
    return store.state(workspace, handle, user);
  }

  private CreateUser change(WorkspaceId workspace, NewUser user, boolean first) {
    UserId id = ids.newUserId();
    Sealer sealer = keys.of(workspace);
    EmailAddress email = user.email();
    SealedProfile sealed =
        new SealedProfile(
            ProfileCodec.sealProfile(sealer, workspace, id, user.profile()),
            email == null ? NOTHING : ProfileCodec.sealEmail(sealer, workspace, id, email.value()),
            email == null ? NOTHING : sealer.digest(email.value()));
    return new CreateUser(workspace, id, user, sealed, first);
  }
}
