package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A page reads threads as it reads channels: in runs, at one position.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ThreadHistoryStoryTest {
  private final ServerProcess server;
  private StoryClient alice;
  private StoryClient bob;
  private StoryClient mallory;
  private String channel;
  private String root;
  private final List<String> replies = new ArrayList<>();

  ThreadHistoryStoryTest(ServerProcess server) {
    this.server = server;
  }

  @BeforeAll
  void thread() throws Exception {
    Company acme = new Company(server, "thread-pages-co");
    alice = acme.owner();
    bob = acme.person("bob");
    mallory = new Company(server, "thread-pages-other").owner();
    channel = alice.createChannel("threads", false);
    var _ = bob.ok("conversations.join", Map.of("channel", channel));
    root = alice.post(channel, "root");
    for (String text : List.of("one", "two", "three")) {
      replies.add(reply(bob, text));
    }
    var _ = alice.post(channel, "not of the thread");
  }

  private String reply(StoryClient who, String text) throws Exception {
    return who.ok("chat.postMessage", Map.of("channel", channel, "text", text, "thread_ts", root))
        .path("ts")
        .asText();
  }

  private JsonNode page(Map<String, ?> where) throws Exception {
    Map<String, Object> arguments = new HashMap<>(where);
    arguments.put("channel", channel);
    arguments.put("thread_ts", root);
    return alice.ok("client.history", arguments);
  }

  private static List<String> texts(JsonNode page) {
    return page.path("messages").findValuesAsText("text");
  }

  @Test
  void theMessageItHangsOnComesBeforeTheFirstReply() throws Exception {
    JsonNode all = page(Map.of());
    JsonNode newest = page(Map.of("limit", 2));
    JsonNode before = page(Map.of("limit", 2, "before", replies.get(1)));
    JsonNode after = page(Map.of("limit", 2, "after", root));
    JsonNode around = page(Map.of("limit", 2, "around", replies.getFirst()));

    assertThat(texts(all)).containsExactly("root", "one", "two", "three");
    assertThat(all.path("has_more_before").asBoolean()).isFalse();
    assertThat(texts(newest)).containsExactly("two", "three");
    assertThat(newest.path("has_more_before").asBoolean()).isTrue();
    assertThat(texts(before)).containsExactly("root", "one");
    assertThat(before.path("has_more_before").asBoolean()).isFalse();
    assertThat(texts(after)).containsExactly("one", "two");
    assertThat(after.path("has_more_after").asBoolean()).isTrue();
    assertThat(texts(around)).containsExactly("root", "one");
    assertThat(around.path("has_more_after").asBoolean()).isTrue();
  }

  @Test
  void itTellsHowTheReaderStandsAndAtWhichPositionThatWasTrue() throws Exception {
    JsonNode page = page(Map.of());

    assertThat(page.path("thread").path("following").asBoolean()).isTrue();
    assertThat(page.path("thread").path("reply_number").asInt()).isEqualTo(3);
    assertThat(page.path("position").asLong())
        .isEqualTo(page.path("thread").path("position").asLong())
        .isPositive();
    assertThat(page.path("users").findValuesAsText("id")).contains(alice.id, bob.id);
  }

  @Test
  void itIsNotThereForOthersAndNotWithoutItsMessage() throws Exception {
    String asked = "{\"channel\":\"%s\",\"thread_ts\":\"%s\"}";

    assertThat(mallory.raw("client.history", asked.formatted(channel, root)))
        .contains("channel_not_found");
    assertThat(alice.raw("client.history", asked.formatted(channel, "1000000000.000001")))
        .contains("thread_not_found");
  }
}
