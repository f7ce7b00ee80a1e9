package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley admin app install`.
@Command(name = "install", description = "Install an app that was removed; prints its new tokens.")
final class AppInstallCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();
  @Mixin private final AppOptions app = new AppOptions();

  AppInstallCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("app.install", app.arguments(), out);
    return 0;
  }
}
