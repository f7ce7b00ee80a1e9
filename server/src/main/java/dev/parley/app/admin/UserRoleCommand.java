package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin user role`.
@Command(name = "role", description = "Give somebody another role.")
final class UserRoleCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();
  @Mixin private final PersonOptions person = new PersonOptions();

  @Option(names = "--role", required = true, description = "guest, member, admin or owner.")
  private GivenRole role = GivenRole.MEMBER;

  UserRoleCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Map<String, Object> arguments = person.arguments();
    arguments.put("role", role.name().toLowerCase(Locale.ROOT));
    options.call("user.role", arguments, out);
    return 0;
  }
}
