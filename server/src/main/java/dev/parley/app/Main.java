package dev.parley.app;

import dev.parley.app.cli.CommandException;
import dev.parley.app.config.SettingException;
import dev.parley.storage.embedded.EmbeddedPostgresException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/// The program. Exit codes: 0 done, 1 it did not work, 2 it was asked for something that cannot be.
@Command(
    name = "parley",
    description = "Parley, a chat server for many companies.",
    versionProvider = Main.class,
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT)
public final class Main implements IVersionProvider {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Main() {}

  static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String... args) {
    Main main = new Main();
    CommandLine line = new CommandLine(main, new MainFactory(main));
    Commands.all().forEach(line::addSubcommand);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((failure, _) -> misused(failure));
    line.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
    if (args.length == 0) {
      line.usage(System.err);
      return MISUSED;
    }
    return line.execute(args);
  }

  private static int misused(ParameterException failure) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    System.err.println(failure.getMessage() + ". Try: " + command + " --help");
    return MISUSED;
  }

  private static int failed(Exception failure) {
    if (failure instanceof CommandException || failure instanceof EmbeddedPostgresException) {
      System.err.println(failure.getMessage());
      return FAILED;
    }
    if (failure instanceof SettingException) {
      System.err.println(failure.getMessage());
      return MISUSED;
    }
    failure.printStackTrace(System.err);
    return FAILED;
  }

  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"Parley " + Optional.ofNullable(version).orElse("(unpackaged)")};
  }

  /// Gives picocli the one instance of this class, which has no public constructor.
  private record MainFactory(Main main) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type == Main.class ? type.cast(main) : CommandLine.defaultFactory().create(type);
    }
  }
}
