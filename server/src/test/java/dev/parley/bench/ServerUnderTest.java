package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.admin.OperatorClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A server as `./parley serve` starts it, with its embedded database, in a directory of its own.
/// `-Dserver.options` are more options of its Java.
final class ServerUnderTest implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  final int port;
  private final Path data;
  private final Process process;
  private final OperatorClient operator;

  ServerUnderTest() throws IOException {
    data = Files.createTempDirectory("parley-bench-server-");
    try (ServerSocket probe = new ServerSocket(0)) {
      port = probe.getLocalPort();
    }
    process = launch();
    awaitReady();
    operator = OperatorClient.open(URI.create("http://127.0.0.1:" + port), data);
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseCompactObjectHeaders");
    command.add("-XX:+UseParallelGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    String options = System.getProperty("server.options", "");
    if (!options.isBlank()) {
      command.addAll(List.of(options.split(" ", -1)));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.parley.app.Main"));
    command.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PARLEY_RATE_FACTOR", "1000");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("console.txt").toFile())
        .start();
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (status() != HttpURLConnection.HTTP_OK) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IOException("no server: " + Files.readString(data.resolve("console.txt")));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private int status() {
    try {
      URI address = URI.create("http://127.0.0.1:" + port + "/readyz");
      return ((HttpURLConnection) address.toURL().openConnection()).getResponseCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  List<JsonNode> operator(String command, Map<String, ?> arguments) {
    List<JsonNode> lines = new ArrayList<>();
    operator.call(command, arguments, lines::add);
    return lines;
  }

  /// Seconds of processor that the server has used, without its database.
  double seconds() throws IOException {
    return ProcessorTime.of(process.pid());
  }

  /// Seconds of processor that its database has used, all its processes together.
  double databaseSeconds() throws IOException {
    try (Stream<Path> files = Files.walk(data, 4)) {
      Path pidFile =
          files
              .filter(file -> file.endsWith("postmaster.pid"))
              .findFirst()
              .orElseThrow(() -> new IOException("no postmaster.pid below " + data));
      return ProcessorTime.ofFamily(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> found = Files.walk(data)) {
      for (Path path : found.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
