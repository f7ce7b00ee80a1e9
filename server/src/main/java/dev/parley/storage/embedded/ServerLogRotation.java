package dev.parley.storage.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Bounds the database's own log. The database holds the file open in append mode, so the text is
/// copied aside and the file emptied in place; lines written in between may be lost.
final class ServerLogRotation {
  private final Path log;
  private final long limitBytes;

  ServerLogRotation(Path log, long limitBytes) {
    this.log = log;
    this.limitBytes = limitBytes;
  }

  void run() throws IOException {
    if (!Files.exists(log) || Files.size(log) <= limitBytes) {
      return;
    }
    Path older = log.resolveSibling(log.getFileName() + ".1");
    var _ = Files.copy(log, older, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }
}
