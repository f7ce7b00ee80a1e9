package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley admin user deactivate`.
@Command(name = "deactivate", description = "Shut somebody out; what they said stays.")
final class UserDeactivateCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();
  @Mixin private final PersonOptions person = new PersonOptions();

  UserDeactivateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    options.call("user.deactivate", person.arguments(), out);
    return 0;
  }
}
