package dev.parley.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// Calls the API as a careful client does: asks again until it knows the outcome. Safe for many
/// threads; blocks.
final class LoadApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int TOO_MANY = 429;

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final long giveUpNanos;
  private final LongAdder retries = new LongAdder();

  /// @param patience how long a call is tried
  LoadApi(URI server, Duration patience) {
    this.server = server;
    this.giveUpNanos = patience.toNanos();
  }

  /// How often a call was made again.
  long retries() {
    return retries.sum();
  }

  /// Calls a method until it is answered, whatever happens to the server meanwhile.
  ///
  /// @throws IllegalStateException if there is no answer for too long
  JsonNode call(String token, String method, Map<String, ?> arguments) {
    long deadline = System.nanoTime() + giveUpNanos;
    for (int attempt = 0; ; attempt++) {
      try {
        HttpResponse<byte[]> response = http.send(request(token, method, arguments), bytes());
        JsonNode answer = JSON.readTree(response.body());
        String error = answer.path("error").asText("");
        if (response.statusCode() == OK && !error.equals("service_unavailable")) {
          return answer;
        }
        if (response.statusCode() == TOO_MANY) {
          long seconds = response.headers().firstValueAsLong("retry-after").orElse(1);
          LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
        }
      } catch (IOException e) {
        // Not known what became of it: asked again with the same ids.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(method + " was not answered");
      }
      retries.increment();
      LockSupport.parkNanos(
          Duration.ofMillis(Math.min(1_000, 20L << Math.min(attempt, 6))).toNanos());
    }
  }

  private HttpRequest request(String token, String method, Map<String, ?> arguments)
      throws IOException {
    return HttpRequest.newBuilder(server.resolve("/api/" + method))
        .timeout(TIMEOUT)
        .header("authorization", "Bearer " + token)
        .header("content-type", "application/json; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(arguments)))
        .build();
  }

  private static HttpResponse.BodyHandler<byte[]> bytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }
}
