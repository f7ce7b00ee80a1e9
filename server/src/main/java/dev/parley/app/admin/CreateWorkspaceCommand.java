package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin workspace create`.
@Command(name = "create", description = "Make a workspace and its owner.")
final class CreateWorkspaceCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--name", required = true, description = "The company's name.")
  private String name = "";

  @Option(names = "--slug", required = true, description = "Its short name in addresses.")
  private String slug = "";

  @Option(names = "--owner-email", required = true, description = "The owner's address.")
  private String ownerEmail = "";

  @Option(names = "--owner-name", description = "How the owner is called after an @.")
  private @Nullable String ownerName;

  @Option(names = "--owner-real-name", description = "The owner's name.")
  private @Nullable String ownerRealName;

  @ArgGroup private @Nullable PasswordOptions password;

  CreateWorkspaceCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("name", name);
    arguments.put("slug", slug);
    arguments.put("owner_email", ownerEmail);
    arguments.put("owner_name", ownerName);
    arguments.put("owner_real_name", ownerRealName);
    PasswordOptions.addTo(arguments, password);
    options.call("workspace.create", arguments, out);
    return 0;
  }
}
