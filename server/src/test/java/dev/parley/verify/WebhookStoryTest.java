package dev.parley.verify;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.model.block.Blocks;
import com.slack.api.webhook.Payload;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Programs post by incoming webhooks, in every form that Slack takes, and nowhere else.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebhookStoryTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final ServerProcess server;
  private Company acme;
  private StoryClient ann;

  WebhookStoryTest(ServerProcess server) {
    this.server = server;
  }

  @BeforeAll
  void company() {
    acme = new Company(server, "hook-co");
    ann = acme.owner();
  }

  private JsonNode hook(String channel) {
    return acme.operate("webhook.create", Map.of("channel", channel));
  }

  private URI address(JsonNode hook) {
    return server.address().resolve(hook.path("path").asText());
  }

  private String post(JsonNode hook, String body) throws Exception {
    return post(address(hook), JSON, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String post(URI address, String type, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("content-type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  private JsonNode newest(String channel) throws Exception {
    return ann.ok("conversations.history", Map.of("channel", channel, "limit", 1))
        .path("messages")
        .path(0);
  }

  @Test
  void whatAProgramPostsIsAMessageOfTheAppsBot() throws Exception {
    String channel = ann.createChannel("alerts", true);
    JsonNode hook = hook("alerts");

    assertThat(
            post(
                hook, "{\"text\":\"disk full\",\"username\":\"Nagios\",\"icon_emoji\":\":fire:\"}"))
        .isEqualTo("200 ok");
    JsonNode message = newest(channel);

    assertThat(message.path("text").asText()).isEqualTo("disk full");
    assertThat(message.path("app_id").asText()).isEqualTo(hook.path("app_id").asText());
    assertThat(message.path("subtype").asText()).isEqualTo("bot_message");
    assertThat(message.path("username").asText()).isEqualTo("Nagios");
    assertThat(message.path("icons").path("emoji").asText()).isEqualTo(":fire:");
  }

  @Test
  void formsBlocksAttachmentsAndThreadsAreTaken() throws Exception {
    String channel = ann.createChannel("forms", false);
    String root = ann.post(channel, "build 7");
    JsonNode hook = hook(channel);
    String payload =
        "{\"thread_ts\":\"%s\",\"attachments\":[{\"color\":\"good\",\"text\":\"green\"}]}"
            .formatted(root);
    String form = "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);

    assertThat(post(address(hook), FORM, form.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("200 ok");
    // Python's urllib calls JSON a form.
    assertThat(post(address(hook), FORM, "{\"text\":\"as curl\"}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("200 ok");
    JsonNode replies =
        ann.ok("conversations.replies", Map.of("channel", channel, "ts", root)).path("messages");

    assertThat(replies.path(1).path("attachments").path(0).path("text").asText())
        .isEqualTo("green");
    assertThat(newest(channel).path("text").asText()).isEqualTo("as curl");
  }

  @Test
  void slacksJavaSdkPosts() throws Exception {
    String channel = ann.createChannel("java", false);
    JsonNode hook = hook("java");

    Slack slack = Slack.getInstance();
    var sent =
        slack.send(
            address(hook).toString(),
            Payload.builder()
                .text("from Java")
                .blocks(List.of(Blocks.section(s -> s.text(markdownText("*bold*")))))
                .build());
    slack.close();

    assertThat(sent.getCode()).isEqualTo(200);
    assertThat(sent.getBody()).isEqualTo("ok");
    assertThat(newest(channel).path("blocks").path(0).path("text").path("text").asText())
        .isEqualTo("*bold*");
  }

  @Test
  void badPayloadsAreRefusedInWordsAndPostNothing() throws Exception {
    String channel = ann.createChannel("strict", false);
    String before = newest(channel).path("ts").asText();
    JsonNode hook = hook(channel);
    byte[] broken = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC3, '"', '}'};
    byte[] huge = new byte[2 << 20];

    assertThat(post(hook, "{\"text\":\"\"}")).isEqualTo("400 no_text");
    assertThat(post(hook, "{\"text\":")).isEqualTo("400 invalid_payload");
    assertThat(post(hook, "[]")).isEqualTo("400 invalid_payload");
    assertThat(post(hook, "hello")).isEqualTo("400 invalid_payload");
    assertThat(post(hook, "")).isEqualTo("400 invalid_payload");
    assertThat(post(address(hook), FORM, "text=hello".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("400 invalid_payload");
    assertThat(post(address(hook), JSON, broken)).isEqualTo("400 invalid_payload");
    assertThat(post(hook, "{\"text\":\"x\",\"blocks\":[{\"type\":\"nope\"}]}"))
        .isEqualTo("400 invalid_blocks");
    assertThat(post(hook, "{\"text\":\"x\",\"thread_ts\":\"1.000001\"}"))
        .isEqualTo("400 cannot_reply_to_message");
    assertThat(post(address(hook), JSON, huge)).isEqualTo("413 request_too_large");
    assertThat(
            HTTP.send(
                    HttpRequest.newBuilder(address(hook)).build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(405);
    assertThat(newest(channel).path("ts").asText()).isEqualTo(before);
  }

  @Test
  void anAddressThatIsNotKnownIsAnsweredAlikeWhateverIsWrongWithIt() throws Exception {
    String channel = ann.createChannel("known", false);
    JsonNode hook = hook(channel);
    Company other = new Company(server, "hook-other");
    String secret = hook.path("path").asText().replaceAll(".*/", "");
    String team = hook.path("path").asText().split("/", -1)[2];
    String foreignTeam =
        other.operate("webhook.create", Map.of("channel", "general")).path("path").asText();
    String id = hook.path("webhook_id").asText();

    for (String path :
        List.of(
            "/services/" + team + "/" + id + "/" + "A".repeat(24),
            "/services/" + team + "/B0AAAAAAAAAAA/" + secret,
            "/services/" + foreignTeam.split("/", -1)[2] + "/" + id + "/" + secret,
            "/services/T0AAAAAAAAAAA/" + id + "/" + secret,
            "/services/" + team + "/" + id,
            "/services/")) {
      assertThat(
              post(
                  server.address().resolve(path),
                  JSON,
                  "{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
          .as(path)
          .isEqualTo("404 no_service");
    }
    assertThat(acme.operate("webhook.revoke", Map.of("webhook", id)).path("ok").asBoolean())
        .isTrue();
    assertThat(post(hook, "{\"text\":\"x\"}")).isEqualTo("404 no_service");
  }

  @Test
  void whereTheChannelOrTheAppIsGoneNothingIsPosted() throws Exception {
    String archived = ann.createChannel("archived", false);
    JsonNode toArchived = hook(archived);
    var _ = ann.ok("conversations.archive", Map.of("channel", archived));
    String restricted = ann.createChannel("announcements", false);
    JsonNode toRestricted = hook(restricted);
    var _ =
        ann.ok(
            "admin.conversations.setConversationPrefs",
            Map.of("channel_id", restricted, "prefs", Map.of("who_can_post", "type:admin")));
    String app =
        acme.operate("app.create", Map.of("manifest", SlackJavaBotTest.MANIFEST))
            .path("app_id")
            .asText();
    JsonNode ofApp = acme.operate("webhook.create", Map.of("channel", "general", "app", app));

    assertThat(post(toArchived, "{\"text\":\"x\"}")).isEqualTo("410 channel_is_archived");
    assertThat(post(toRestricted, "{\"text\":\"x\"}")).isEqualTo("403 action_prohibited");
    assertThat(post(ofApp, "{\"text\":\"x\"}")).isEqualTo("200 ok");
    var _ = acme.operate("app.remove", Map.of("app", app));
    assertThat(post(ofApp, "{\"text\":\"x\"}")).isEqualTo("404 no_service");
    var _ = acme.operate("app.install", Map.of("app", app));
    assertThat(post(ofApp, "{\"text\":\"x\"}"))
        .as("what a removed app had is not given back")
        .isEqualTo("404 no_service");
  }
}
