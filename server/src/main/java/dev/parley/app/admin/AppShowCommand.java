package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley admin app show`.
@Command(name = "show", description = "Tell about an app, with its manifest.")
final class AppShowCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();
  @Mixin private final AppOptions app = new AppOptions();

  AppShowCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("app.show", app.arguments(), out);
    return 0;
  }
}
