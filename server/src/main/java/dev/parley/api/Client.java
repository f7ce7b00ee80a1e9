package dev.parley.api;

import java.util.Map;

/// What is known of the machine that calls.
///
/// @param address its IP address, as far as it can be trusted
/// @param userAgent what it calls itself, at most 255 characters
/// @param origin how it reached this server: scheme, host and port, such as
///     `https://chat.acme.test`
/// @param cookies its cookies, by name
public record Client(String address, String userAgent, String origin, Map<String, String> cookies) {
  private static final int MAX_USER_AGENT = 255;

  public Client {
    userAgent =
        userAgent.length() > MAX_USER_AGENT ? userAgent.substring(0, MAX_USER_AGENT) : userAgent;
    cookies = Map.copyOf(cookies);
  }

  /// Whether it came over TLS.
  public boolean isSecure() {
    return origin.startsWith("https:");
  }
}
