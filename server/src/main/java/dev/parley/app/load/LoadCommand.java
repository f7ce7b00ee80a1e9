package dev.parley.app.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.admin.OperatorClient;
import dev.parley.app.cli.CommandException;
import dev.parley.app.cli.ServerAddress;
import dev.parley.load.LoadOptions;
import dev.parley.load.LoadReport;
import dev.parley.load.LoadRun;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley load`: exit code 0 if every client received exactly what it had to, else 1.
@Command(
    name = "load",
    description = {
      "Put many real clients on a running server and check what each of them receives.",
      "Makes new workspaces for it, which stay."
    })
public final class LoadCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;
  private static final int HUNDRED = 100;

  private final PrintStream out;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--server",
      converter = ServerAddress.class,
      defaultValue = "http://127.0.0.1:8080",
      description = "The server's address (default: ${DEFAULT-VALUE}).")
  private URI server = URI.create("http://127.0.0.1:8080");

  @Option(names = "--data", description = "The server's data directory, for its operator key.")
  private @Nullable Path data;

  @Option(
      names = {"--count", "--connections"},
      required = true,
      description = "How many WebSocket clients.")
  private int connections;

  @Option(
      names = "--workspaces",
      defaultValue = "1",
      description = "Workspaces to make (${DEFAULT-VALUE}).")
  private int workspaces;

  @Option(
      names = "--senders",
      defaultValue = "16",
      description = "People who post at once (${DEFAULT-VALUE}).")
  private int senders;

  @Option(
      names = "--channels",
      defaultValue = "4",
      description = "Channels per workspace (${DEFAULT-VALUE}).")
  private int channels;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "How long they post (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rate",
      defaultValue = "100",
      description =
          "Posts a second in all (${DEFAULT-VALUE}); 0 for as fast as they are acknowledged.")
  private int rate;

  @Option(
      names = "--edits",
      defaultValue = "5",
      description = "Edits per 100 posts (${DEFAULT-VALUE}).")
  private int edits;

  @Option(
      names = "--deletes",
      defaultValue = "5",
      description = "Deletions per 100 posts (${DEFAULT-VALUE}).")
  private int deletes;

  @Option(
      names = "--away",
      defaultValue = "0",
      description = "How many clients in 100 lose their connection each second (${DEFAULT-VALUE}).")
  private int away;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Repeats the choices of a run (${DEFAULT-VALUE}).")
  private long seed;

  public LoadCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    check();
    OperatorClient operator =
        OperatorClient.open(server, data == null ? OperatorClient.defaultData() : data);
    LoadOptions options =
        new LoadOptions(
            server,
            workspaces,
            connections,
            senders,
            channels,
            seconds,
            rate,
            edits,
            deletes,
            away,
            seed);
    LoadRun run =
        new LoadRun(
            options,
            (command, arguments) -> {
              List<JsonNode> lines = new ArrayList<>();
              operator.call(command, arguments, lines::add);
              return lines;
            });
    try {
      LoadReport report = run.run(() -> {});
      report.print(out);
      return report.isClean() ? 0 : 1;
    } catch (IllegalStateException e) {
      throw new CommandException("The run was given up: " + e.getMessage() + ".");
    }
  }

  private void check() {
    if (!server.getScheme().equals("http")) {
      throw refused("--server must begin with http:// here");
    }
    within("--workspaces", workspaces, 1, MOST);
    within("--count", connections, workspaces, MOST);
    within("--senders", senders, 1, MOST);
    within("--channels", channels, 1, MOST);
    within("--seconds", seconds, 1, MOST);
    within("--rate", rate, 0, MOST);
    within("--edits", edits, 0, HUNDRED);
    within("--deletes", deletes, 0, HUNDRED);
    within("--away", away, 0, HUNDRED);
  }

  private void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw refused("%s is %d but must be %d to %d".formatted(option, value, least, most));
    }
  }

  private ParameterException refused(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
