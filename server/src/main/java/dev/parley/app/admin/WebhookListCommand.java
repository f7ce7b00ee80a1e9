package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin webhook list`.
@Command(name = "list", description = "List the webhooks of a workspace, the newest first.")
final class WebhookListCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  WebhookListCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("webhook.list", Map.of("workspace", workspace), out);
    return 0;
  }
}
