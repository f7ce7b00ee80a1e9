package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley admin user create`.
@Command(name = "create", description = "Make one person, or many with --count and --prefix.")
final class CreateUserCommand implements Callable<Integer> {
  private static final int MOST = 100_000;

  private final PrintStream out;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(names = "--name", description = "How they are called after an @.")
  private @Nullable String name;

  @Option(names = "--email", description = "Their address.")
  private @Nullable String email;

  @Option(names = "--real-name", description = "Their name.")
  private @Nullable String realName;

  @Option(names = "--role", description = "guest, member, admin or owner.")
  private @Nullable GivenRole role;

  @ArgGroup private @Nullable PasswordOptions password;

  @Option(names = "--count", description = "How many people to make, at most " + MOST + ".")
  private @Nullable Integer count;

  @Option(names = "--prefix", description = "What their names begin with.")
  private @Nullable String prefix;

  CreateUserCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("workspace", workspace);
    if (count == null) {
      onePerson(arguments);
    } else {
      manyPeople(arguments, count);
    }
    options.call("user.create", arguments, out);
    return 0;
  }

  private void onePerson(Map<String, Object> arguments) {
    if (name == null || prefix != null) {
      throw refused("Give --name for one person, or --count and --prefix for many");
    }
    arguments.put("name", name);
    arguments.put("email", email);
    arguments.put("real_name", realName);
    arguments.put("role", role == null ? null : role.name().toLowerCase(Locale.ROOT));
    if (password != null && email == null) {
      throw refused("A password needs an --email to sign in with");
    }
    PasswordOptions.addTo(arguments, password);
  }

  private void manyPeople(Map<String, Object> arguments, int many) {
    if (many < 1 || many > MOST) {
      throw refused("--count is " + many + " but must be 1 to " + MOST);
    }
    if (prefix == null) {
      throw refused("--count needs a --prefix for the names");
    }
    if (name != null || email != null || realName != null || role != null || password != null) {
      throw refused("Of many people only --prefix can be said");
    }
    arguments.put("count", many);
    arguments.put("prefix", prefix);
  }

  private ParameterException refused(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
