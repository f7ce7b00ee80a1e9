package dev.parley.app.config;

import dev.parley.storage.DatabaseAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Reads the address of a PostgreSQL: `postgresql://user:password@host:5432/name` or
/// `jdbc:postgresql://host:5432/name`.
final class DatabaseUrl {

  private DatabaseUrl() {}

  static DatabaseAddress parse(Settings settings, String url) {
    String user = settings.get(Setting.DATABASE_USER).orElse("");
    String password = settings.get(Setting.DATABASE_PASSWORD).orElse("");
    if (url.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(url, user, password);
    }
    URI uri = uri(url);
    String[] login = uri.getRawUserInfo() == null ? new String[0] : split(uri.getRawUserInfo());
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
        user.isEmpty() && login.length > 0 ? decode(login[0]) : user,
        password.isEmpty() && login.length > 1 ? decode(login[1]) : password);
  }

  private static String[] split(String userInfo) {
    return userInfo.split(":", 2);
  }

  private static URI uri(String url) {
    try {
      URI uri = URI.create(url);
      String scheme = String.valueOf(uri.getScheme());
      boolean known = scheme.equals("postgresql") || scheme.equals("postgres");
      if (known && uri.getHost() != null && uri.getRawPath().length() > 1) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  /// Says nothing of the value: it may contain a password.
  private static SettingException invalid() {
    return new SettingException(
        Setting.DATABASE_URL.variable()
            + " is not an address like postgresql://user:password@host:5432/parley.");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
