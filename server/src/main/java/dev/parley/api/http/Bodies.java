package dev.parley.api.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects requests' bodies, each up to a limit and within a time. All together, from their first
/// byte until their request was answered, are bounded: what is sent before anybody knows by whom
/// must not fill the memory. Safe for many event loops.
public final class Bodies {
  private static final Logger log = LoggerFactory.getLogger(Bodies.class);

  /// How long a refused body is still thrown away.
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Duration deadline;
  private final long mostTogether;
  private final AtomicLong held = new AtomicLong();
  private final Counter outlasted;

  /// @param deadline how long one body may take
  /// @param mostTogether most bytes of all bodies that are held
  /// @param meters counts the requests that took longer than was waited for them
  public Bodies(Vertx vertx, Duration deadline, long mostTogether, MeterRegistry meters) {
    this.vertx = vertx;
    this.deadline = deadline;
    this.mostTogether = mostTogether;
    this.outlasted = meters.counter("parley.http.outlasted");
  }

  /// How much of a request is borne.
  ///
  /// @param maxBytes of its body
  /// @param patience how long the work on it may take until it is refused with
  ///     `service_unavailable`, though the work goes on; null for as long as it takes
  record Bounds(int maxBytes, @Nullable Duration patience) {}

  /// Why a body was not collected. What still comes of it is thrown away.
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    /// `request_too_large`, `request_timeout` or `service_unavailable`.
    private final String code;

    Refused(String code) {
      super(code, null, false, false);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /// A whole body; to be closed when its request was answered, by whatever thread.
  private final class Body implements AutoCloseable {
    private final byte[] bytes;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private Body(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
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
  private Future<Body> of(HttpServerRequest request, int limit) {
    Promise<Body> promise = Promise.promise();
    Buffer collected = Buffer.buffer();
    long timer =
        vertx.setTimer(deadline.toMillis(), _ -> promise.tryFail(new Refused("request_timeout")));
    announced(request, limit, promise);
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

  /// Refuses a body that says itself that it is too long; tells a client that waits for it to send
  /// any other.
  private static void announced(HttpServerRequest request, int limit, Promise<Body> promise) {
    if (length(request) > limit) {
      var _ = promise.tryFail(new Refused("request_too_large"));
    } else if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      var _ = request.response().writeContinue();
    }
  }

  /// How long a request says its body is; 0 if it says nothing that can be read.
  private static long length(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// Has a request's body worked on. Whatever happens the request is answered once: by the work, or
  /// with the code of what went wrong (`request_too_large`, `request_timeout`, `internal_error`,
  /// `service_unavailable`). To be called on the request's event loop.
  ///
  /// @param bounds of the body and of the work
  /// @param executor runs the work on a thread that may block
  /// @param work gets the body; answers on the request's event loop, through its context
  /// @param refuse answers with a code; called on the event loop
  void serve(
      HttpServerRequest request,
      Bounds bounds,
      Executor executor,
      Consumer<byte[]> work,
      Consumer<String> refuse) {
    Context context = vertx.getOrCreateContext();
    Consumer<String> refusing = code -> refused(request, code, refuse);
    var _ =
        of(request, bounds.maxBytes())
            .onSuccess(
                body -> {
                  beginWaiting(request, bounds.patience(), refusing);
                  try {
                    executor.execute(() -> work(body, work, context, refusing));
                  } catch (RejectedExecutionException e) {
                    // The server stops.
                    body.close();
                    refusing.accept("service_unavailable");
                  }
                })
            .onFailure(
                failure ->
                    refusing.accept(
                        failure instanceof Refused refused ? refused.code() : "request_timeout"));
  }

  private void beginWaiting(
      HttpServerRequest request, @Nullable Duration patience, Consumer<String> refusing) {
    if (patience != null) {
      long timer =
          vertx.setTimer(
              patience.toMillis(),
              _ -> {
                if (!request.response().closed()) {
                  outlasted.increment();
                }
                refusing.accept("service_unavailable");
              });
      var _ = request.response().endHandler(_ -> vertx.cancelTimer(timer));
    }
  }

  private static void work(
      Body body, Consumer<byte[]> work, Context context, Consumer<String> refusing) {
    try (body) {
      work.accept(body.bytes());
    } catch (RuntimeException | Error e) {
      log.atError().addKeyValue("event", "request_failed").setCause(e).log();
      context.runOnContext(_ -> refusing.accept("internal_error"));
    }
  }

  private void refused(HttpServerRequest request, String code, Consumer<String> refuse) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.headWritten()) {
      // A part of the answer is on its way: that it breaks off is all that can be said.
      var _ = request.connection().close();
      return;
    }
    var _ = response.putHeader("connection", "close");
    refuse.accept(code);
    closeAnswered(request);
  }

  /// Closes the connection of a request whose body was refused and that was answered. What still
  /// comes is thrown away for a moment: a close before it was read would reset the connection, and
  /// the answer would be lost on its way. To be called on the request's event loop.
  private void closeAnswered(HttpServerRequest request) {
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
