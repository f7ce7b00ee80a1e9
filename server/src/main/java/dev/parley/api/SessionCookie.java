package dev.parley.api;

import dev.parley.kernel.WorkspaceId;
import java.time.Duration;

/// A browser's cookie for one workspace: sets it, or takes it away.
///
/// @param value empty to take it away
public record SessionCookie(WorkspaceId workspace, String value, Duration maxAge) {
  /// What the name of every such cookie begins with; the workspace's id follows.
  public static final String PREFIX = "parley_";

  public static SessionCookie removed(WorkspaceId workspace) {
    return new SessionCookie(workspace, "", Duration.ZERO);
  }

  public boolean isRemoved() {
    return value.isEmpty();
  }

  public static String name(WorkspaceId workspace) {
    return PREFIX + workspace;
  }

  /// The value of a `Set-Cookie` header.
  ///
  /// @param secure whether the browser may send it over TLS only
  public String header(boolean secure) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(name(workspace), value, maxAge.toSeconds(), secure ? "; Secure" : "");
  }
}
