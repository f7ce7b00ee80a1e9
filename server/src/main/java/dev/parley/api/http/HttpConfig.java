package dev.parley.api.http;

/// Bounds and trust of the HTTP side.
///
/// @param maxBody most bytes of an API request's body
/// @param proxies whose word on where a request came from is taken
public record HttpConfig(int maxBody, TrustedProxies proxies) {
  private static final int MAX_BODY = 4 << 20;

  public HttpConfig {
    if (maxBody < 1) {
      throw new IllegalArgumentException("maxBody: " + maxBody + " (expected: > 0)");
    }
  }

  public HttpConfig(TrustedProxies proxies) {
    this(MAX_BODY, proxies);
  }
}
