package dev.parley.app.serve;

import dev.parley.app.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The directory that holds everything a server keeps. Others on the machine may pass through it,
/// as the database's account must, but not list it.
///
/// @param path absolute
public record DataDirectory(Path path) {

  /// Creates the directory and the folders the server itself needs.
  ///
  /// @throws CommandException if that is not possible
  public static DataDirectory open(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
      }
      Path log = Files.createDirectories(path.resolve("log"));
      Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException | UnsupportedOperationException e) {
      throw new CommandException(
          "The data directory %s cannot be created or written to by the user %s."
              .formatted(path, System.getProperty("user.name")));
    }
    return new DataDirectory(path);
  }

  public Path log() {
    return path.resolve("log");
  }

  public Path lockFile() {
    return path.resolve("lock");
  }
}
