package dev.parley.app.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.app.cli.CommandException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Calls the operator API of a running server.
public final class OperatorClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNAUTHORIZED = 401;

  private final URI server;
  private final String key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /// @param server the server's address
  /// @param key the operator key
  public OperatorClient(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /// The data directory of a server on this machine, unless it is named.
  public static Path defaultData() {
    return Optional.ofNullable(System.getenv("PARLEY_DATA"))
        .map(Path::of)
        .orElseGet(
            () ->
                Path.of(Optional.ofNullable(System.getenv("PARLEY_HOME")).orElse(""))
                    .resolve("data"));
  }

  /// A client with the key of the environment or of a data directory on this machine.
  public static OperatorClient open(URI server, Path data) {
    String key =
        Optional.ofNullable(System.getenv("PARLEY_OPERATOR_KEY"))
            .orElseGet(() -> read(data.resolve("keys").resolve("operator.key")));
    return new OperatorClient(server, key.strip());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandException(
          "The operator key cannot be read from "
              + file.toAbsolutePath()
              + ". Give --data, or set PARLEY_OPERATOR_KEY.");
    }
  }

  /// Runs a command and hands on each line of the answer.
  ///
  /// @throws CommandException if the server cannot be reached or refuses
  public void call(String command, Map<String, ?> arguments, Consumer<JsonNode> lines) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/operator/" + command))
              .header("authorization", "Bearer " + key)
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(arguments)))
              .build();
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() == UNAUTHORIZED) {
        throw new CommandException("The server does not accept this operator key.");
      }
      read(response.body(), lines);
    } catch (IOException e) {
      throw new CommandException("No Parley server answers at " + server + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("Interrupted.");
    }
  }

  private static void read(InputStream body, Consumer<JsonNode> lines) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String text;
      while ((text = reader.readLine()) != null) {
        JsonNode line = JSON.readTree(text);
        if (!line.path("ok").asBoolean(false)) {
          throw new CommandException(
              OperatorRefusals.sentence(
                  line.path("error").asText("unknown_error"), line.path("detail").asText(null)));
        }
        lines.accept(line);
      }
    }
  }
}
