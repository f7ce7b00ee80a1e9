package dev.parley.app.admin;

import dev.parley.app.cli.CommandException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin user create`.
@Command(name = "create", description = "Make one person, or many with --count and --prefix.")
final class CreateUserCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(names = "--name", description = "How they are called after an @.")
  private @Nullable String name;

  @Option(names = "--email", description = "Their address.")
  private @Nullable String email;

  @Option(names = "--real-name", description = "Their name.")
  private @Nullable String realName;

  @Option(names = "--role", description = "member, admin or owner.")
  private @Nullable String role;

  @Option(names = "--password", description = "Their password, to sign in with.")
  private @Nullable String password;

  @Option(names = "--count", description = "How many people to make.")
  private int count;

  @Option(names = "--prefix", description = "What their names begin with.")
  private @Nullable String prefix;

  CreateUserCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (count == 0 && name == null) {
      throw new CommandException("Give --name for one person, or --count and --prefix for many.");
    }
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("workspace", workspace);
    arguments.put("name", name);
    arguments.put("email", email);
    arguments.put("real_name", realName);
    arguments.put("role", role);
    arguments.put("password", password);
    arguments.put("count", count);
    arguments.put("prefix", prefix);
    options.call("user.create", arguments, out);
    return 0;
  }
}
