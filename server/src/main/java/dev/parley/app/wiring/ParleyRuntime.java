package dev.parley.app.wiring;

import dev.parley.api.http.Bodies;
import dev.parley.api.http.PageFiles;
import dev.parley.api.http.PictureHandler;
import dev.parley.api.operator.OperatorKey;
import dev.parley.app.config.ServerConfig;
import dev.parley.app.serve.DataDirectory;
import dev.parley.app.serve.ServerRuntime;
import dev.parley.core.picture.PictureService;
import dev.parley.fanout.Broker;
import dev.parley.fanout.MemoryBroker;
import dev.parley.storage.DatabaseAddress;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole server in one process.
public final class ParleyRuntime implements ServerRuntime {
  private static final Logger log = LoggerFactory.getLogger(ParleyRuntime.class);

  private final PrintStream console;

  /// @param console is told of what takes long
  public ParleyRuntime(PrintStream console) {
    this.console = console;
  }

  @Override
  public Running start(ServerConfig config, DatabaseAddress database, DataDirectory data)
      throws Exception {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return start(config, database, data, parts);
    } catch (Exception e) {
      close(parts);
      throw e;
    }
  }

  private Running start(
      ServerConfig config, DatabaseAddress database, DataDirectory data, Deque<AutoCloseable> parts)
      throws Exception {
    Clock clock = Clock.systemUTC();
    PrometheusMeterRegistry meters = meters(parts);
    Broker broker = new MemoryBroker();
    StorageWiring storage = push(parts, StorageWiring.start(database, data.path(), clock));
    CoreWiring core = push(parts, CoreWiring.start(storage, broker, meters, clock));
    var _ = push(parts, PartitionUpkeep.start(storage.partitions(), clock));
    var _ = push(parts, EpochWatch.start(storage.epoch()));
    var _ = push(parts, ScheduleWiring.start(storage, core, clock, meters));
    SignInWiring signIn = SignInWiring.start(storage, core, broker, clock);
    if (config.demo().isPresent()) {
      DemoWiring.ensure(config.demo().get(), storage, core, signIn, clock, console);
    }
    PageFiles pages = PageFiles.read(pageDirectory());
    Vertx vertx = Vertx.vertx(HttpWiring.options());
    parts.push(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
    GatewayWiring realtime =
        push(
            parts,
            GatewayWiring.start(storage, core, signIn, broker, meters, clock, pages.build()));
    ApiWiring api =
        ApiWiring.start(
            storage,
            core,
            signIn,
            new ApiWiring.Realtime(
                realtime::ticket, realtime.presences(), pages.build(), config.rateFactor(), clock),
            meters);
    ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    Bodies bodies = HttpWiring.bodies(vertx, meters);
    HttpWiring http =
        push(
            parts,
            HttpWiring.start(
                vertx,
                calls,
                config,
                new HttpWiring.Routes(
                    HttpWiring.api(vertx, bodies, api, calls, config),
                    OperatorWiring.handler(
                        vertx,
                        bodies,
                        calls,
                        operatorKey(config, data),
                        storage,
                        core,
                        signIn,
                        api),
                    HttpWiring.webhooks(vertx, bodies, api, calls, config),
                    new PictureHandler(
                        vertx, new PictureService(storage.tenants(), storage.keys()), calls),
                    realtime.gateway(),
                    pages,
                    meters,
                    storage.databases())));
    return new Server(http.server().actualPort(), realtime, parts);
  }

  private static PrometheusMeterRegistry meters(Deque<AutoCloseable> parts) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(meters);
    push(parts, new JvmGcMetrics()).bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    return meters;
  }

  private static OperatorKey operatorKey(ServerConfig config, DataDirectory data)
      throws IOException {
    return OperatorKey.open(
        config.operatorKey().orElse(null), data.path().resolve("keys").resolve("operator.key"));
  }

  /// Where the web client was built: beside the server, two directories above its classes.
  private static Path pageDirectory() throws URISyntaxException {
    Path classes =
        Path.of(ParleyRuntime.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return classes.resolve("../../../web/dist").normalize();
  }

  private static <T extends AutoCloseable> T push(Deque<AutoCloseable> parts, T part) {
    parts.push(part);
    return part;
  }

  private static void close(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        log.atError().addKeyValue("event", "part_not_closed").setCause(e).log("Not closed");
      }
    }
  }

  /// The running server; closes its parts in the opposite order.
  private record Server(int port, GatewayWiring realtime, Deque<AutoCloseable> parts)
      implements Running {
    @Override
    public void close() {
      realtime.gateway().drain(HttpWiring.DRAIN);
      ParleyRuntime.close(parts);
    }
  }
}
