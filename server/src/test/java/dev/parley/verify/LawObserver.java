package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A page of somebody beside the one that calls: takes a snapshot, hears what happens and takes
/// another one.
final class LawObserver {
  private final StoryClient who;
  private final StoryClient.Socket socket;
  private final ObjectNode before;

  /// What was seen.
  ///
  /// @param events frames of type `event`, as they came
  record Seen(ObjectNode before, List<JsonNode> events, ObjectNode after) {

    /// Stream by stream, the person's own first.
    List<JsonNode> ownFirst() {
      return sorted(own());
    }

    /// Stream by stream, the person's own last, which may be where no stream begins.
    List<JsonNode> ownLast() {
      LawPage page = new LawPage(before);
      boolean isKnown =
          events.stream()
              .allMatch(frame -> page.positions().containsKey(frame.path("stream").asText()));
      return sorted(isKnown ? own().reversed() : own());
    }

    /// The same without the last words of streams that ended, of which it is a race how many come.
    List<JsonNode> lasting() {
      LawPage page = new LawPage(after);
      return ownFirst().stream()
          .filter(frame -> page.positions().containsKey(frame.path("stream").asText()))
          .toList();
    }

    private Comparator<JsonNode> own() {
      String self = before.path("boot").path("self").path("id").asText();
      return Comparator.comparing(frame -> !frame.path("stream").asText().equals(self));
    }

    private List<JsonNode> sorted(Comparator<JsonNode> first) {
      return events.stream()
          .sorted(first.thenComparing(frame -> frame.path("stream").asText()))
          .toList();
    }
  }

  LawObserver(StoryClient who) throws Exception {
    this.who = who;
    socket = who.connect();
    var _ = socket.resume(Map.of());
    before = LawSnapshot.take(who);
  }

  /// Hears everything up to the positions of a new snapshot.
  Seen see() throws Exception {
    ObjectNode after = LawSnapshot.take(who);
    Map<String, Long> wanted = new HashMap<>(new LawPage(after).positions());
    LawPage page = new LawPage(before);
    List<JsonNode> events = new ArrayList<>();
    while (!page.reaches(wanted)) {
      JsonNode frame = socket.await("event");
      long held = page.positions().getOrDefault(frame.path("stream").asText(), Long.MAX_VALUE);
      if (frame.path("offset").asLong() > held) {
        page.apply(frame);
        events.add(frame);
      }
    }
    socket.close();
    return new Seen(before, events, after);
  }
}
