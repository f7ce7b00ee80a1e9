package dev.parley.app.serve;

import dev.parley.app.cli.CommandException;
import dev.parley.app.cli.SettingOptions;
import dev.parley.app.config.ServerConfig;
import dev.parley.app.config.Setting;
import dev.parley.app.config.Settings;
import dev.parley.app.log.ServerLog;
import java.io.PrintStream;
import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley serve`: starts a server and runs it until the operator stops it.
///
/// The thread that runs the command starts every part and, in the opposite order, stops it; a
/// signal only interrupts it ([StopSignal]).
@Command(name = "serve", description = "Start the server.")
public final class ServeCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

  private final ServerRuntime runtime;
  private final PrintStream console;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  @Mixin private final SettingOptions options = new SettingOptions();

  @Option(names = "--demo", description = "Make a company to look around in, on empty data.")
  private boolean demo;

  public ServeCommand(ServerRuntime runtime, PrintStream console) {
    this.runtime = runtime;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ServerConfig config = ServerConfig.from(Settings.gather(flags(), System.getenv()));
    StopSignal signal = StopSignal.listen(Thread.currentThread());
    try {
      start(config);
      new CountDownLatch(1).await();
      return 0;
    } catch (Exception e) {
      if (signal.received()) {
        return 0;
      }
      throw e;
    } finally {
      stop();
      signal.handled();
    }
  }

  private Map<Setting, String> flags() {
    Map<Setting, String> flags = new HashMap<>(options.given());
    if (demo) {
      flags.put(Setting.DEMO, "true");
    }
    return flags;
  }

  private void start(ServerConfig config) throws Exception {
    long begin = System.nanoTime();
    DataDirectory data = DataDirectory.open(config.data());
    parts.push(DataLock.take(data));
    parts.push(ServerLog.open(data.log(), config.logLevel()));
    ServerPort.requireFree(config);
    console.println("Data directory  " + data.path());
    ServerDatabase database = ServerDatabase.open(config);
    parts.push(database);
    console.println("Database        " + database.description());
    ServerRuntime.Running running = startRuntime(config, database, data);
    parts.push(running);
    if (!ServerPort.answers(config.host(), running.port())) {
      throw new CommandException("The server started but does not answer on its port.");
    }
    console.printf(
        "Parley is ready at http://%s:%d%n", ServerPort.reachable(config.host()), running.port());
    log.atInfo()
        .addKeyValue("event", "server_ready")
        .addKeyValue("port", running.port())
        .addKeyValue("start_ms", (System.nanoTime() - begin) / 1_000_000)
        .log("Ready");
  }

  private ServerRuntime.Running startRuntime(
      ServerConfig config, ServerDatabase database, DataDirectory data) throws Exception {
    try {
      return runtime.start(config, database.address(), data);
    } catch (Exception e) {
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw ServerPort.taken(config);
      }
      if (e instanceof SQLException) {
        log.atError().addKeyValue("event", "database_refused").setCause(e).log("Not started");
        throw new CommandException("The database cannot be used: " + e.getMessage());
      }
      throw e;
    }
  }

  private void stop() {
    boolean ready = parts.size() > 2;
    boolean _ = Thread.interrupted();
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        log.atError().addKeyValue("event", "server_stop_failed").setCause(e).log("Not stopped");
      }
    }
    if (ready) {
      console.println("Parley has stopped.");
    }
  }
}
