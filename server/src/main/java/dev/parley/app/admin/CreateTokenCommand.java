package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin token create`.
@Command(name = "create", description = "Make a token for somebody.")
final class CreateTokenCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(names = "--user", required = true, description = "The person's name or id.")
  private String user = "";

  @Option(
      names = "--scopes",
      description = "What it may do, such as users:read, with commas (default: everything).")
  private @Nullable String scopes;

  CreateTokenCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("workspace", workspace);
    arguments.put("user", user);
    arguments.put("scopes", scopes);
    options.call("token.create", arguments, out);
    return 0;
  }
}
