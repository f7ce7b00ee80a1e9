package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a client holds that goes by `docs/protocol.md`: it starts from a snapshot and applies the
/// events that it hears. The reference for the page's reducers in `web/src/store`.
final class LawPage {
  private final String self;
  private final Map<String, Long> positions = new TreeMap<>();
  private final Map<String, ObjectNode> conversations = new TreeMap<>();
  private final Map<String, LawCounts> counts = new TreeMap<>();
  private final Map<String, LawHistory> histories = new TreeMap<>();
  private final LawPeople people;
  private final LawItems items;

  /// @param snapshot as [LawSnapshot] takes it
  LawPage(JsonNode snapshot) {
    JsonNode boot = snapshot.path("boot");
    self = boot.path("self").path("id").asText();
    people = new LawPeople(snapshot);
    items = new LawItems(snapshot);
    for (Map.Entry<String, JsonNode> position : boot.path("positions").properties()) {
      positions.put(position.getKey(), position.getValue().asLong());
    }
    boot.path("channels").forEach(this::join);
    for (Map.Entry<String, JsonNode> page : snapshot.path("histories").properties()) {
      histories.put(page.getKey(), new LawHistory(page.getValue()));
    }
  }

  /// Microseconds since 1970.
  static long micros(String ts) {
    int dot = ts.indexOf('.');
    return Long.parseLong(ts.substring(0, dot)) * 1_000_000 + Long.parseLong(ts.substring(dot + 1));
  }

  /// The written form of microseconds since 1970.
  static String ts(long micros) {
    return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
  }

  /// Whether everything up to some positions was applied.
  boolean reaches(Map<String, Long> wanted) {
    return wanted.entrySet().stream()
        .allMatch(each -> positions.getOrDefault(each.getKey(), -1L) >= each.getValue());
  }

  /// Where this page stands in each stream that it hears.
  Map<String, Long> positions() {
    return positions;
  }

  /// What is counted in a conversation.
  LawCounts.Marker counts(String channel) {
    return Objects.requireNonNull(counts.get(channel)).now();
  }

  /// The number of a conversation's newest message.
  int messageNumber(String channel) {
    return Objects.requireNonNull(conversations.get(channel)).path("message_number").asInt();
  }

  /// Takes a frame of the server.
  void apply(JsonNode frame) {
    switch (frame.path("type").asText()) {
      case "event" -> event(frame);
      case "gone" -> leave(frame.path("stream").asText());
      case "resync" -> throw new AssertionError(frame.toString());
      default -> {}
    }
  }

  private void event(JsonNode frame) {
    String stream = frame.path("stream").asText();
    long offset = frame.path("offset").asLong();
    Long held = positions.get(stream);
    if (held == null || offset <= held) {
      return;
    }
    if (frame.path("prev").asLong() > held) {
      throw new AssertionError("a gap after " + held + ": " + frame);
    }
    positions.put(stream, offset);
    ObjectNode event = (ObjectNode) frame.path("event");
    people.event(event);
    items.event(event);
    if (stream.equals(event.path("channel").asText())
        || stream.equals(event.path("channel").path("id").asText())) {
      ofChannel(stream, event, offset);
    } else {
      ofPerson(event);
    }
  }

  private void ofChannel(String channel, ObjectNode event, long offset) {
    ObjectNode held = Objects.requireNonNull(conversations.get(channel));
    switch (event.path("type").asText()) {
      case "message", "message_superseded" -> moveHead(held, event);
      case "member_joined_channel" -> addMember(held, 1);
      case "member_left_channel" -> addMember(held, -1);
      case "channel_changed" -> change(held, event.path("channel"));
      default -> {}
    }
    Objects.requireNonNull(counts.get(channel)).event(event, offset);
    if (histories.containsKey(channel)) {
      histories.get(channel).event(event);
    }
  }

  private static void moveHead(ObjectNode held, JsonNode event) {
    String last = held.path("last_ts").asText("0.0");
    if (micros(event.path("ts").asText()) > micros(last)) {
      held.put("last_ts", event.path("ts").asText());
    }
    int number = event.path("number").asInt();
    held.put("message_number", Math.max(held.path("message_number").asInt(), number));
  }

  private static void addMember(ObjectNode held, int more) {
    held.put("member_count", held.path("member_count").asInt() + more);
  }

  private static void change(ObjectNode held, JsonNode channel) {
    for (String field : List.of("name", "is_private", "is_archived", "properties", "is_general")) {
      putOrDrop(held, field, channel.path(field));
    }
    if (!held.path("is_general").asBoolean()) {
      var _ = held.remove("is_general");
    }
    for (String text : List.of("topic", "purpose")) {
      JsonNode value = channel.path(text).path("value");
      putOrDrop(held, text, value.asText().isEmpty() ? channel.path("") : value);
    }
    if (channel.has("num_members")) {
      var _ = held.set("member_count", channel.path("num_members"));
    }
  }

  private static void putOrDrop(ObjectNode held, String field, JsonNode value) {
    if (value.isMissingNode()) {
      var _ = held.remove(field);
    } else {
      var _ = held.set(field, value);
    }
  }

  private void ofPerson(ObjectNode event) {
    String channel = event.path("channel").asText();
    switch (event.path("type").asText()) {
      case "channel_joined" -> {
        join(event.path("channel"));
        items.join(event.path("channel").path("id").asText());
      }
      case "channel_left" -> leave(channel);
      case "channel_marked", "mention_added", "mention_removed" -> {
        if (counts.containsKey(channel)) {
          counts.get(channel).take(LawCounts.Marker.of(event));
        }
      }
      case "channel_closed" -> stand(channel, "closed_ts", event.path("closed_ts"));
      case "channel_opened" -> stand(channel, "closed_ts", event.path(""));
      case "channel_muted" -> {
        boolean isMuted = event.path("muted").asBoolean();
        stand(channel, "muted", event.path(isMuted ? "muted" : ""));
      }
      default -> {}
    }
  }

  private void stand(String channel, String field, JsonNode value) {
    if (conversations.containsKey(channel)) {
      putOrDrop(conversations.get(channel), field, value);
    }
  }

  private void join(JsonNode told) {
    ObjectNode conversation = WireSamples.whole(told);
    String id = conversation.path("id").asText();
    conversations.put(id, conversation);
    counts.put(id, new LawCounts(self, LawCounts.Marker.of(conversation)));
    positions.put(id, conversation.path("position").asLong());
    var _ = histories.remove(id);
  }

  private void leave(String channel) {
    ObjectNode held = conversations.remove(channel);
    var _ = counts.remove(channel);
    var _ = histories.remove(channel);
    var _ = positions.remove(channel);
    items.forget(channel, held != null && held.path("is_private").asBoolean());
  }

  /// All that is held, to be compared with what another page holds.
  ///
  /// @param known the page whose histories and links are told: what it does not hold, another one
  ///     that has just joined has not loaded yet
  ObjectNode state(LawPage known) {
    ObjectNode state = WireSamples.JSON.createObjectNode();
    var _ = state.set("positions", WireSamples.tree(positions));
    ObjectNode all = state.putObject("conversations");
    conversations.forEach(
        (id, held) -> {
          ObjectNode conversation = all.putObject(id).setAll(held);
          conversation.put("position", positions.get(id));
          Objects.requireNonNull(counts.get(id)).write(conversation);
        });
    ObjectNode read = state.putObject("histories");
    histories.forEach(
        (id, history) -> {
          if (known.histories.containsKey(id)) {
            var _ = read.set(id, history.messages());
          }
        });
    people.write(state);
    items.write(state, known.items);
    return state;
  }
}
