package dev.parley.app.admin;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin app rotate`.
@Command(name = "rotate", description = "Replace a secret of an app; prints the new one, once.")
final class AppRotateCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();
  @Mixin private final AppOptions app = new AppOptions();

  @Option(
      names = "--secret",
      required = true,
      description = "Which one: bot_token, app_token, signing_secret or client_secret.")
  private String secret = "";

  @Option(
      names = "--keep-old",
      description = "How long the old token is still good, such as PT1H (default: not at all).")
  private Duration overlap = Duration.ZERO;

  AppRotateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Map<String, Object> arguments = app.arguments();
    arguments.put("secret", secret);
    arguments.put("overlap", overlap.toSeconds());
    options.call("app.rotate", arguments, out);
    return 0;
  }
}
