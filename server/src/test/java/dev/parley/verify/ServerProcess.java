package dev.parley.verify;

import dev.parley.app.admin.OperatorClient;
import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.embedded.EmbeddedPostgres;
import dev.parley.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A server in a process of its own, as an operator would start it, with its own database.
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// The compiler of the virtual machine that is ready first; starting takes half the work with it.
  private static final int QUICK = 1;

  private static final int THOROUGH = 4;

  private final Path data;
  private final int port;
  private final Map<String, String> settings;
  private final int compiler;
  private Process process;

  private ServerProcess(Path data, Map<String, String> settings, int compiler) throws IOException {
    this.data = data;
    this.port = freePort();
    this.settings = settings;
    this.compiler = compiler;
    if (!Files.exists(data.resolve("postgres"))) {
      TestPostgres.lendPrograms(data);
    }
    this.process = launch();
  }

  static ServerProcess start(Path data) throws IOException {
    return start(data, Map.of());
  }

  /// @param settings environment variables
  static ServerProcess start(Path data, Map<String, String> settings) throws IOException {
    ServerProcess server = begin(data, settings);
    server.awaitReady();
    return server;
  }

  /// Starts a server as fast as it gets, to measure it.
  static ServerProcess startToMeasure(Path data, Map<String, String> settings) throws IOException {
    ServerProcess server = new ServerProcess(data, settings, THOROUGH);
    server.awaitReady();
    return server;
  }

  /// Starts a server and does not wait for it.
  static ServerProcess begin(Path data, Map<String, String> settings) throws IOException {
    return new ServerProcess(data, settings, QUICK);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  /// What it has printed, in all its lives.
  String printed() throws IOException {
    return Files.readString(data.resolve("console.txt"));
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=" + compiler,
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.parley.app.Main",
            "serve",
            "--port",
            Integer.toString(port),
            "--data",
            data.toString());
    builder.environment().put("PARLEY_RATE_FACTOR", "100");
    builder.environment().putAll(settings);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("console.txt").toFile()))
        .start();
  }

  URI address() {
    return KillTest.local(port);
  }

  /// Its data directory.
  Path data() {
    return data;
  }

  /// Its database, as the administrator reaches it.
  DatabaseAddress database() {
    try {
      return EmbeddedPostgres.running(data).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  OperatorClient operator() {
    return OperatorClient.open(address(), data);
  }

  /// `kill -9`; the database goes on.
  void kill() {
    process.destroyForcibly();
    join();
  }

  /// Starts it again on the same data and port.
  void restart() throws IOException {
    process = launch();
    awaitReady();
  }

  /// `kill -9` of the database's main process.
  void killDatabase() throws IOException {
    try (Stream<Path> files = Files.walk(data, 4)) {
      Path pidFile =
          files
              .filter(file -> file.endsWith("postmaster.pid"))
              .findFirst()
              .orElseThrow(() -> new IOException("no postmaster.pid below " + data));
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /// Waits until it has printed something.
  void awaitPrinted(String text) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!printed().contains(text)) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IOException("not printed: " + text + ", but " + printed());
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(address().resolve("/readyz")).build();
    while (true) {
      try {
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // Asked again below.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IOException("no server: " + Files.readString(data.resolve("console.txt")));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private void join() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Bytes of its heap that are in use after a collection.
  long liveHeap() throws IOException, InterruptedException {
    int collected =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (collected != 0) {
      throw new IOException("jcmd ended with " + collected);
    }
    HttpRequest request = HttpRequest.newBuilder(address().resolve("/metrics")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf('}') + 1)))
          .sum();
    }
  }

  /// SIGTERM; gives what it has printed and logged.
  String stop() throws IOException {
    process.destroy();
    join();
    StringBuilder said = new StringBuilder(Files.readString(data.resolve("console.txt")));
    try (Stream<Path> logs = Files.list(data.resolve("log"))) {
      for (Path log : logs.toList()) {
        said.append(Files.readString(log));
      }
    }
    return said.toString();
  }

  @Override
  public void close() {
    process.destroy();
    join();
    try {
      var _ = Files.deleteIfExists(data.resolve("console.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
