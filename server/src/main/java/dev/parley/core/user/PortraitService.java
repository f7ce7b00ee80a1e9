package dev.parley.core.user;

import dev.parley.core.access.Actor;
import dev.parley.core.picture.PictureAddress;
import dev.parley.core.picture.Portrait;
import dev.parley.core.picture.Square;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.PictureId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The pictures by which people show themselves. Calls block; run them on virtual threads.
public final class PortraitService {
  /// Unpacked pictures are large: so many at once, whoever sends them.
  private static final int AT_ONCE = 2;

  private static final int PATIENCE_SECONDS = 5;

  private final CommitLoop commits;
  private final IdGenerator ids;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore room = new Semaphore(AT_ONCE);

  public PortraitService(CommitLoop commits, IdGenerator ids) {
    this.commits = commits;
    this.ids = ids;
  }

  /// Gives somebody a picture in place of what they had.
  ///
  /// @param bytes a PNG, a GIF (its first frame) or a JPEG
  /// @param cut which part of it; the middle if it is empty
  /// @throws Refusal `bad_image`, `too_large`, `service_unavailable`
  public UserView set(Actor actor, byte[] bytes, Optional<Square> cut) {
    Portrait portrait;
    enter();
    try {
      portrait = Portrait.of(bytes, cut);
    } finally {
      room.release();
    }
    PictureAddress address =
        PictureAddress.of(actor.workspace(), new PictureId(ids.newId()), random);
    return edit(actor, new UserEdit.NewPicture(address, portrait));
  }

  private void enter() {
    try {
      if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal("service_unavailable", "other pictures are being drawn");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("service_unavailable", "interrupted");
    }
  }

  /// Leaves somebody without a picture.
  public UserView delete(Actor actor) {
    return edit(actor, null);
  }

  private UserView edit(Actor actor, UserEdit.@Nullable NewPicture to) {
    return Outcome.await(
        commits.submit(
            new EditUser(actor.workspace(), actor.user(), actor.user(), new UserEdit.Face(to))));
  }
}
