package dev.parley.api.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Collects requests' bodies, each up to a limit and within a time. All together, from their first
/// byte until their request was answered, are bounded: what is sent before anybody knows by whom
/// must not fill the memory. Safe for many event loops.
public final class Bodies {
  /// How long a refused body is still thrown away.
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Duration deadline;
  private final long mostTogether;
  private final AtomicLong held = new AtomicLong();

  /// @param deadline how long one body may take
  /// @param mostTogether most bytes of all bodies that are held
  public Bodies(Vertx vertx, Duration deadline, long mostTogether) {
    this.vertx = vertx;
    this.deadline = deadline;
    this.mostTogether = mostTogether;
  }

  /// Why a body was not collected. What still comes of it is thrown away.
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

  /// A whole body; to be closed when its request was answered, by whatever thread.
  public final class Body implements AutoCloseable {
    private final byte[] bytes;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private Body(byte[] bytes) {
      this.bytes = bytes;
    }

    public byte[] bytes() {
      return bytes;
    }

    @Override
    public void close() {
      if (isClosed.compareAndSet(false, true)) {
        held.addAndGet(-bytes.length);
      }
    }
  }

  /// The whole body; fails with [Refused], or with what became of the connection. To be called on
  /// the request's event loop.
  ///
  /// @param limit most bytes
  Future<Body> of(HttpServerRequest request, int limit) {
    Promise<Body> promise = Promise.promise();
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
              } else if (held.addAndGet(part.length()) > mostTogether) {
                held.addAndGet(-part.length());
                var _ = promise.tryFail(new Refused("service_unavailable"));
              } else {
                var _ = collected.appendBuffer(part);
              }
            });
    var _ = request.endHandler(_ -> promise.tryComplete(new Body(collected.getBytes())));
    return promise
        .future()
        .onComplete(
            outcome -> {
              var _ = vertx.cancelTimer(timer);
              if (outcome.failed()) {
                held.addAndGet(-collected.length());
              }
            });
  }

  /// Closes the connection of a request whose body was refused and that was answered. What still
  /// comes is thrown away for a moment: a close before it was read would reset the connection, and
  /// the answer would be lost on its way. To be called on the request's event loop.
  void closeAnswered(HttpServerRequest request) {
    if (request.isEnded()) {
      var _ = request.connection().close();
      return;
    }
    long timer = vertx.setTimer(LINGER.toMillis(), _ -> request.connection().close());
    var _ =
        request.endHandler(
            _ -> {
              var _ = vertx.cancelTimer(timer);
              var _ = request.connection().close();
            });
  }
}
