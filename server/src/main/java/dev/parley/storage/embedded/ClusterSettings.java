package dev.parley.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes the settings that Parley wants from its database, anew at each start, into a file that
/// `postgresql.conf` includes. An operator's `custom.conf` is read after it and wins.
final class ClusterSettings {
  private static final String NAME = "parley.conf";
  private static final long MEBIBYTE = 1L << 20;

  private ClusterSettings() {}

  static void include(Path cluster) throws IOException {
    Path main = cluster.resolve("postgresql.conf");
    Files.writeString(
        main,
        Files.readString(main) + "\ninclude '" + NAME + "'\ninclude_if_exists '../custom.conf'\n");
  }

  static void write(ClusterFiles files, int port, boolean durable) throws IOException {
    Path target = files.cluster().resolve(NAME);
    Path partial = files.cluster().resolve(NAME + ".new");
    Files.writeString(partial, text(files, port, durable));
    var _ = Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String text(ClusterFiles files, int port, boolean durable) throws IOException {
    String commit = durable ? "on" : "off";
    return """
    # Written by Parley at each start; put your own settings into ../custom.conf.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = '%s'
    max_connections = 100
    client_connection_check_interval = 10s

    fsync = %s
    synchronous_commit = %s
    full_page_writes = %s
    shared_buffers = %dMB
    wal_level = replica
    max_wal_size = 2GB
    min_wal_size = 128MB
    checkpoint_timeout = 15min
    jit = off

    timezone = 'UTC'
    log_timezone = 'UTC'
    logging_collector = off
    log_destination = 'stderr'
    log_line_prefix = '%%m [%%p] '
    log_checkpoints = off
    log_error_verbosity = terse
    log_min_error_statement = panic
    """
        .formatted(
            port, files.socketFolders(), commit, commit, commit, durable ? sharedBuffers() : 64);
  }

  /// An eighth of the memory, from 128 MiB to 1 GiB.
  private static long sharedBuffers() throws IOException {
    String total = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("[^0-9]", "");
    long mebibytes = Long.parseLong(total) * 1024 / MEBIBYTE;
    return Math.clamp(mebibytes / 8, 128, 1024);
  }
}
