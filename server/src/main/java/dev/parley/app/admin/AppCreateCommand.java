package dev.parley.app.admin;

import dev.parley.app.cli.CommandException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin app create`.
@Command(name = "create", description = "Make an app and install it; prints its secrets, once.")
final class AppCreateCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(
      names = "--manifest",
      required = true,
      description = "A file with the app's manifest, JSON or YAML; - for standard input.")
  private String manifest = "";

  AppCreateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("app.create", Map.of("workspace", workspace, "manifest", read()), out);
    return 0;
  }

  private String read() {
    try {
      return manifest.equals("-")
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(manifest));
    } catch (IOException e) {
      throw new CommandException("The manifest cannot be read from " + manifest + ".");
    }
  }
}
