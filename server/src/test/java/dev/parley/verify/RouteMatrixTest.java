package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.operator.OperatorCommand;
import dev.parley.app.wiring.RegistryFixture;
import dev.parley.verify.MatrixTable.Call;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is not a method of the API, as everybody: the answers are those of `actors/routes.txt`.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RouteMatrixTest {
  private static final Path FILE = Path.of("src/test/resources/actors/routes.txt");
  private static final String COMMAND =
      "cd server && mvn -q test-compile surefire:test -Dtest=RouteMatrixTest -Dparley.rewrite=true";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ServerProcess server;
  private final MatrixTable table;

  RouteMatrixTest(ServerProcess server) throws Exception {
    this.server = server;
    table = MatrixTable.parse(Files.readString(FILE));
  }

  @Test
  void everyRouteAndEveryCommandOfTheOperatorHasARow() {
    List<String> wanted =
        Stream.concat(
                RegistryFixture.routes().stream().filter(route -> !route.equals("/api/")),
                Arrays.stream(OperatorCommand.values())
                    .map(command -> "/operator/" + command.wireName()))
            .toList();

    assertThat(wanted)
        .as("a line for each route in %s", FILE)
        .allMatch(route -> table.names().stream().anyMatch(name -> name.startsWith(route)));
  }

  @Test
  void everyRouteAnswersEveryActorAsTheTableSays() throws Exception {
    MatrixWorld world = new MatrixWorld(server, "routes", List.of("rtm:stream", "users:read"));
    String written = table.write(call -> answers(world, call));
    if (Boolean.getBoolean("parley.rewrite")) {
      Files.writeString(FILE, written);
    }

    assertThat(Files.readString(FILE))
        .as("what somebody may do is another thing than the table says; to rewrite it: %s", COMMAND)
        .isEqualTo(written);
  }

  private Map<String, Map<MatrixCaller, String>> answers(MatrixWorld world, Call call) {
    Map<MatrixCaller, String> answers = new EnumMap<>(MatrixCaller.class);
    try {
      for (MatrixCaller caller : MatrixCaller.values()) {
        boolean isKeyed = call.arguments().containsKey("key");
        if (!isKeyed || caller == MatrixCaller.NOBODY) {
          answers.put(caller, answer(world, caller, call));
        }
      }
    } catch (Exception e) {
      throw new AssertionError(call.toString(), e);
    }
    return Map.of("own", answers);
  }

  private String answer(MatrixWorld world, MatrixCaller caller, Call call) throws Exception {
    String token = caller == MatrixCaller.NOBODY ? "" : world.client(caller).token();
    return switch (call.arguments().getOrDefault("by", "GET")) {
      case "TOKEN" -> new StoryClient(server.address(), "", token).opening();
      case "TICKET" -> {
        MatrixWorld.Answer connect = world.call(caller, "rtm.connect", Map.of());
        String url = WireSamples.JSON.readTree(connect.body()).path("url").asText();
        yield connect.outcome().equals("ok")
            ? new StoryClient(server.address(), "", "").opening(url.substring(url.indexOf('?')))
            : "no ticket, " + connect.outcome();
      }
      case "STRANGE-TICKET" ->
          new StoryClient(server.address(), "", token).opening("?ticket=never-given");
      default -> http(world, token, call);
    };
  }

  private String http(MatrixWorld world, String token, Call call) throws Exception {
    Map<String, String> body = new HashMap<>(call.arguments());
    String method = body.getOrDefault("by", "GET");
    String key = body.getOrDefault("key", "");
    body.keySet().removeAll(List.of("by", "key", "through"));
    body.replaceAll(
        (_, value) ->
            value
                .replace("$slug", world.acme.slug())
                .replace("$name", world.newName())
                .replace("$ghost", world.acme.ghost().id));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(call.name()))
            .method(
                method,
                method.equals("POST")
                    ? HttpRequest.BodyPublishers.ofString(WireSamples.JSON.writeValueAsString(body))
                    : HttpRequest.BodyPublishers.noBody());
    if (call.arguments().containsKey("through")) {
      var _ = request.header("x-forwarded-for", "203.0.113.7");
    }
    String shown = key.equals("right") ? operatorKey() : key.isEmpty() ? token : key;
    if (!shown.isEmpty()) {
      var _ = request.header("authorization", "Bearer " + shown);
    }
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + code(response);
  }

  /// A list of nothing is an empty body.
  private static String code(HttpResponse<String> response) throws Exception {
    String type = response.headers().firstValue("content-type").orElse("");
    if (!type.contains("json")) {
      return "";
    }
    if (response.statusCode() == 200 && response.body().isBlank()) {
      return " ok";
    }
    JsonNode answer = WireSamples.JSON.readTree(response.body());
    return answer.path("ok").asBoolean() ? " ok" : " " + answer.path("error").asText("no code");
  }

  private String operatorKey() throws Exception {
    return Files.readString(server.data().resolve("keys").resolve("operator.key")).strip();
  }
}
