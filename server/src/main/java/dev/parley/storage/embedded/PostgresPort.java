package dev.parley.storage.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// The local port of the embedded database: chosen once, kept in the data directory, chosen anew
/// when another program has taken it.
final class PostgresPort {
  /// Below the range from which the kernel takes ports for outgoing connections.
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 200;

  private final Path file;
  private final RandomGenerator random;

  PostgresPort(Path file, RandomGenerator random) {
    this.file = file;
    this.random = random;
  }

  /// The kept port if it is free, else a new one, which is then kept.
  int choose() throws IOException {
    int kept = kept();
    if (kept > 0 && isFree(kept)) {
      return kept;
    }
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = random.nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        Files.writeString(file, port + "\n");
        return port;
      }
    }
    throw new EmbeddedPostgresException(
        "No free port for the database was found between " + LOWEST + " and " + HIGHEST + ".");
  }

  private int kept() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      int port = Integer.parseInt(Files.readString(file).strip());
      return port > 0 && port < 65_536 ? port : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
