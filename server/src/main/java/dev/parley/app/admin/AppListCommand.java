package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin app list`.
@Command(name = "list", description = "List the apps of a workspace, the newest first.")
final class AppListCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  AppListCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("app.list", Map.of("workspace", workspace), out);
    return 0;
  }
}
