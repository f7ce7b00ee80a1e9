package dev.parley.app.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every setting of a server. A flag wins over the environment variable, that over `parley.conf`,
/// that over the default. `docs/operations/settings.md` describes each one.
public enum Setting {
  DATA("the directory that holds everything a server keeps"),
  CONFIG("the file with further settings, parley.conf in the data directory by default"),
  HOST("the address to listen on"),
  PORT("the port to listen on, 0 for any free one"),
  DATABASE_URL("a PostgreSQL of your own instead of the embedded one"),
  DATABASE_USER("the account at that PostgreSQL, if the address does not name it"),
  DATABASE_PASSWORD("that account's password, if the address does not contain it"),
  OPERATOR_KEY("the key of the operator API instead of the one in the data directory"),
  TRUSTED_PROXIES("addresses of the reverse proxies whose X-Forwarded headers are believed"),
  RATE_FACTOR("multiplies every rate limit of the API"),
  DEMO("whether to make a company to look around in, true or false"),
  DEMO_PASSWORD("the password of those who sign in to it instead of one for each"),
  LOG_LEVEL("how much goes to the log: debug, info, warn or error");

  private static final String PREFIX = "PARLEY_";

  private final String description;

  Setting(String description) {
    this.description = description;
  }

  /// The name in `parley.conf`, such as `database_url`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The environment variable, such as `PARLEY_DATABASE_URL`.
  public String variable() {
    return PREFIX + name();
  }

  public String description() {
    return description;
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values())
        .filter(setting -> setting.variable().equals(variable))
        .findFirst();
  }
}
