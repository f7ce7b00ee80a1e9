package dev.parley.app.wiring;

import dev.parley.api.http.ApiHandler;
import dev.parley.api.http.FaceHandler;
import dev.parley.api.http.OperatorHandler;
import dev.parley.api.http.PictureHandler;
import dev.parley.api.http.WebhookHandler;
import dev.parley.gateway.Gateway;

/// What the port leads to, by the beginning of the path.
enum Route {
  API(ApiHandler.PREFIX, true),
  SOCKET(Gateway.PATH, false),
  OPERATOR(OperatorHandler.PREFIX, true),
  HEALTH("/healthz", false),
  READINESS("/readyz", false),
  METRICS("/metrics", false),
  FACES(FaceHandler.PREFIX, true),
  PICTURES(PictureHandler.PREFIX, true),
  WEBHOOKS(WebhookHandler.PREFIX, true),
  /// Everything else: the web client's files.
  PAGES("/", true);

  private final String path;
  private final boolean isPrefix;

  Route(String path, boolean isPrefix) {
    this.path = path;
    this.isPrefix = isPrefix;
  }

  static Route of(String path) {
    for (Route route : values()) {
      if (route.isPrefix ? path.startsWith(route.path) : path.equals(route.path)) {
        return route;
      }
    }
    return PAGES;
  }

  /// The path, or what every path of this route begins with.
  String path() {
    return path;
  }
}
