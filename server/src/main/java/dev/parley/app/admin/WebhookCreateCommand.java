package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin webhook create`.
@Command(
    name = "create",
    description = "Make an address at which a program posts to a channel; prints it, once.")
final class WebhookCreateCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(names = "--channel", required = true, description = "The channel's name or id.")
  private String channel = "";

  @Option(
      names = "--app",
      description = "The id of the app that posts (default: one for webhooks alone).")
  private @Nullable String app;

  WebhookCreateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("workspace", workspace);
    arguments.put("channel", channel);
    arguments.put("app", app);
    options.call("webhook.create", arguments, out);
    return 0;
  }
}
