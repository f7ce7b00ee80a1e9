package dev.parley.app.admin;

import dev.parley.app.cli.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The password of a new person. Without one the server makes one, and the answer tells it.
final class PasswordOptions {
  private static final String STANDARD_INPUT = "-";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password; - for standard input.")
  private @Nullable String file;

  @Option(
      names = "--password",
      description = "The password itself, which other accounts of this machine can see.")
  private @Nullable String password;

  /// Adds to a command's arguments what the server is to do about a password.
  ///
  /// @throws CommandException if the file has none
  static void addTo(Map<String, Object> arguments, @Nullable PasswordOptions given) {
    if (given == null) {
      arguments.put("generate_password", true);
    } else {
      arguments.put("password", given.read());
    }
  }

  private @Nullable String read() {
    if (file == null) {
      return password;
    }
    String name = file.equals(STANDARD_INPUT) ? "standard input" : file;
    try {
      byte[] content =
          file.equals(STANDARD_INPUT)
              ? System.in.readAllBytes()
              : Files.readAllBytes(Path.of(file));
      return new String(content, StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .filter(line -> !line.isEmpty())
          .orElseThrow(() -> new CommandException("There is no password in " + name + "."));
    } catch (IOException e) {
      throw new CommandException("The password cannot be read from " + name + ".");
    }
  }
}
