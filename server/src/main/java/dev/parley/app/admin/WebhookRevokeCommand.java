package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin webhook revoke`.
@Command(name = "revoke", description = "End a webhook; what it posted stays.")
final class WebhookRevokeCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(names = "--webhook", required = true, description = "The webhook's id.")
  private String webhook = "";

  WebhookRevokeCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("webhook.revoke", Map.of("workspace", workspace, "webhook", webhook), out);
    return 0;
  }
}
