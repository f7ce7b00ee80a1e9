package dev.parley.api.http;

import java.time.Duration;

/// Bounds and trust of the HTTP side.
///
/// @param maxBody most bytes of an API request's body
/// @param patience how long a call may take until it is answered without its outcome. Slack's Java
///     SDK waits 10 s for an answer, and does not understand one that it does not get
/// @param proxies whose word on where a request came from is taken
public record HttpConfig(int maxBody, Duration patience, TrustedProxies proxies) {
  private static final int MAX_BODY = 4 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  public HttpConfig {
    if (maxBody < 1) {
      throw new IllegalArgumentException("maxBody: " + maxBody + " (expected: > 0)");
    }
  }

  public HttpConfig(TrustedProxies proxies) {
    this(MAX_BODY, PATIENCE, proxies);
  }

  Bodies.Bounds bounds() {
    return new Bodies.Bounds(maxBody, patience);
  }
}
