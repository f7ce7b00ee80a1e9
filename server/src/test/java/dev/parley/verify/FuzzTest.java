package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.ErrorCodes;
import dev.parley.api.Method;
import dev.parley.app.wiring.RegistryFixture;
import dev.parley.testkit.TestPostgres;
import dev.parley.verify.FuzzConnection.Answer;
import dev.parley.verify.FuzzRequests.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Requests that make no sense, over real HTTP: each gets a coded answer, the server keeps no
/// memory
/// of them, and another workspace does not notice. `-Dparley.fuzz.requests=100000` for the long
/// run,
/// `-Dparley.fuzz.seed=N` for other requests.
@Tag("story")
@Timeout(value = 1, unit = TimeUnit.HOURS)
@ExtendWith(TestPostgres.class)
final class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("parley.fuzz.requests", 5_000);
  private static final long SEED = Long.getLong("parley.fuzz.seed", 1);
  private static final int CONNECTIONS = 4;
  private static final int MOST_SHOWN = 5;
  private static final Set<String> UNKNOWN = Set.of("unknown_method", "method_deprecated");

  /// Caches and rings fill up; what every request left behind would be far more.
  private static final long MOST_GROWTH_BYTES = 24L << 20;

  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();

  @Test
  void whateverIsSentGetsACodedAnswerAndCostsNobodyElseAnything(
      @TempDir Path data, TestPostgres.Cluster cluster) throws Exception {
    List<Method> methods = RegistryFixture.methods(cluster);
    try (ServerProcess server = ServerProcess.start(data, Map.of("PARLEY_RATE_FACTOR", "10000"))) {
      Company acme = new Company(server, "fuzzed");
      Neighbour neighbour = new Neighbour(new Company(server, "next-door").owner());
      Function<Integer, FuzzRequests> requests = requests(acme, methods);
      Thread living = Thread.startVirtualThread(neighbour);
      send(server, methods, requests, 0, REQUESTS / 5);
      long before = server.liveHeap();
      send(server, methods, requests, 1, REQUESTS - REQUESTS / 5);
      long after = server.liveHeap();
      neighbour.stop.set(true);
      living.join();

      assertThat(faults).as("seed %d", SEED).isEmpty();
      assertThat(refused.get()).isGreaterThan(REQUESTS / 4);
      assertThat(accepted.get()).isGreaterThan(REQUESTS / 20);
      assertThat(after - before).as("growth of live heap").isLessThan(MOST_GROWTH_BYTES);
      assertThat(neighbour.failures).isEmpty();
      assertThat(neighbour.posts).isGreaterThan(5);
      assertThat(server.stop().lines().filter(line -> line.matches("\\S* ?ERROR .*"))).isEmpty();
    }
  }

  /// What each connection sends, by its number.
  private static Function<Integer, FuzzRequests> requests(Company acme, List<Method> methods)
      throws Exception {
    StoryClient alice = acme.owner();
    StoryClient bob = acme.person("bob");
    StoryClient doomed = acme.person("doomed");
    List<String> channels = new ArrayList<>();
    List<String> tss = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String channel = alice.createChannel("fuzzed-" + i, i % 4 == 0);
      channels.add(channel);
      tss.add(alice.post(channel, "said first"));
    }
    List<String> users = List.of(alice.id, bob.id, doomed.id);
    List<String> tokens = List.of(alice.token(), alice.token(), bob.token(), "xoxp-1-2-never", "x");
    // A try to sign in takes a core for a while, by design.
    List<Method> all =
        methods.stream().filter(method -> !method.name().equals("client.signIn")).toList();
    return number -> {
      Random random = new Random(SEED * 1_000 + number);
      FuzzValues values = new FuzzValues(random, channels, users, tss);
      return new FuzzRequests(random, values, all, tokens, doomed.token());
    };
  }

  private void send(
      ServerProcess server,
      List<Method> methods,
      Function<Integer, FuzzRequests> requests,
      int part,
      int count)
      throws InterruptedException {
    Map<String, Method> known =
        methods.stream().collect(Collectors.toMap(Method::name, method -> method));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      FuzzRequests own = requests.apply(part * CONNECTIONS + i);
      threads.add(Thread.startVirtualThread(() -> send(server, known, own, count / CONNECTIONS)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void send(
      ServerProcess server, Map<String, Method> methods, FuzzRequests requests, int count) {
    try (FuzzConnection connection = new FuzzConnection(server.address())) {
      for (int i = 0; i < count && faults.size() < MOST_SHOWN; i++) {
        Request request = requests.next();
        try {
          check(request, connection.exchange(request.bytes()), methods);
        } catch (IOException | RuntimeException e) {
          faults.add(e + " after " + request);
          return;
        }
      }
    } catch (IOException e) {
      faults.add(e.toString());
    }
  }

  private void check(Request request, Answer answer, Map<String, Method> methods)
      throws IOException {
    JsonNode json = WireSamples.JSON.readTree(answer.body());
    String code = json.path("error").asText();
    Method method = methods.get(request.method());
    boolean isKnown =
        UNKNOWN.contains(code)
            || ErrorCodes.GENERIC.contains(code)
            || (method != null && method.errors().contains(code))
            || request.method().equals("api.test");
    boolean isOk = json.path("ok").asBoolean();
    if (answer.status() != 200
        || !answer.type().startsWith("application/json")
        || code.equals("internal_error")
        || (!isOk && !isKnown)) {
      faults.add(answer + " to " + request);
    }
    var _ = (isOk ? accepted : refused).incrementAndGet();
  }

  /// Somebody of another workspace who goes on working.
  private static final class Neighbour implements Runnable {
    private final StoryClient person;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<String> failures = new ArrayList<>();
    private int posts;

    Neighbour(StoryClient person) {
      this.person = person;
    }

    @Override
    public void run() {
      try {
        String channel = person.createChannel("quiet", false);
        while (!stop.get()) {
          long began = System.nanoTime();
          String ts = person.post(channel, "still here " + posts);
          JsonNode newest =
              person.ok("conversations.history", Map.of("channel", channel, "limit", 1));
          if (!newest.path("messages").path(0).path("ts").asText().equals(ts)) {
            failures.add(newest.toString());
          }
          long millis = (System.nanoTime() - began) / 1_000_000;
          if (millis > 5_000) {
            failures.add("a post and its reading took " + millis + " ms");
          }
          posts++;
        }
      } catch (Exception | AssertionError e) {
        failures.add(e.toString());
      }
    }
  }
}
