package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Admission;
import dev.parley.api.Gate;
import dev.parley.api.Method;
import dev.parley.api.MethodRegistry;
import dev.parley.api.RateLimiter;
import dev.parley.api.Reply;
import dev.parley.api.SessionCookie;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credentials;
import dev.parley.core.access.Principal;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Calls that cannot be made are answered too.
final class ApiHandlerTest {
  private static final WorkspaceId ACME = new WorkspaceId(4);

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void whatFailsOutsideTheGateIsAnsweredAsAFault() throws Exception {
    meters
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public MeterFilterReply accept(Meter.Id id) {
                throw new StackOverflowError("planted");
              }
            });

    HttpResponse<String> answer = call(Executors.newVirtualThreadPerTaskExecutor());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"ok\":false,\"error\":\"internal_error\"}");
  }

  @Test
  void aServerThatStopsSaysSo() throws Exception {
    HttpResponse<String> answer =
        call(
            _ -> {
              throw new RejectedExecutionException("stopping");
            });

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("service_unavailable");
  }

  @Test
  void whoSignsOutLeavesNothingInTheBrowsersCache() throws Exception {
    HttpResponse<String> answer = answering(SessionCookie.removed(ACME));

    assertThat(answer.headers().firstValue("set-cookie")).get().asString().contains("Max-Age=0");
    assertThat(answer.headers().allValues("clear-site-data")).containsExactly("\"cache\"");
  }

  @Test
  void whoSignsInKeepsTheBrowsersCache() throws Exception {
    HttpResponse<String> answer = answering(new SessionCookie(ACME, "secret", Duration.ofDays(1)));

    assertThat(answer.headers().firstValue("set-cookie")).isPresent();
    assertThat(answer.headers().firstValue("clear-site-data")).isEmpty();
  }

  private HttpResponse<String> answering(SessionCookie cookie) throws Exception {
    Method method =
        Method.named("api.test", "Gives a cookie.").open().does(_ -> Reply.ok().cookie(cookie));
    return call(Executors.newVirtualThreadPerTaskExecutor(), method);
  }

  private HttpResponse<String> call(Executor executor, Method... methods) throws Exception {
    Gate gate =
        new Gate(
            new MethodRegistry(List.of(methods)),
            new Nobody(),
            new Unlimited(),
            new Admission(8, 4),
            meters);
    ApiHandler handler =
        new ApiHandler(
            vertx,
            new Bodies(vertx, Duration.ofSeconds(10), 100_000, new SimpleMeterRegistry()),
            gate,
            executor,
            new HttpConfig(TrustedProxies.LOOPBACK));
    int port =
        vertx
            .createHttpServer()
            .requestHandler(handler)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join()
            .actualPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/api.test"))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static final class Nobody implements Credentials {
    @Override
    public Principal byToken(String token) {
      throw new Refusal("invalid_auth");
    }

    @Override
    public Principal bySession(WorkspaceId workspace, String cookie) {
      throw new Refusal("invalid_auth");
    }

    @Override
    public Optional<CloseCode> endOf(WorkspaceId workspace, long id) {
      return Optional.of(CloseCode.SESSION_ENDED);
    }
  }

  private static final class Unlimited implements RateLimiter {
    @Override
    public long secondsToWait(Actor actor, Method method) {
      return 0;
    }

    @Override
    public long secondsToWait(String address, Method method) {
      return 0;
    }
  }
}
