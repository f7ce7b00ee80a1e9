package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// A new workspace for one scene. Alice owns it, Bob is a member.
final class LawStage {
  static final String PASSWORD = "lantern-kettle-42";

  final StoryClient alice;
  final StoryClient bob;
  private final ServerProcess server;
  private final Company company;
  private final String slug;
  private final Map<String, StoryClient> people = new TreeMap<>();

  LawStage(ServerProcess server, String slug) {
    this.server = server;
    this.slug = slug;
    company = new Company(server, slug);
    alice = company.owner();
    bob = company.person("bob");
    people.putAll(Map.of("alice", alice, "bob", bob));
  }

  /// Those who look on.
  Map<String, StoryClient> everybody() {
    return people;
  }

  /// A member who is in no channel but those that everybody is in, and looks on too.
  StoryClient carol() {
    return people.computeIfAbsent("carol", company::person);
  }

  /// The same stage with Carol looking on.
  LawStage withCarol() {
    StoryClient _ = carol();
    return this;
  }

  /// Somebody who can sign in by [#email] and [#PASSWORD].
  StoryClient newcomer() {
    return company.person("dave", Map.of("email", email(), "password", PASSWORD));
  }

  String email() {
    return "dave@" + slug + ".test";
  }

  /// Somebody who is known by a token alone.
  StoryClient program(String token) {
    return new StoryClient(server.address(), "", token);
  }

  /// A public channel of Alice and Bob.
  String room() throws Exception {
    return channel(false);
  }

  /// A private channel of Alice and Bob.
  String secret() throws Exception {
    return channel(true);
  }

  private String channel(boolean isPrivate) throws Exception {
    String channel = alice.createChannel(isPrivate ? "secret" : "room", isPrivate);
    does(alice, "conversations.invite", "channel", channel, "users", bob.id);
    return channel;
  }

  /// A direct message of Alice and Bob.
  String direct() throws Exception {
    return ask(alice, "conversations.open", "users", bob.id).path("channel").path("id").asText();
  }

  /// A group that nobody is in.
  String group() throws Exception {
    return ask(alice, "usergroups.create", "name", "Cooks", "handle", "cooks")
        .path("usergroup")
        .path("id")
        .asText();
  }

  /// Posts a reply and gives its `ts`.
  String reply(StoryClient who, String channel, String root, String text) throws Exception {
    return ask(who, "chat.postMessage", "channel", channel, "thread_ts", root, "text", text)
        .path("ts")
        .asText();
  }

  void does(StoryClient who, String method, String... pairs) throws Exception {
    var _ = ask(who, method, pairs);
  }

  JsonNode ask(StoryClient who, String method, String... pairs) throws Exception {
    return who.ok(method, LawScene.Call.of(who, method, pairs).arguments());
  }
}
