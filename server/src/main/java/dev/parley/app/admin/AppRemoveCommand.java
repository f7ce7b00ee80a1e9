package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley admin app remove`.
@Command(name = "remove", description = "Take an app out of use: its tokens and connections end.")
final class AppRemoveCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();
  @Mixin private final AppOptions app = new AppOptions();

  AppRemoveCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("app.remove", app.arguments(), out);
    return 0;
  }
}
