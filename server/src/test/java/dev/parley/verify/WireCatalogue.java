package dev.parley.verify;

import static dev.parley.verify.WireSamples.CHANNEL;
import static dev.parley.verify.WireSamples.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.event.MessagePublications;
import dev.parley.core.presence.PresenceService;
import dev.parley.fanout.Publication;
import dev.parley.gateway.wire.FrameError;
import dev.parley.gateway.wire.ResyncReason;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.kernel.StreamKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Learns all named types from the samples, in the order in which they are written.
final class WireCatalogue {
  /// What a client may send, in documented form. `WireTypesTest` has the server read each.
  static final List<String> CLIENT_FRAMES =
      List.of(
          "{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{},\"token\":\"x\"}",
          "{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{}}",
          "{\"type\":\"ping\",\"id\":1}",
          "{\"type\":\"typing\",\"channel\":\"" + CHANNEL + "\"}",
          "{\"type\":\"presence\",\"users\":[\"" + WireSamples.BOB + "\"]}",
          "{\"type\":\"focus\",\"channels\":[\"" + CHANNEL + "\"]}");

  private final WireTypes types = new WireTypes();

  private WireCatalogue() {}

  static WireTypes types() {
    WireCatalogue catalogue = new WireCatalogue();
    catalogue.views();
    catalogue.events("ChannelEvent", WireSamples.channelEvents());
    catalogue.events("ChannelEvent", WireItems.channelEvents());
    catalogue.events("UserEvent", WireSamples.userEvents());
    catalogue.events("UserEvent", WireItems.userEvents());
    catalogue.events("WorkspaceEvent", WireSamples.workspaceEvents());
    catalogue.events("WorkspaceEvent", WireItems.workspaceEvents());
    List.of("ChannelEvent", "UserEvent", "WorkspaceEvent")
        .forEach(union -> catalogue.types.unite("StreamEvent", union));
    catalogue.serverFrames();
    CLIENT_FRAMES.forEach(frame -> catalogue.frame("ClientFrame", json(utf8(frame))));
    WireAnswers.learn(catalogue.types);
    return catalogue.types;
  }

  private void views() {
    types.abbreviate(
        "WireConversation", new WireTypes.Brief("Conversation", WireSamples.usualConversation()));
    types.refer("User.profile", "Profile");
    types.refer("Channel.topic", "Described");
    types.refer("Channel.purpose", "Described");
    types.refer("MessageChangedEvent.message", "Message");
    types.refer("Message.reactions", "Reaction");
    types.refer("MessageEvent.thread", "ThreadState");
    types.refer("MessageDeletedEvent.thread", "ThreadState");
    types.refer("MessageSupersededEvent.thread", "ThreadState");
    for (String message : List.of("Message", "MessageEvent")) {
      types.refer(message + ".blocks", "Json");
      types.refer(message + ".attachments", "Json");
    }
    types.refer("ChannelJoinedEvent.channel", "WireConversation");
    types.refer("ChannelChangedEvent.channel", "Channel");
    types.refer("UserJoinedEvent.user", "User");
    types.refer("UserChangedEvent.user", "User");
    types.refer("RoleChangedEvent.user", "User");
    types.refer("SubteamCreatedEvent.subteam", "Usergroup");
    types.refer("SubteamUpdatedEvent.subteam", "Usergroup");
    types.refer("BookmarkAddedEvent.bookmark", "Bookmark");
    types.refer("BookmarkChangedEvent.bookmark", "Bookmark");
    types.refer("DndUpdatedEvent.dnd_status", "DndStatus");
    types.refer("DndUpdatedUserEvent.dnd_status", "DndStatus");
    types.refer("EmojiChangedEvent.emoji", "Emoji");
    types.refer("Usergroup.deleted_by", "UserId | null");
    learn("User", WireSamples.users());
    learn("Person", WireSamples.people());
    learn("Usergroup", WireSamples.usergroups());
    learn("Emoji", WireItems.emoji());
    learn("KeptDraft", WireItems.drafts());
    learn("Bookmark", WireItems.bookmarks());
    learn("DndStatus", WireItems.dnd());
    learn("Channel", WireSamples.channels());
    learn("FoundChannel", WireSamples.foundChannels());
    learn("WireConversation", WireSamples.conversations());
    learn("Message", WireSamples.messages());
    learn("Marker", List.of(WireSamples.marker()));
    learn("ThreadMarker", List.of(WireSamples.threadMarker()));
  }

  private void learn(String type, List<?> views) {
    views.forEach(view -> types.learn(type, WireSamples.tree(view)));
  }

  private void events(String union, List<Publication> events) {
    for (Publication event : events) {
      JsonNode sample = json(event.event());
      String type = camel(sample.path("type").textValue()) + "Event";
      types.learn(type, sample);
      types.unite(union, type);
    }
  }

  private void serverFrames() {
    types.refer("EventFrame.event", "StreamEvent");
    types.refer("EphemeralFrame.message", "Message");
    types.refer("ResumedFrame.streams", "Positions");
    types.refer("ResumeClientFrame.streams", "Positions");
    StreamKey stream = StreamKey.of(WireSamples.ACME, CHANNEL);
    Map<String, Long> positions = Map.of(stream.name(), 1L);
    ServerFrames.Hello hello =
        new ServerFrames.Hello(
            WireSamples.ACME.toString(),
            WireSamples.ALICE.toString(),
            1,
            WireSamples.TS.toString(),
            "1",
            1,
            20);
    List<byte[]> frames = new ArrayList<>();
    frames.add(ServerFrames.hello(hello));
    frames.add(ServerFrames.event(stream, 1, 0, utf8("0")));
    frames.add(ServerFrames.resumed("1", positions, "x"));
    for (ResyncReason reason : ResyncReason.values()) {
      frames.add(ServerFrames.resync(stream, 1, reason));
    }
    frames.add(ServerFrames.gone(stream.name()));
    frames.add(ServerFrames.typing(CHANNEL, WireSamples.ALICE));
    frames.add(MessagePublications.ephemeral(WireSamples.messages().getFirst()));
    frames.add(ServerFrames.presence(Map.of(WireSamples.ALICE, true, WireSamples.BOB, false)));
    frames.add(PresenceService.manualChange(true));
    frames.add(PresenceService.manualChange(false));
    frames.add(ServerFrames.pong("1"));
    frames.add(ServerFrames.goodbye("draining", 1));
    for (FrameError error : FrameError.values()) {
      frames.add(ServerFrames.error(error, "1"));
      frames.add(ServerFrames.error(error, null));
    }
    frames.forEach(frame -> frame("ServerFrame", json(frame)));
  }

  private void frame(String union, JsonNode sample) {
    String suffix = union.equals("ServerFrame") ? "Frame" : union;
    String type = camel(sample.path("type").textValue()) + suffix;
    types.learn(type, sample);
    types.unite(union, type);
  }

  private static String camel(String name) {
    return Arrays.stream(name.split("_"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
