package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import dev.parley.testkit.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server that answers how long a body was, or why it took none.
final class BodiesTest {
  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean isHolding;
  private volatile boolean isWorking;
  private @Nullable Duration patience;
  private int port;

  private void serve(Duration deadline, long mostTogether) {
    Bodies bodies = new Bodies(vertx, deadline, mostTogether, meters);
    port =
        vertx
            .createHttpServer()
            .connectionHandler(HalfClosure::allow)
            .requestHandler(
                request -> {
                  Context context = vertx.getOrCreateContext();
                  bodies.serve(
                      request,
                      new Bodies.Bounds(1_000, patience),
                      executor,
                      body -> work(request, body, context),
                      code -> request.response().end(code));
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join()
            .actualPort();
  }

  /// Answers; a body counts as long as this goes on.
  private void work(HttpServerRequest request, byte[] body, Context context) {
    if (isWorking) {
      awaitRelease();
    }
    context.runOnContext(
        _ -> {
          if (!request.response().ended()) {
            var _ = request.response().end("got " + body.length);
          }
        });
    if (isHolding) {
      awaitRelease();
    }
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    released.countDown();
    executor.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /// Sends the beginning of a body.
  private Socket begin(int announced, int sent) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + announced + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[sent]);
    out.flush();
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    byte[] buffer = new byte[4_096];
    int read = socket.getInputStream().read(buffer);
    String text = new String(buffer, 0, Math.max(0, read), StandardCharsets.US_ASCII);
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }

  private String answerTo(int length) {
    try (Socket socket = begin(length, length)) {
      return answer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aBodyIsCollectedUpToItsLimit() throws IOException {
    serve(Duration.ofSeconds(10), 100_000);
    try (Socket small = begin(1_000, 1_000);
        Socket large = begin(1_001, 1_001)) {
      assertThat(answer(small)).isEqualTo("got 1000");
      assertThat(answer(large)).isEqualTo("request_too_large");
    }
  }

  @Test
  void aBodyThatStopsComingIsGivenUp() throws IOException {
    serve(Duration.ofMillis(200), 100_000);
    try (Socket slow = begin(1_000, 500)) {
      assertThat(answer(slow)).isEqualTo("request_timeout");
    }
  }

  @Test
  void manyBodiesTogetherAreBoundedAndWhatEndsMakesRoom() throws IOException {
    serve(Duration.ofSeconds(1), 1_500);
    try (Socket first = begin(1_000, 900);
        Socket second = begin(1_000, 900)) {
      String refused = answer(second);
      String gaveUp = answer(first);
      try (Socket third = begin(1_000, 1_000)) {
        assertThat(refused).isEqualTo("service_unavailable");
        assertThat(gaveUp).isEqualTo("request_timeout");
        assertThat(answer(third)).isEqualTo("got 1000");
      }
    }
  }

  @Test
  void aBodyCountsUntilItsRequestWasAnswered() throws IOException {
    serve(Duration.ofSeconds(10), 1_500);
    isHolding = true;
    try (Socket first = begin(1_000, 1_000)) {
      assertThat(answer(first)).isEqualTo("got 1000");
    }
    try (Socket second = begin(1_000, 1_000)) {
      assertThat(answer(second)).isEqualTo("service_unavailable");
    }
    released.countDown();
    Eventually.holds(() -> assertThat(answerTo(1_000)).isEqualTo("got 1000"));
  }

  @Test
  void whatTakesTooLongIsRefusedAndWhatComesOfItLaterDisturbsNobody() throws IOException {
    patience = Duration.ofMillis(200);
    isWorking = true;
    serve(Duration.ofSeconds(10), 1_500);
    try (Socket first = begin(1_000, 1_000)) {
      assertThat(answer(first)).isEqualTo("service_unavailable");
      released.countDown();
      assertThat(first.getInputStream().read()).isEqualTo(-1);
    }
    Eventually.holds(() -> assertThat(answerTo(1_000)).isEqualTo("got 1000"));
    assertThat(meters.counter("parley.http.outlasted").count()).isEqualTo(1);
  }

  @Test
  void whoWasAnsweredInTimeIsNotCountedAsOutlasted() throws Exception {
    patience = Duration.ofMillis(200);
    serve(Duration.ofSeconds(10), 100_000);
    assertThat(answerTo(1_000)).isEqualTo("got 1000");
    isWorking = true;
    try (Socket waiting = begin(1_000, 1_000)) {
      assertThat(answer(waiting)).isEqualTo("service_unavailable");
    }
    assertThat(meters.counter("parley.http.outlasted").count()).isEqualTo(1);
  }

  @Test
  void noCallTakesLongerThanSlacksJavaSdkWaits() {
    OkHttpClient sdk = SlackHttpClient.buildOkHttpClient(new SlackConfig());

    assertThat(new HttpConfig(TrustedProxies.LOOPBACK).patience())
        .isLessThan(Duration.ofMillis(sdk.readTimeoutMillis()).minusSeconds(1));
  }

  @Test
  void whoSendsFarTooMuchStillReadsTheAnswer() throws IOException {
    serve(Duration.ofSeconds(10), 100_000);
    for (int i = 0; i < 20; i++) {
      try (Socket huge = begin(8 << 20, 8 << 20)) {
        assertThat(answer(huge)).isEqualTo("request_too_large");
      }
    }
  }

  @Test
  void whoAsksBeforeSendingTooMuchIsNotTakenUpOnIt() throws IOException {
    serve(Duration.ofSeconds(10), 100_000);
    assertThat(afterAsking(1_001)).endsWith("\r\n\r\nrequest_too_large");
    assertThat(afterAsking(1_000)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
  }

  /// What is answered to who announces a body and waits before sending it.
  private String afterAsking(int announced) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      write(socket, "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ");
      write(socket, announced + "\r\n\r\n");
      byte[] buffer = new byte[4_096];
      int read = socket.getInputStream().read(buffer);
      return new String(buffer, 0, read, StandardCharsets.US_ASCII);
    }
  }

  @Test
  void whoShutsDownTheirHalfReadsEveryAnswerAndThenTheEnd() throws IOException {
    serve(Duration.ofSeconds(10), 100_000);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab");
      write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
      socket.shutdownOutput();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(all).containsSubsequence("got 2", "got 3");
    }
  }

  @Test
  void whoWaitedBeforeSendingABodyAndShutsDownTheirHalfLaterReadsTheAnswer() throws IOException {
    serve(Duration.ofSeconds(10), 100_000);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      write(socket, "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n");
      write(socket, "Content-Length: 2\r\n\r\n");
      assertThat(socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length()))
          .startsWith("HTTP/1.1 100".getBytes(StandardCharsets.US_ASCII));
      write(socket, "ab");
      assertThat(answer(socket)).isEqualTo("got 2");
      write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
      socket.shutdownOutput();
      String last = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(last).endsWith("got 3");
    }
  }

  @Test
  void whoShutsDownTheirHalfWithoutAskingIsReleasedAtOnce() throws IOException {
    serve(Duration.ofSeconds(10), 100_000);
    try (Socket socket = begin(2, 2)) {
      assertThat(answer(socket)).isEqualTo("got 2");
      socket.shutdownOutput();
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
