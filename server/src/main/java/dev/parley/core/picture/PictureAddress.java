package dev.parley.core.picture;

import dev.parley.core.access.Secret;
import dev.parley.kernel.PictureId;
import dev.parley.kernel.WorkspaceId;
import java.security.SecureRandom;
import java.util.Optional;

/// Where a picture is fetched: `/pictures/T…/Pc…/<24 letters and digits>`, with `-<size>`
/// for one of several sizes. Whoever knows the address sees the picture; it cannot be guessed.
///
/// @param size pixels; 0 for the picture as it came
public record PictureAddress(WorkspaceId workspace, PictureId id, String key, int size) {
  /// What every address begins with.
  public static final String PREFIX = "/pictures/";

  /// How many characters a key has.
  public static final int KEY_LENGTH = 24;

  private static final int MAX_SIZE_LENGTH = 4;

  /// A new one that nobody can guess.
  public static PictureAddress of(WorkspaceId workspace, PictureId id, SecureRandom random) {
    return new PictureAddress(workspace, id, Secret.random(random, KEY_LENGTH), 0);
  }

  /// The same picture in one of its sizes.
  public PictureAddress in(int edge) {
    return new PictureAddress(workspace, id, key, edge);
  }

  /// Parses a path; anything else is an empty result.
  public static Optional<PictureAddress> parse(String path) {
    if (!path.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] parts = path.substring(PREFIX.length()).split("/", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    String[] last = parts[2].split("-", 2);
    String size = last.length == 1 ? "0" : last[1];
    if (!Secret.isWellFormed(last[0], KEY_LENGTH)
        || size.length() > MAX_SIZE_LENGTH
        || !size.matches("[0-9]+")) {
      return Optional.empty();
    }
    return WorkspaceId.parse(parts[0])
        .flatMap(
            workspace ->
                PictureId.parse(parts[1])
                    .map(id -> new PictureAddress(workspace, id, last[0], Integer.parseInt(size))));
  }

  /// Where a portrait lies that somebody has as their face; empty if they have none.
  public static Optional<PictureAddress> ofFace(WorkspaceId workspace, String face) {
    return parse(PREFIX + workspace + "/" + face);
  }

  /// The part by which a profile names a portrait: `Pc…/<key>`.
  public String face() {
    return id + "/" + key;
  }

  public String path() {
    String whole = PREFIX + workspace + "/" + face();
    return size == 0 ? whole : whole + "-" + size;
  }
}
