package dev.parley.app.doctor;

import dev.parley.app.cli.CommandException;
import dev.parley.app.config.ServerConfig;
import dev.parley.app.serve.ServerPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at the machine: Java, the data directory, the disk, descriptors and the port.
final class MachineExamination {
  private static final int OLDEST_JAVA = 25;
  private static final long GIBIBYTE = 1L << 30;
  private static final long FEW_DESCRIPTORS = 16_384;

  private final ServerConfig config;

  MachineExamination(ServerConfig config) {
    this.config = config;
  }

  List<Finding> run() throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(dataDirectory());
    findings.addAll(keys());
    findings.add(disk());
    findings.add(descriptors());
    findings.add(port());
    return findings;
  }

  private static Finding java() {
    Runtime.Version version = Runtime.version();
    return version.feature() >= OLDEST_JAVA
        ? Finding.good("java", version.toString())
        : Finding.bad("java", version.toString(), "Install a JDK of version 25 or newer.");
  }

  private Finding dataDirectory() {
    Path data = config.data();
    if (!Files.exists(data)) {
      Path parent = existingParent(data);
      return Files.isWritable(parent)
          ? Finding.good("data directory", data + " will be created")
          : Finding.bad(
              "data directory",
              data + " cannot be created",
              "Let " + user() + " write to " + parent + ", or choose another with --data.");
    }
    return Files.isDirectory(data) && Files.isWritable(data) && Files.isExecutable(data)
        ? Finding.good("data directory", data.toString())
        : Finding.bad(
            "data directory",
            data + " cannot be written to by " + user(),
            "Give the directory to " + user() + ": chown -R " + user() + " " + data);
  }

  private static String user() {
    return System.getProperty("user.name", "this user");
  }

  private static Path existingParent(Path path) {
    Path parent = path;
    while (!Files.exists(parent)) {
      parent = parent.resolve("..").normalize();
    }
    return parent;
  }

  private List<Finding> keys() throws IOException {
    Path keys = config.data().resolve("keys");
    if (!Files.isReadable(keys)) {
      return List.of();
    }
    List<Path> open = new ArrayList<>();
    try (Stream<Path> found = Files.walk(keys)) {
      for (Path path : found.toList()) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.contains(PosixFilePermission.GROUP_READ)
            || permissions.contains(PosixFilePermission.OTHERS_READ)) {
          open.add(path);
        }
      }
    }
    return List.of(
        open.isEmpty()
            ? Finding.good("keys", "readable by their owner alone")
            : Finding.bad(
                "keys",
                "others can read " + open.getFirst(),
                "Take the right away: chmod -R go-rwx " + keys));
  }

  private Finding disk() throws IOException {
    long free = Files.getFileStore(existingParent(config.data())).getUsableSpace();
    String text = "%.1f GiB free".formatted((double) free / GIBIBYTE);
    String advice = "Make room, or move the data directory to a larger disk.";
    if (free < GIBIBYTE) {
      return Finding.bad("disk", text, advice);
    }
    return free < 5 * GIBIBYTE
        ? Finding.doubtful("disk", text, advice)
        : Finding.good("disk", text);
  }

  private static Finding descriptors() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
      if (line.startsWith("Max open files")) {
        String limit =
            line.substring("Max open files".length())
                .strip()
                .replaceAll(".*?\\s+(\\S+)\\s+files", "$1");
        boolean few = !limit.equals("unlimited") && Long.parseLong(limit) < FEW_DESCRIPTORS;
        return few
            ? Finding.doubtful(
                "descriptors",
                limit + " open files, so about as many connected people",
                "Raise the limit: ulimit -n 65536, or LimitNOFILE=65536 in the service file.")
            : Finding.good("descriptors", limit + " open files");
      }
    }
    return Finding.doubtful("descriptors", "the limit is unknown", "");
  }

  private Finding port() {
    String address = config.host() + ":" + config.port();
    if (config.port() != 0 && ServerPort.answers(config.host(), config.port())) {
      return Finding.good("port", "a server answers at " + address);
    }
    try {
      ServerPort.requireFree(config);
      return Finding.good("port", address + " is free");
    } catch (CommandException e) {
      return Finding.bad(
          "port", String.valueOf(e.getMessage()), "Choose another with --port or PARLEY_PORT.");
    }
  }
}
