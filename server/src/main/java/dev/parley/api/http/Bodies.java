package dev.parley.api.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Collects requests' bodies, each up to a limit and within a time, all together up to a limit:
/// what is sent before anybody knows by whom must not fill the memory. Safe for many event loops.
public final class Bodies {
  private final Vertx vertx;
  private final Duration deadline;
  private final long mostTogether;
  private final AtomicLong collecting = new AtomicLong();

  /// @param deadline how long one body may take
  /// @param mostTogether most bytes of bodies that are not complete
  public Bodies(Vertx vertx, Duration deadline, long mostTogether) {
    this.vertx = vertx;
    this.deadline = deadline;
    this.mostTogether = mostTogether;
  }

  /// Why a body was not collected. It is read no further then.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    /// `request_too_large`, `request_timeout` or `service_unavailable`.
    private final String code;

    Refused(String code) {
      super(code, null, false, false);
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// The whole body; fails with [Refused], or with what became of the connection. To be called on
  /// the request's event loop.
  ///
  /// @param limit most bytes
  Future<byte[]> of(HttpServerRequest request, int limit) {
    Promise<byte[]> promise = Promise.promise();
    Buffer collected = Buffer.buffer();
    long timer =
        vertx.setTimer(deadline.toMillis(), _ -> promise.tryFail(new Refused("request_timeout")));
    var _ = request.exceptionHandler(promise::tryFail);
    var _ =
        request.handler(
            part -> {
              if (promise.future().isComplete()) {
                return;
              }
              if (collected.length() + part.length() > limit) {
                var _ = promise.tryFail(new Refused("request_too_large"));
              } else if (collecting.addAndGet(part.length()) > mostTogether) {
                collecting.addAndGet(-part.length());
                var _ = promise.tryFail(new Refused("service_unavailable"));
              } else {
                var _ = collected.appendBuffer(part);
              }
            });
    var _ = request.endHandler(_ -> promise.tryComplete(collected.getBytes()));
    return promise
        .future()
        .onComplete(
            outcome -> {
              var _ = vertx.cancelTimer(timer);
              collecting.addAndGet(-collected.length());
              if (outcome.failed()) {
                var _ = request.pause();
              }
            });
  }
}
