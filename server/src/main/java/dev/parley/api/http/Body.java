package dev.parley.api.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/// Collects a request's body up to a limit. Used on the request's event loop.
final class Body {

  private Body() {}

  /// The whole body; fails with [TooLarge] as soon as it exceeds the limit, and then reads no
  /// further.
  static Future<byte[]> of(HttpServerRequest request, int limit) {
    Promise<byte[]> promise = Promise.promise();
    Buffer collected = Buffer.buffer();
    var _ = request.exceptionHandler(promise::tryFail);
    var _ =
        request.handler(
            part -> {
              if (collected.length() + part.length() > limit) {
                var _ = request.pause();
                var _ = promise.tryFail(new TooLarge());
              } else {
                var _ = collected.appendBuffer(part);
              }
            });
    var _ = request.endHandler(_ -> promise.tryComplete(collected.getBytes()));
    return promise.future();
  }

  /// The body is larger than allowed.
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("body too large", null, false, false);
    }
  }
}
