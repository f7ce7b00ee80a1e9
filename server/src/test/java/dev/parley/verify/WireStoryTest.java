package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The page's types are learnt from samples; here they are held to what a real server says.
@Tag("story")
@ExtendWith(StoryServer.class)
final class WireStoryTest {
  private final ServerProcess server;

  WireStoryTest(ServerProcess server) {
    this.server = server;
  }

  @Test
  void answersAndEventsHaveTheTypesThatThePageIsBuiltFrom() throws Exception {
    Company acme = new Company(server, "typed-co");
    StoryClient alice = acme.owner();
    StoryClient bob = acme.person("bob");
    String room = alice.createChannel("typed", false);
    var _ = alice.ok("conversations.invite", Map.of("channel", room, "users", bob.id));
    StoryClient.Socket socket = bob.connect();
    var _ = socket.resume(Map.of());
    Map<String, String> said = Map.of("channel", room, "text", "<!here> <@" + bob.id + ">");
    WireTypes types = WireCatalogue.types();
    String before = TypeScriptFile.write(types, "");

    types.learn("PostedAnswer", answer(alice, "chat.postMessage", said));
    types.learn("BootAnswer", answer(bob, "client.boot", Map.of()));
    types.learn("ResumeAnswer", answer(bob, "client.resume", Map.of("streams", List.of(room))));
    types.learn("HistoryAnswer", answer(bob, "client.history", Map.of("channel", room)));
    types.learn("UsersAnswer", answer(bob, "client.users", Map.of()));
    types.learn("ConnectAnswer", answer(bob, "rtm.connect", Map.of()));
    types.learn("ChannelsAnswer", answer(bob, "conversations.list", Map.of()));
    types.learn("FoundChannelsAnswer", answer(bob, "client.channels", Map.of("query", "general")));
    types.learn("MembersAnswer", answer(bob, "conversations.members", Map.of("channel", room)));
    String manifest = "{\"display_information\":{\"name\":\"Typed\"},\"x\":1}";
    JsonNode made = answer(alice, "client.apps.create", Map.of("manifest", manifest));
    String app = made.path("app").path("id").asText();
    types.learn("AppMadeAnswer", made);
    types.learn(
        "WebhookMadeAnswer",
        answer(alice, "client.webhooks.create", Map.of("channel", room, "app", app)));
    types.learn("WebhooksAnswer", answer(alice, "client.webhooks.list", Map.of()));
    var _ = alice.ok("client.apps.remove", Map.of("app", app));
    types.learn("AppMadeAnswer", answer(alice, "client.apps.install", Map.of("app", app)));
    types.learn("AppsAnswer", answer(alice, "client.apps.list", Map.of()));
    types.learn("MessageEvent", socket.await("event").path("event"));
    types.learn("MentionAddedEvent", socket.await("event").path("event"));
    socket.close();

    assertThat(TypeScriptFile.write(types, "")).isEqualTo(before);
  }

  private static JsonNode answer(StoryClient caller, String method, Map<String, ?> arguments)
      throws Exception {
    return ((ObjectNode) caller.ok(method, arguments)).without("ok");
  }
}
