package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a guest knows of a workspace, and what becomes of people whose standing changes.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestStoryTest {
  private final Company acme;
  private final StoryClient alice;
  private final StoryClient bob;
  private final StoryClient guest;
  private final String open;
  private final String shared;

  GuestStoryTest(ServerProcess server) throws Exception {
    this.acme = new Company(server, "guest-co");
    this.alice = acme.owner();
    bob = acme.person("bob");
    guest = acme.person("gus", "guest");
    open = alice.createChannel("open", false);
    shared = alice.createChannel("shared", false);
    var _ = alice.ok("conversations.invite", Map.of("channel", shared, "users", guest.id));
    var _ = alice.post(open, "lantern in the open");
    var _ = alice.post(shared, "lantern we share");
  }

  private String refusal(StoryClient who, String method, String arguments) throws Exception {
    return WireSamples.json(
            who.raw(method, arguments).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .path("error")
        .asText();
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  @Test
  void aGuestKnowsOnlyThePeopleAndChannelsTheyShare() throws Exception {
    JsonNode members = guest.ok("users.list", Map.of()).path("members");
    JsonNode channels = guest.ok("conversations.list", Map.of()).path("channels");
    JsonNode boot = guest.ok("client.boot", Map.of());

    assertThat(texts(members, "id")).containsExactlyInAnyOrder(alice.id, guest.id);
    assertThat(texts(boot.path("users"), "id")).containsExactlyInAnyOrder(alice.id, guest.id);
    assertThat(texts(channels, "name")).containsExactly("shared");
    for (String query : List.of("open", "shared")) {
      JsonNode answer = guest.ok("client.channels", Map.of("query", query)).path("channels");
      assertThat(texts(answer, "name"))
          .isEqualTo(query.equals("shared") ? List.of(query) : List.of());
    }
    assertThat(boot.path("positions").properties()).hasSize(1);
    String channel = "{\"channel\":\"" + open + "\"}";
    for (String method :
        List.of("conversations.info", "conversations.join", "conversations.history")) {
      assertThat(refusal(guest, method, channel)).isEqualTo("channel_not_found");
    }
    JsonNode found = guest.ok("search.messages", Map.of("query", "lantern")).path("messages");
    assertThat(texts(found.path("matches"), "text")).containsExactly("lantern we share");
    String user = "{\"user\":\"" + bob.id + "\",\"users\":\"" + bob.id + "\"}";
    for (String method :
        List.of("users.info", "users.getPresence", "users.profile.get", "conversations.open")) {
      assertThat(refusal(guest, method, user)).as(method).isEqualTo("user_not_found");
    }
    assertThat(texts(bob.ok("users.list", Map.of()).path("members"), "id")).contains(guest.id);
  }

  @Test
  void aGuestKnowsTheGroupsTheyAreInAndOfThemWhomTheyKnow() throws Exception {
    String secret = group("layoffs", bob.id);
    String own = group("helpers", bob.id + "," + guest.id);

    JsonNode groups = guest.ok("usergroups.list", Map.of("include_users", true)).path("usergroups");
    assertThat(texts(groups, "id")).containsExactly(own);
    assertThat(groups.path(0).path("users").toString()).isEqualTo("[\"" + guest.id + "\"]");
    assertThat(groups.path(0).path("prefs").path("channels")).isEmpty();
    assertThat(refusal(guest, "usergroups.users.list", "{\"usergroup\":\"" + secret + "\"}"))
        .isEqualTo("no_such_subteam");
    assertThat(bob.ok("usergroups.list", Map.of()).path("usergroups")).hasSize(2);
  }

  private String group(String name, String users) throws Exception {
    Map<String, String> made = Map.of("name", name, "channels", open);
    String id = alice.ok("usergroups.create", made).path("usergroup").path("id").asText();
    var _ = alice.ok("usergroups.users.update", Map.of("usergroup", id, "users", users));
    return id;
  }

  @Test
  void aGuestTakesNobodyOutOfAChannel() throws Exception {
    String closed = alice.createChannel("closed-with-gus", true);
    var _ = alice.ok("conversations.invite", Map.of("channel", closed, "users", guest.id));

    String kick = "{\"channel\":\"" + closed + "\",\"user\":\"" + alice.id + "\"}";
    assertThat(refusal(guest, "conversations.kick", kick)).isEqualTo("user_is_restricted");
    var _ = alice.ok("conversations.info", Map.of("channel", closed));
  }

  @Test
  void aGuestMakesNoPublicChannelAndInvitesNobody() throws Exception {
    assertThat(refusal(guest, "conversations.create", "{\"name\":\"mine\"}"))
        .isEqualTo("user_is_restricted");
    String invite = "{\"channel\":\"%s\",\"users\":\"%s\"}".formatted(shared, bob.id);
    assertThat(refusal(guest, "conversations.invite", invite)).isEqualTo("user_is_restricted");
    assertThat(guest.createChannel("private-of-guest", true)).startsWith("C");
    assertThat(guest.post(shared, "hello")).isNotEmpty();
  }

  @Test
  void whatHappensInTheWorkspaceIsNotToldToAGuestUntilTheyAreOneNoMore() throws Exception {
    StoryClient helper = acme.person("helper", "guest");
    String team = alice.ok("auth.test", Map.of()).path("team_id").asText();
    StoryClient.Socket socket = helper.connect();
    List<JsonNode> first = socket.resume(Map.of(team, 0L));
    assertThat(texts(toList(first), "type")).contains("gone").doesNotContain("event");

    var _ = alice.createChannel("untold", false);
    acme.operate("user.role", Map.of("user", "helper", "role", "member"));
    JsonNode told = nextOf(socket, helper.id);
    assertThat(told.path("type").asText()).isEqualTo("role_changed");
    var _ = alice.createChannel("told", false);
    JsonNode created = nextOf(socket, team);
    assertThat(created.path("channel").path("name").asText()).isEqualTo("told");

    acme.operate("user.role", Map.of("user", "helper", "role", "guest"));
    assertThat(nextOf(socket, helper.id).has("position")).isFalse();
    var _ = alice.createChannel("untold-again", false);
    var _ = alice.ok("conversations.invite", Map.of("channel", shared, "users", helper.id));
    assertThat(nextOf(socket, helper.id).path("type").asText()).isEqualTo("channel_joined");
    socket.close();
  }

  /// The next event, which is one of this stream.
  private static JsonNode nextOf(StoryClient.Socket socket, String stream) throws Exception {
    JsonNode frame = socket.await("event");
    while (isOwnProfile(frame)) {
      frame = socket.await("event");
    }
    assertThat(frame.path("stream").asText()).as(frame.toString()).isEqualTo(stream);
    return frame.path("event");
  }

  private static boolean isOwnProfile(JsonNode frame) {
    return frame.path("event").path("type").asText().equals("user_changed");
  }

  private static JsonNode toList(List<JsonNode> frames) {
    return WireSamples.JSON.valueToTree(frames);
  }

  @Test
  void whoIsShutOutIsDisconnectedAndStaysInHistory() throws Exception {
    StoryClient leaver = acme.person("leaver");
    StoryClient.Socket socket = leaver.connect();
    String channel = alice.createChannel("remembered", false);
    var _ = leaver.ok("conversations.join", Map.of("channel", channel));
    var _ = leaver.post(channel, "remember me");

    acme.operate("user.deactivate", Map.of("user", "leaver"));

    assertThat(socket.closeCode()).isEqualTo(4201);
    assertThat(refusal(leaver, "auth.test", "{}")).isEqualTo("account_inactive");
    JsonNode person = alice.ok("users.info", Map.of("user", leaver.id)).path("user");
    assertThat(person.path("deleted").asBoolean()).isTrue();
    assertThat(person.has("is_admin")).isFalse();
    JsonNode history = alice.ok("conversations.history", Map.of("channel", channel));
    assertThat(history.path("messages").path(0).path("text").asText()).isEqualTo("remember me");
    assertThat(history.path("messages").path(0).path("user").asText()).isEqualTo(leaver.id);
    acme.operate("user.reactivate", Map.of("user", "leaver"));
    assertThat(alice.ok("users.info", Map.of("user", leaver.id)).path("user").path("deleted"))
        .isEqualTo(com.fasterxml.jackson.databind.node.BooleanNode.FALSE);
  }
}
