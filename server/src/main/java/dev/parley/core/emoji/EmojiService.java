package dev.parley.core.emoji;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Role;
import dev.parley.core.picture.Picture;
import dev.parley.core.picture.PictureAddress;
import dev.parley.kernel.EmojiId;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.PictureId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.EmojiView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.security.SecureRandom;
import java.util.List;

/// A workspace's own emoji: members add them, everybody sees them. Calls block; run them on virtual
/// threads.
public final class EmojiService {
  /// The longest picture, in bytes.
  public static final int MAX_BYTES = 128 << 10;

  /// The longest edge, in pixels.
  public static final int MAX_EDGE = 512;

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final IdGenerator ids;
  private final SecureRandom random = new SecureRandom();

  public EmojiService(TenantDatabase database, CommitLoop commits, IdGenerator ids) {
    this.database = database;
    this.commits = commits;
    this.ids = ids;
  }

  /// @throws Refusal `user_is_restricted`, `invalid_name`, `bad_image`, `too_big`,
  ///     `error_name_taken`, `emoji_limit_reached`
  public EmojiView add(Actor actor, String name, byte[] bytes) {
    requireMember(actor);
    if (bytes.length > MAX_BYTES) {
      throw new Refusal("too_big");
    }
    Picture picture = Picture.of(bytes);
    if (Math.max(picture.width(), picture.height()) > MAX_EDGE) {
      throw new Refusal("too_big");
    }
    PictureAddress address =
        PictureAddress.of(actor.workspace(), new PictureId(ids.newId()), random);
    return edit(actor, new EmojiEdit.Add(new EmojiId(ids.newId()), name, picture, address));
  }

  /// Gives an emoji another name beside its own.
  ///
  /// @throws Refusal as [#add]
  public EmojiView alias(Actor actor, String name, String aliasFor) {
    requireMember(actor);
    return edit(actor, new EmojiEdit.Alias(new EmojiId(ids.newId()), name, aliasFor));
  }

  /// @throws Refusal `no_permission`, `emoji_not_found`, `invalid_name`, `error_name_taken`
  public EmojiView rename(Actor actor, String name, String newName) {
    if (!isAdmin(actor)) {
      throw new Refusal("no_permission");
    }
    return edit(actor, new EmojiEdit.Rename(name, newName));
  }

  /// Removes one's own; admins anyone's.
  ///
  /// @throws Refusal `no_permission`, `emoji_not_found`
  public EmojiView remove(Actor actor, String name) {
    return edit(actor, new EmojiEdit.Remove(name, isAdmin(actor)));
  }

  /// Those that are in use, in the order of their names.
  public List<EmojiView> all(WorkspaceId workspace) {
    return database.read(
        workspace, handle -> EmojiReader.all(handle, workspace, EditEmojiKind.MOST));
  }

  private EmojiView edit(Actor actor, EmojiEdit edit) {
    return Outcome.await(commits.submit(new EditEmoji(actor.workspace(), actor.user(), edit)));
  }

  private static boolean isAdmin(Actor actor) {
    return actor.role().isAtLeast(Role.ADMIN);
  }

  private static void requireMember(Actor actor) {
    if (actor.isGuest()) {
      throw new Refusal("user_is_restricted");
    }
  }
}
