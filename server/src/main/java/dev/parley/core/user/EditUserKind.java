package dev.parley.core.user;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
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

/// Commits changes of accounts. Runs on commit threads.
public final class EditUserKind extends SingleKind<EditUser, UserView> {
  private static final String SET_PROFILE =
      """
      update user_account set display_name = ?, profile = ?, updated_at = ?
       where workspace_id = ? and id = ?
      """;

  private final WorkspaceKeys keys;
  private final UserStore store;

  public EditUserKind(WorkspaceKeys keys) {
    super(EditUser.class);
    this.keys = keys;
    this.store = new UserStore(keys);
  }

  @Override
  protected UserView apply(Batch batch, EditUser change) throws SQLException {
    UserView before = read(batch, change);
    UserView after =
        switch (change.edit()) {
          case UserEdit.Profile(ProfileEdit edit) -> describe(batch, change, before, edit);
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
    return after;
  }

  /// The person as they are, if the actor may change them. Whoever may not does not learn whether
  /// there is somebody.
  private UserView read(Batch batch, EditUser change) throws SQLException {
    UserId actor = change.actor();
    if (actor == null || actor.equals(change.user())) {
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

  private UserView find(Batch batch, EditUser change, UserId user) throws SQLException {
    return store
        .inBatch(batch, change.workspace(), user)
        .orElseThrow(() -> new Refusal("user_not_found"));
  }

  private UserView describe(Batch batch, EditUser change, UserView before, ProfileEdit edit)
      throws SQLException {
    ProfileText text = edit.text(before);
    String displayName = edit.displayName(before);
    if (text.equals(before.profile()) && displayName.equals(before.displayName())) {
      return before;
    }
    Instant now = Instant.ofEpochSecond(0, batch.nowMicros() * 1_000);
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
}
