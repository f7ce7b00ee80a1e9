package dev.parley.app.admin;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// Which person a command is about.
final class PersonOptions {
  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(names = "--user", required = true, description = "The person's name or id.")
  private String user = "";

  /// As arguments of a command; more may be added.
  Map<String, Object> arguments() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("workspace", workspace);
    arguments.put("user", user);
    return arguments;
  }
}
