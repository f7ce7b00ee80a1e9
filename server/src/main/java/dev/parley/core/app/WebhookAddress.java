package dev.parley.core.app;

import dev.parley.core.access.Secret;
import dev.parley.kernel.BotId;
import dev.parley.kernel.WorkspaceId;
import java.util.Optional;

/// The written form of a webhook: `/services/T…/B…/<24 letters and digits>`.
public record WebhookAddress(WorkspaceId workspace, BotId id, String secret) {
  /// What every address begins with.
  public static final String PREFIX = "/services/";

  static final int SECRET_LENGTH = 24;

  /// Parses a path; anything else is an empty result.
  public static Optional<WebhookAddress> parse(String path) {
    if (!path.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] parts = path.substring(PREFIX.length()).split("/", -1);
    if (parts.length != 3 || !Secret.isWellFormed(parts[2], SECRET_LENGTH)) {
      return Optional.empty();
    }
    return WorkspaceId.parse(parts[0])
        .flatMap(
            workspace ->
                BotId.parse(parts[1]).map(id -> new WebhookAddress(workspace, id, parts[2])));
  }

  public String path() {
    return PREFIX + workspace + "/" + id + "/" + secret;
  }

  /// Hides the secret, so that it cannot reach a log.
  @Override
  public String toString() {
    return PREFIX + workspace + "/" + id + "/…";
  }
}
