package dev.parley.core.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Secrets of an app that were just made; they are not shown again. Null for those that were not.
public record AppSecrets(
    @Nullable String botToken,
    @Nullable String appToken,
    @Nullable String signingSecret,
    @Nullable String clientSecret) {

  static AppSecrets botToken(String token) {
    return new AppSecrets(token, null, null, null);
  }

  static AppSecrets appToken(String token) {
    return new AppSecrets(null, token, null, null);
  }

  static AppSecrets signingSecret(String secret) {
    return new AppSecrets(null, null, secret, null);
  }

  static AppSecrets clientSecret(String secret) {
    return new AppSecrets(null, null, null, secret);
  }

  /// By the name on the wire, those that there are.
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    put(named, "bot_token", botToken);
    put(named, "app_token", appToken);
    put(named, "signing_secret", signingSecret);
    put(named, "client_secret", clientSecret);
    return named;
  }

  private static void put(Map<String, String> named, String name, @Nullable String value) {
    if (value != null) {
      named.put(name, value);
    }
  }

  /// Hides them, so that they cannot reach a log.
  @Override
  public String toString() {
    return "AppSecrets[…]";
  }
}
