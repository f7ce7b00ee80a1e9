package dev.parley.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.load.LoadWorld.Person;
import dev.parley.load.LoadWorld.Tenant;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;

/// One run: prepare, send, wait until everybody has caught up, compare. Blocks.
public final class LoadRun {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final int SOURCES = 16;
  private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();

  private final LoadOptions options;
  private final LoadWorld.Operator operator;
  private final Findings findings = new Findings();
  private final Ledger ledger = new Ledger();
  private final ConcurrentHistogram acknowledged = new ConcurrentHistogram(LONGEST_NANOS, 3);
  private final ConcurrentHistogram delivered = new ConcurrentHistogram(LONGEST_NANOS, 3);
  private final LoadApi api;

  public LoadRun(LoadOptions options, LoadWorld.Operator operator) {
    this.options = options;
    this.operator = operator;
    this.api = new LoadApi(options.server(), PATIENCE);
  }

  /// Runs it.
  ///
  /// @param disturbance called once when the senders have started, on a thread of its own; may kill
  ///     the server and start it again. The senders go on for a while after it
  public LoadReport run(Runnable disturbance) {
    LoadWorld world = LoadWorld.prepare(operator, options);
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<LoadClient> clients = clients(world, vertx);
      clients.forEach(LoadClient::start);
      await("clients did not connect", () -> clients.stream().allMatch(LoadClient::isResumed));
      long began = System.nanoTime();
      AtomicLong end = new AtomicLong(Long.MAX_VALUE);
      CompletableFuture<Void> disturbed =
          CompletableFuture.runAsync(disturbance, threads)
              .whenComplete((_, _) -> end.set(end(began, System.nanoTime())));
      CompletableFuture<Void> cuts =
          CompletableFuture.runAsync(() -> cutSome(clients, end), threads);
      send(world, threads, end);
      double seconds = (System.nanoTime() - began) / 1e9;
      disturbed.join();
      cuts.join();
      await("clients did not come back", () -> clients.stream().allMatch(LoadClient::isResumed));
      verify(world, clients);
      clients.forEach(LoadClient::close);
      return report(seconds);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  /// How many posts were acknowledged so far. Safe for many threads.
  public long acknowledged() {
    return acknowledged.getTotalCount();
  }

  private long end(long began, long disturbed) {
    long asked = began + Duration.ofSeconds(options.seconds()).toNanos();
    long after = disturbed + Duration.ofSeconds(options.seconds()).toNanos() / 4;
    return Math.max(asked, after);
  }

  private List<LoadClient> clients(LoadWorld world, Vertx vertx) {
    List<LoadClient.Shared> shared = new ArrayList<>();
    boolean loopback = options.server().getHost().startsWith("127.");
    for (int source = 0; source < SOURCES; source++) {
      WebSocketClientOptions socket =
          new WebSocketClientOptions().setMaxConnections(20_000).setMaxFrameSize(1 << 20);
      if (loopback) {
        socket.setLocalAddress("127.0.0." + (2 + source));
      }
      shared.add(
          new LoadClient.Shared(vertx, vertx.createWebSocketClient(socket), findings, delivered));
    }
    WebSocketConnectOptions address =
        new WebSocketConnectOptions()
            .setHost(options.server().getHost())
            .setPort(options.server().getPort())
            .setURI("/ws");
    List<LoadClient> clients = new ArrayList<>();
    for (Tenant tenant : world.tenants()) {
      for (Person person : tenant.people()) {
        int index = clients.size();
        clients.add(
            new LoadClient(
                person, address, shared.get(index % SOURCES), options.seed() * 31 + index));
      }
    }
    return clients;
  }

  private void send(LoadWorld world, ExecutorService threads, AtomicLong end) {
    LoadSender.Shared shared =
        new LoadSender.Shared(api, ledger, options, findings, acknowledged, end);
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int i = 0; i < options.senders(); i++) {
      Tenant tenant = world.tenants().get(i % world.tenants().size());
      int index = i / world.tenants().size();
      Person person = tenant.people().get(index % tenant.people().size());
      LoadSender sender =
          new LoadSender(person, tenant.channels(), shared, options.seed() * 1_000_003 + i);
      running.add(CompletableFuture.runAsync(sender, threads));
    }
    running.forEach(CompletableFuture::join);
  }

  private void cutSome(List<LoadClient> clients, AtomicLong end) {
    Random random = new Random(options.seed());
    while (options.awayPercent() > 0 && System.nanoTime() < end.get()) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      for (LoadClient client : clients) {
        if (random.nextInt(100) < options.awayPercent()) {
          client.cut();
        }
      }
    }
  }

  /// Every client must stand at every head and show exactly what the ledger says; so must the
  /// history.
  private void verify(LoadWorld world, List<LoadClient> clients) {
    Map<String, Long> heads = new HashMap<>();
    for (Tenant tenant : world.tenants()) {
      JsonNode counts = api.call(tenant.people().getFirst().token(), "client.counts", Map.of());
      counts
          .path("channels")
          .forEach(
              channel -> heads.put(channel.path("id").asText(), channel.path("position").asLong()));
    }
    int[] next = {0};
    for (Tenant tenant : world.tenants()) {
      for (Person _ : tenant.people()) {
        LoadClient client = clients.get(next[0]++);
        await(
            client.person().id() + " did not catch up",
            () -> isCaughtUp(client, tenant.channels(), heads));
        compare(client, tenant.channels());
      }
      for (String channel : tenant.channels()) {
        compareHistory(tenant.people().getLast(), channel);
      }
    }
  }

  private static boolean isCaughtUp(
      LoadClient client, List<String> channels, Map<String, Long> heads) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    client.inspect(
        (positions, _) ->
            answer.complete(
                channels.stream()
                    .allMatch(
                        channel ->
                            positions.getOrDefault(channel, -1L)
                                >= heads.getOrDefault(channel, 0L))));
    return answer.join();
  }

  private void compare(LoadClient client, List<String> channels) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    client.inspect(
        (_, texts) -> {
          for (String channel : channels) {
            SortedMap<String, String> held = texts.getOrDefault(channel, new java.util.TreeMap<>());
            compare(client.person().id(), channel, held);
          }
          done.complete(null);
        });
    done.join();
  }

  private void compare(String who, String channel, SortedMap<String, String> held) {
    SortedMap<String, String> expected = ledger.expected(channel);
    if (expected.equals(held)) {
      return;
    }
    expected.forEach(
        (ts, text) -> {
          if (!text.equals(held.get(ts))) {
            findings.add(
                who
                    + " in "
                    + channel
                    + " at "
                    + ts
                    + ": expected "
                    + text
                    + ", has "
                    + held.get(ts));
          }
        });
    held.keySet().stream()
        .filter(ts -> !expected.containsKey(ts))
        .forEach(
            ts -> findings.add(who + " in " + channel + " has " + ts + ", which nobody posted"));
  }

  private void compareHistory(Person person, String channel) {
    SortedMap<String, String> held = new java.util.TreeMap<>();
    String cursor = "";
    do {
      JsonNode page =
          api.call(
              person.token(),
              "conversations.history",
              Map.of("channel", channel, "limit", 900, "cursor", cursor));
      for (JsonNode message : page.path("messages")) {
        if (!message.has("subtype")) {
          var _ = held.put(message.path("ts").asText(), message.path("text").asText());
        }
      }
      cursor = page.path("response_metadata").path("next_cursor").asText("");
    } while (!cursor.isEmpty());
    compare("history", channel, held);
  }

  private void await(String complaint, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        findings.add(complaint);
        return;
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private LoadReport report(double seconds) {
    return new LoadReport(
        ledger.summary(),
        ledger.posts() / seconds,
        api.retries(),
        LoadReport.Percentiles.of(acknowledged),
        LoadReport.Percentiles.of(delivered),
        findings.count(),
        findings.first());
  }
}
