package dev.parley.app.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.cli.ServerAddress;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every `admin` command can be told, and how it answers.
final class OperatorOptions {
  @Option(
      names = "--server",
      description = "The server's address (default: ${DEFAULT-VALUE}).",
      converter = ServerAddress.class,
      defaultValue = "http://127.0.0.1:8080")
  private URI server = URI.create("http://127.0.0.1:8080");

  @Option(names = "--data", description = "The server's data directory, for its operator key.")
  private @Nullable Path data;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  /// Runs a command and prints its answer.
  void call(String command, Map<String, ?> arguments, PrintStream out) {
    OperatorClient.open(server, dataDirectory()).call(command, arguments, line -> print(line, out));
  }

  private Path dataDirectory() {
    return data == null ? OperatorClient.defaultData() : data;
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  private void print(JsonNode line, PrintStream out) {
    ObjectNode shown = line.deepCopy();
    shown.remove("ok");
    if (json) {
      out.println(shown);
      return;
    }
    shown
        .properties()
        .forEach(field -> out.printf("%-16s %s%n", field.getKey(), text(field.getValue())));
  }
}
