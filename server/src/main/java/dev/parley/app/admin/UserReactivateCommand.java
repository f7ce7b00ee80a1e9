package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley admin user reactivate`.
@Command(name = "reactivate", description = "Let somebody in again.")
final class UserReactivateCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();
  @Mixin private final PersonOptions person = new PersonOptions();

  UserReactivateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("user.reactivate", person.arguments(), out);
    return 0;
  }
}
