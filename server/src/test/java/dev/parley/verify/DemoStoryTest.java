package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.demo.Demo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `parley serve --demo` as an operator starts it.
@Tag("story")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class DemoStoryTest {
  private static final String PASSWORD = "seedlings-in-a-row";
  private static final Map<String, String> WHOLE =
      Map.of("PARLEY_DEMO", "true", "PARLEY_DEMO_PASSWORD", PASSWORD);
  private static final Map<String, String> SMALL =
      Map.of("PARLEY_DEMO", "true", "JAVA_TOOL_OPTIONS", "-Dparley.demo.messages=10");

  @TempDir private Path data = Path.of("");

  @Test
  void theWholeCompanyIsThereAndItsCountsAreThoseOfItsMessages() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, WHOLE)) {
      StoryClient maya = client(server, "maya");

      List<JsonNode> people = list(maya.ok("users.list", Map.of()).path("members"));
      assertThat(people).filteredOn(one -> !one.path("is_bot").asBoolean()).hasSize(40);
      assertThat(people).filteredOn(one -> one.path("is_bot").asBoolean()).hasSize(2);
      assertThat(people).filteredOn(one -> one.path("deleted").asBoolean()).hasSize(1);
      assertThat(people).filteredOn(one -> one.path("is_restricted").asBoolean()).hasSize(1);
      seesFaces(people);
      countsAreRight(maya);
      String signIn =
          maya.raw(
              "client.signIn",
              "{\"email\":\"jonas@%s\",\"password\":\"%s\"}".formatted(Demo.DOMAIN, PASSWORD));
      assertThat(signIn).contains("\"ok\":true");
      assertThat(server.printed())
          .contains("40 people, 25 channels")
          .contains("password " + PASSWORD);
    }
  }

  /// Every face is where the profile says, and is kept.
  private static void seesFaces(List<JsonNode> people) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    for (JsonNode person : people) {
      URI picture = URI.create(person.path("profile").path("image_72").asText());
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(picture).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type")).contains("image/svg+xml");
      assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("immutable");
      assertThat(answer.body()).startsWith("<svg").contains("width=\"72\"");
    }
  }

  /// What the counts say is unread is what a walk through the messages finds.
  private static void countsAreRight(StoryClient maya) throws Exception {
    Map<String, String> names = new HashMap<>();
    maya.ok("client.boot", Map.of())
        .path("channels")
        .forEach(one -> names.put(one.path("id").asText(), one.path("name").asText()));
    Map<String, Integer> unread = new HashMap<>();
    int said = 0;
    for (JsonNode counts : maya.ok("client.counts", Map.of()).path("channels")) {
      String channel = counts.path("id").asText();
      int number = counts.path("read_number").asInt();
      int left =
          counts.path("message_number").asInt() - number - counts.path("deleted_after").asInt();
      int found = 0;
      for (JsonNode message : history(maya, channel)) {
        said += message.path("number").asInt() > 0 ? 1 : 0;
        boolean isNew = message.path("number").asInt() > number;
        found += isNew && !message.path("subtype").asText().equals("tombstone") ? 1 : 0;
      }
      assertThat(found).as(names.get(channel)).isEqualTo(left);
      unread.put(names.getOrDefault(channel, ""), left);
    }
    assertThat(said).isGreaterThan(1_500);
    assertThat(unread).containsEntry("alerts", 204).containsEntry("releases", 31);
    assertThat(unread.values()).filteredOn(count -> count == 0).hasSizeGreaterThan(8);
  }

  private static List<JsonNode> history(StoryClient reader, String channel) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    String before = "9999999999.000000";
    while (true) {
      JsonNode page =
          reader.ok("client.history", Map.of("channel", channel, "limit", 200, "before", before));
      all.addAll(list(page.path("messages")));
      if (!page.path("has_more_before").asBoolean()) {
        return all;
      }
      before = page.path("messages").get(0).path("ts").asText();
    }
  }

  @Test
  void aCompanyThatWasInterruptedIsMadeAnewAndOneThatIsThereIsLeftAlone() throws Exception {
    try (ServerProcess server = ServerProcess.begin(data, SMALL)) {
      server.awaitPrinted("Demo company");
      assertThat(said(server)).doesNotContain("Sign in as");
      server.kill();

      server.restart();

      int people = client(server, "maya").ok("users.list", Map.of()).path("members").size();
      assertThat(people).isEqualTo(42);
      assertThat(said(server).split("made in", -1)).hasSize(2);
      String password = said(server).replaceAll("(?s).*maya@\\S+ password (\\S+).*", "$1");
      int messages = messages(client(server, "maya"));

      server.kill();
      server.restart();

      assertThat(said(server)).contains("made before");
      assertThat(said(server).split("made in", -1)).hasSize(2);
      assertThat(said(server)).contains("password " + password);
      assertThat(messages(client(server, "maya"))).isEqualTo(messages);
    }
  }

  @Test
  void besideOtherWorkspacesItIsRefusedInOneSentence() throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      var _ = new Company(server, "acme");
      String _ = server.stop();
    }

    assertThatThrownBy(() -> ServerProcess.start(data, WHOLE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("This server has workspaces already");
  }

  private static int messages(StoryClient reader) throws Exception {
    int all = 0;
    for (JsonNode counts : reader.ok("client.counts", Map.of()).path("channels")) {
      all += counts.path("message_number").asInt();
    }
    return all;
  }

  private static StoryClient client(ServerProcess server, String handle) {
    JsonNode[] line = new JsonNode[1];
    server
        .operator()
        .call(
            "token.create",
            Map.of("workspace", Demo.SLUG, "user", handle),
            answer -> line[0] = answer);
    return new StoryClient(
        server.address(), line[0].path("user_id").asText(), line[0].path("token").asText());
  }

  private static String said(ServerProcess server) {
    try {
      return server.printed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }
}
