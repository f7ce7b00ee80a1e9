package dev.parley.app.admin;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// Which app is meant.
final class AppOptions {
  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(names = "--app", required = true, description = "The app's id, or its name.")
  private String app = "";

  /// The arguments of an operator's command that this makes.
  Map<String, Object> arguments() {
    return new HashMap<>(Map.of("workspace", workspace, "app", app));
  }
}
