package dev.parley.verify;

import static dev.parley.verify.WireSamples.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// What the page's calls answer, apart from `ok`. `WireStoryTest` holds a real server to it.
final class WireAnswers {
  private WireAnswers() {}

  static void learn(WireTypes types) {
    refer(types);
    WireApps.learn(types);
    Map<String, Object> team =
        Map.of("id", WireSamples.ACME.toString(), "name", "Acme", "domain", "acme");
    Map<String, Object> known =
        Map.of(
            "id",
            WireSamples.ACME.toString(),
            "name",
            "Acme",
            "domain",
            "acme",
            "user",
            WireSamples.ALICE.toString());
    String channel = WireSamples.CHANNEL.toString();
    String ts = WireSamples.TS.toString();
    types.learn("Team", tree(team));
    types.learn("KnownTeam", tree(known));
    types.learn("StateAnswer", tree(Map.of("setup_required", true, "teams", List.of(known))));
    types.learn("SignedIn", tree(Map.of("team", team, "user", WireSamples.ALICE.toString())));
    types.learn("Session", session());
    types.learn("SessionsAnswer", tree(Map.of("sessions", List.of(session()))));
    Map<String, Object> self = Map.of("id", WireSamples.ALICE.toString(), "name", "alice");
    types.learn("ConnectAnswer", tree(Map.of("url", "ws://x", "self", self, "team", team)));
    types.learn("BootAnswer", boot(team));
    types.learn("ResumeAnswer", resume());
    types.refer("HistoryAnswer.thread", "ThreadMarker");
    types.learn("HistoryAnswer", history());
    types.learn("HistoryAnswer", history().set("thread", tree(WireSamples.threadMarker())));
    types.refer("ThreadsAnswer.threads", "ThreadMarker");
    types.learn("ThreadsAnswer", tree(Map.of("threads", List.of(WireSamples.threadMarker()))));
    types.refer("DraftsAnswer.drafts", "KeptDraft");
    types.refer("DraftAnswer.draft", "KeptDraft");
    types.learn("DraftAnswer", tree(Map.of("draft", WireItems.drafts().getFirst())));
    types.learn("DraftsAnswer", tree(Map.of("drafts", WireItems.drafts())));
    types.refer("EmojiAnswer.emoji", "Emoji");
    types.learn("EmojiAnswer", tree(Map.of("emoji", WireItems.emoji())));
    types.learn("UsersAnswer", tree(Map.of("users", WireSamples.people(), "next_cursor", "x")));
    types.learn(
        "PostedAnswer",
        tree(Map.of("channel", channel, "ts", ts, "message", WireSamples.messages().getFirst())));
    Map<String, Object> more = Map.of("next_cursor", "x");
    types.learn(
        "ChannelsAnswer",
        tree(Map.of("channels", WireSamples.channels(), "response_metadata", more)));
    types.learn(
        "FoundChannelsAnswer",
        tree(Map.of("channels", WireSamples.foundChannels(), "next_cursor", "x")));
    types.learn(
        "MembersAnswer",
        tree(Map.of("members", List.of(WireSamples.ALICE.toString()), "response_metadata", more)));
  }

  private static void refer(WireTypes types) {
    types.refer("StateAnswer.teams", "KnownTeam");
    types.refer("SignedIn.team", "Team");
    types.refer("SessionsAnswer.sessions", "Session");
    types.refer("ConnectAnswer.team", "Team");
    types.refer("BootAnswer.self", "User");
    types.refer("BootAnswer.team", "Team");
    types.refer("BootAnswer.positions", "Positions");
    types.refer("BootAnswer.channels", "WireConversation");
    types.refer("BootAnswer.users", "Person");
    types.refer("ResumeAnswer.positions", "Positions");
    types.refer("ResumeAnswer.channels", "WireConversation");
    types.refer("ResumeAnswer.gone", "StreamId");
    types.refer("HistoryAnswer.messages", "Message");
    types.refer("HistoryAnswer.users", "Person");
    types.refer("UsersAnswer.users", "Person");
    types.refer("PostedAnswer.message", "Message");
    types.refer("ChannelsAnswer.channels", "Channel");
    types.refer("FoundChannelsAnswer.channels", "FoundChannel");
    types.refer("MembersAnswer.members", "UserId");
  }

  private static ObjectNode session() {
    ObjectNode session = JSON.createObjectNode();
    session.put("id", "1").put("created", 1).put("last_seen", 1);
    return session.put("user_agent", "x").put("ip", "::1").put("current", true);
  }

  private static ObjectNode boot(Map<String, Object> team) {
    ObjectNode boot = resume();
    boot.remove("gone");
    boot.set("self", tree(WireSamples.users().getFirst()));
    boot.set("team", tree(team));
    boot.put("time", WireSamples.TS.toString()).put("build", "x");
    boot.set("users", WireSamples.tree(WireSamples.people()));
    return boot;
  }

  private static ObjectNode resume() {
    return tree(
        Map.of(
            "epoch",
            1,
            "positions",
            Map.of(),
            "channels",
            WireSamples.conversations(),
            "gone",
            List.of("C1")));
  }

  private static ObjectNode history() {
    return tree(
        Map.of(
            "messages",
            WireSamples.messages(),
            "has_more_before",
            true,
            "has_more_after",
            true,
            "position",
            1,
            "users",
            WireSamples.people()));
  }

  private static ObjectNode tree(Object value) {
    return (ObjectNode) WireSamples.tree(value);
  }
}
