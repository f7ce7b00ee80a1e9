package dev.parley.api.http;

import dev.parley.api.Client;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads off a request who sent it. A trusted proxy says so in `X-Forwarded-For` and
/// `X-Forwarded-Proto`; from anybody else these say nothing. The `Host` header is the client's word
/// and only goes back to it, in the links of the answer.
final class Clients {
  private final TrustedProxies proxies;

  Clients(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  Client of(HttpServerRequest request) {
    Map<String, String> cookies = new HashMap<>();
    for (Cookie cookie : request.cookies()) {
      cookies.put(cookie.getName(), cookie.getValue());
    }
    String agent = request.getHeader("user-agent");
    String peer = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    String scheme = request.isSSL() ? "https" : "http";
    if (proxies.trusts(peer)) {
      scheme = scheme(request.getHeader("x-forwarded-proto"), scheme);
      peer = address(request.headers().getAll("x-forwarded-for"), peer);
    }
    String host = request.getHeader("host");
    String origin = scheme + "://" + (host == null ? "localhost" : host);
    return new Client(peer, agent == null ? "" : agent, origin, cookies);
  }

  private static String scheme(@Nullable String forwarded, String own) {
    return forwarded != null && forwarded.strip().equalsIgnoreCase("https") ? "https" : own;
  }

  /// Each proxy adds at the end who came to it: the last one that is no proxy of ours is the
  /// client.
  private String address(List<String> forwarded, String peer) {
    String[] hops = String.join(",", forwarded).split(",", -1);
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (!hop.isEmpty() && !proxies.trusts(hop)) {
        return hop;
      }
    }
    return peer;
  }
}
