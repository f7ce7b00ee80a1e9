package dev.parley.core.app;

import java.util.Arrays;
import java.util.Optional;

/// Which secret of an app.
public enum AppSecretKind {
  BOT_TOKEN("bot_token"),
  APP_TOKEN("app_token"),
  SIGNING_SECRET("signing_secret"),
  CLIENT_SECRET("client_secret");

  private final String wireName;

  AppSecretKind(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public static Optional<AppSecretKind> parse(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
  }
}
