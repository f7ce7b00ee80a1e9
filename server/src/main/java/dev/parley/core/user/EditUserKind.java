package dev.parley.core.user;

import dev.parley.core.access.Role;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.picture.Picture;
import dev.parley.core.picture.PictureAddress;
import dev.parley.core.picture.PictureRows;
import dev.parley.core.teamprofile.TeamProfile;
import dev.parley.core.teamprofile.TeamProfileReader;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.UserView;
import dev.parley.protocol.view.UserView.Standing;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Commits changes of accounts. Runs on commit threads.
public final class EditUserKind extends SingleKind<EditUser, UserView> {
  private static final String SET_PROFILE =
      """
      update user_account set display_name = ?, profile = ?, updated_at = ?
       where workspace_id = ? and id = ?
      """;

  private static final String SET_ROLE =
      "update user_account set role = ?, updated_at = ? where workspace_id = ? and id = ?";

  private static final String SET_DEACTIVATED =
      """
      update user_account set deactivated_at = ?, updated_at = ? where workspace_id = ? and id = ?
      """;

  private final WorkspaceKeys keys;
  private final UserStore store;
  private final TeamProfileReader teamProfiles;
  private final PictureRows pictures;

  public EditUserKind(WorkspaceKeys keys) {
    super(EditUser.class);
    this.keys = keys;
    this.store = new UserStore(keys);
    this.teamProfiles = new TeamProfileReader(keys);
    this.pictures = new PictureRows(keys);
  }

  @Override
  protected UserView apply(Batch batch, EditUser change) throws SQLException {
    UserView before = read(batch, change);
    UserView after =
        switch (change.edit()) {
          case UserEdit.Profile(ProfileEdit edit) -> describe(batch, change, before, edit);
          case UserEdit.Face(UserEdit.NewPicture picture) ->
              portray(batch, change, before, picture);
          case UserEdit.Rank(Role role) -> rank(batch, change, requireOther(change, before), role);
          case UserEdit.Active(boolean active) ->
              activate(batch, change, requireOther(change, before), active);
        };
    if (after.equals(before)) {
      return before;
    }
    long actor = change.actor() == null ? 0 : change.actor().value();
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace())),
            new EventFact(EventType.USER_CHANGED.number(), actor, 0, change.user().value(), 0),
            offset -> EventPublications.user(offset, EventType.USER_CHANGED, after.withoutEmail()));
    if (after.isGuest() != before.isGuest()) {
      tellOfWorkspace(batch, change, after);
    }
    return after;
  }

  /// Guests do not receive the workspace's stream: the own stream says from where on others do.
  private static void tellOfWorkspace(Batch batch, EditUser change, UserView after) {
    long position = batch.head(StreamKey.of(change.workspace())).offset();
    long user = change.user().value();
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace(), change.user())),
            new EventFact(EventType.ROLE_CHANGED.number(), 0, 0, user, position),
            offset -> EventPublications.roleChanged(offset, after, position));
  }

  /// The person as they are, if the actor may change them. Whoever may not does not learn whether
  /// there is somebody.
  private UserView read(Batch batch, EditUser change) throws SQLException {
    UserId actor = change.actor();
    if (actor == null || (actor.equals(change.user()) && change.edit().isOfOneself())) {
      return find(batch, change, change.user());
    }
    Standing own = find(batch, change, actor).standing();
    if (own.compareTo(Standing.ADMIN) > 0) {
      throw new Refusal("not_admin");
    }
    UserView user = find(batch, change, change.user());
    if (user.standing().compareTo(own) < 0) {
      throw new Refusal("cannot_update_admin_user");
    }
    return user;
  }

  /// People do not rank or shut out themselves, nor bots, which are as their apps say.
  private static UserView requireOther(EditUser change, UserView user) {
    if (change.actor() == null) {
      return user;
    }
    if (user.isBot()) {
      throw new Refusal("user_is_bot");
    }
    if (change.actor().equals(user.id())) {
      throw new Refusal("own_account");
    }
    return user;
  }

  private UserView find(Batch batch, EditUser change, UserId user) throws SQLException {
    return store
        .inBatch(batch, change.workspace(), user)
        .orElseThrow(() -> new Refusal("user_not_found"));
  }

  private UserView describe(Batch batch, EditUser change, UserView before, ProfileEdit edit)
      throws SQLException {
    boolean hasFields = !edit.fields().isEmpty() || !before.profile().fields().isEmpty();
    TeamProfile team =
        hasFields ? teamProfiles.inBatch(batch, change.workspace()) : TeamProfile.NONE;
    ProfileText text = edit.text(before, team);
    String displayName = edit.displayName(before);
    return write(batch, change, before, displayName, text);
  }

  private UserView portray(
      Batch batch, EditUser change, UserView before, UserEdit.@Nullable NewPicture picture)
      throws SQLException {
    Optional<PictureAddress> old =
        PictureAddress.ofFace(change.workspace(), before.profile().face());
    if (old.isPresent()) {
      pictures.delete(batch, change.workspace(), old.get().id());
    }
    if (picture != null) {
      Instant now = batch.now();
      for (Map.Entry<Integer, Picture> each : picture.portrait().pictures().entrySet()) {
        pictures.insert(batch, picture.address().in(each.getKey()), each.getValue(), now);
      }
    }
    String face = picture == null ? "" : picture.address().face();
    return write(batch, change, before, before.displayName(), before.profile().withFace(face));
  }

  private UserView write(
      Batch batch, EditUser change, UserView before, String displayName, ProfileText text)
      throws SQLException {
    if (text.equals(before.profile()) && displayName.equals(before.displayName())) {
      return before;
    }
    Instant now = batch.now();
    batch.update(
        SET_PROFILE,
        displayName,
        ProfileCodec.sealProfile(
            keys.of(change.workspace()), change.workspace(), change.user(), text),
        now,
        change.workspace().value(),
        change.user().value());
    return before.describedAs(displayName, text, now);
  }

  private UserView rank(Batch batch, EditUser change, UserView before, Role role)
      throws SQLException {
    requireNotPrimary(before);
    Standing standing = UserStore.standing(role);
    UserId actor = change.actor();
    if (actor != null && standing.compareTo(find(batch, change, actor).standing()) < 0) {
      throw new Refusal("role_above_own");
    }
    if (standing == before.standing()) {
      return before;
    }
    Instant now = batch.now();
    batch.update(SET_ROLE, role.number(), now, change.workspace().value(), change.user().value());
    return before.standingAs(standing, before.isDeleted(), now);
  }

  private static UserView activate(Batch batch, EditUser change, UserView before, boolean active)
      throws SQLException {
    requireNotPrimary(before);
    if (active != before.isDeleted()) {
      return before;
    }
    Instant now = batch.now();
    batch.update(
        SET_DEACTIVATED,
        active ? null : now,
        now,
        change.workspace().value(),
        change.user().value());
    return before.standingAs(before.standing(), !active, now);
  }

  private static void requireNotPrimary(UserView user) {
    if (user.standing() == Standing.PRIMARY_OWNER) {
      throw new Refusal("primary_owner");
    }
  }
}
