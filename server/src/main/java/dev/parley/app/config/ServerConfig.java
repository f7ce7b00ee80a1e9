package dev.parley.app.config;

import dev.parley.api.http.TrustedProxies;
import dev.parley.storage.DatabaseAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The settings of one server process, checked.
///
/// @param data the data directory, absolute
/// @param host the address to listen on
/// @param port the port to listen on, 0 for any free one
/// @param database a PostgreSQL of the operator's own, else the embedded one is used
/// @param operatorKey the operator API's key, else the one in the data directory
/// @param proxies whose `X-Forwarded-…` headers are believed
/// @param rateFactor multiplies every rate limit of the API
/// @param demo the company to look around in, if there is to be one
/// @param logLevel `debug`, `info`, `warn` or `error`
public record ServerConfig(
    Path data,
    String host,
    int port,
    Optional<DatabaseAddress> database,
    Optional<String> operatorKey,
    TrustedProxies proxies,
    double rateFactor,
    String logLevel,
    Optional<DemoConfig> demo) {
  private static final int HIGHEST_PORT = 65_535;
  private static final double HIGHEST_FACTOR = 1_000_000;
  private static final Set<String> LEVELS = Set.of("debug", "info", "warn", "error");

  /// @throws SettingException if a value cannot be
  public static ServerConfig from(Settings settings) {
    Optional<DatabaseAddress> database =
        settings.get(Setting.DATABASE_URL).map(url -> DatabaseUrl.parse(settings, url));
    return new ServerConfig(
        Settings.path(Setting.DATA, settings.get(Setting.DATA).orElse("data")),
        settings.get(Setting.HOST).orElse("127.0.0.1"),
        port(settings),
        database,
        settings.get(Setting.OPERATOR_KEY),
        proxies(settings),
        rateFactor(settings),
        level(settings),
        demo(settings));
  }

  /// What the company to look around in is to be like.
  ///
  /// @param password of those who sign in, else each has their own
  public record DemoConfig(Optional<String> password) {}

  private static Optional<DemoConfig> demo(Settings settings) {
    return switch (settings.get(Setting.DEMO).orElse("false")) {
      case "true" -> Optional.of(new DemoConfig(settings.get(Setting.DEMO_PASSWORD)));
      case "false" -> Optional.empty();
      default -> throw invalid(settings, Setting.DEMO, "true or false");
    };
  }

  private static int port(Settings settings) {
    String text = settings.get(Setting.PORT).orElse("8080");
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw invalid(settings, Setting.PORT, "a number from 0 to " + HIGHEST_PORT);
    }
    throw invalid(settings, Setting.PORT, "a number from 0 to " + HIGHEST_PORT);
  }

  private static TrustedProxies proxies(Settings settings) {
    try {
      return settings
          .get(Setting.TRUSTED_PROXIES)
          .map(TrustedProxies::parse)
          .orElse(TrustedProxies.LOOPBACK);
    } catch (IllegalArgumentException e) {
      throw invalid(
          settings, Setting.TRUSTED_PROXIES, "addresses or networks with commas, or none");
    }
  }

  private static double rateFactor(Settings settings) {
    try {
      double factor = Double.parseDouble(settings.get(Setting.RATE_FACTOR).orElse("1"));
      if (factor > 0 && factor <= HIGHEST_FACTOR) {
        return factor;
      }
    } catch (NumberFormatException e) {
      throw invalid(settings, Setting.RATE_FACTOR, "a number above 0, at most 1000000");
    }
    throw invalid(settings, Setting.RATE_FACTOR, "a number above 0, at most 1000000");
  }

  private static String level(Settings settings) {
    String level = settings.get(Setting.LOG_LEVEL).orElse("info").toLowerCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw invalid(settings, Setting.LOG_LEVEL, "one of debug, info, warn and error");
    }
    return level;
  }

  private static SettingException invalid(Settings settings, Setting setting, String expected) {
    return new SettingException(
        "The setting %s is \"%s\" but must be %s."
            .formatted(setting.key(), settings.get(setting).orElse(""), expected));
  }
}
