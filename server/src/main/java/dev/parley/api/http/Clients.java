package dev.parley.api.http;

import dev.parley.api.Client;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads off a request who sent it.
final class Clients {
  private final HttpConfig config;

  Clients(HttpConfig config) {
    this.config = config;
  }

  Client of(HttpServerRequest request) {
    Map<String, String> cookies = new HashMap<>();
    for (Cookie cookie : request.cookies()) {
      cookies.put(cookie.getName(), cookie.getValue());
    }
    String agent = request.getHeader("user-agent");
    return new Client(address(request), agent == null ? "" : agent, origin(request), cookies);
  }

  private String address(HttpServerRequest request) {
    String forwarded = request.getHeader("x-forwarded-for");
    if (config.trustsForwardedFor() && forwarded != null) {
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      if (!last.isEmpty()) {
        return last;
      }
    }
    return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
  }

  private static String origin(HttpServerRequest request) {
    String forwarded = request.getHeader("x-forwarded-proto");
    boolean secure =
        request.isSSL()
            || (forwarded != null && forwarded.toLowerCase(Locale.ROOT).equals("https"));
    String host = request.getHeader("host");
    return (secure ? "https://" : "http://") + (host == null ? "localhost" : host);
  }
}
