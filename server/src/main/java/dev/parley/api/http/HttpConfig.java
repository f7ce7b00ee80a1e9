package dev.parley.api.http;

/// Bounds and trust of the HTTP side.
///
/// @param maxBody most bytes of an API request's body
/// @param trustsForwardedFor whether a reverse proxy in front sets `X-Forwarded-For`; else anybody
///     could claim any address
public record HttpConfig(int maxBody, boolean trustsForwardedFor) {
  public static final HttpConfig DEFAULT = new HttpConfig(4 << 20, false);

  public HttpConfig {
    if (maxBody < 1) {
      throw new IllegalArgumentException("maxBody: " + maxBody + " (expected: > 0)");
    }
  }
}
