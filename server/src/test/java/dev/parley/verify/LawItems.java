package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The threads that somebody follows, what they saved for later or have begun to write, and the
/// links of their channels, for [LawPage].
final class LawItems {
  /// How many replies a followed thread has, which its marker does not say.
  private static final String REPLIES = "reply_count";

  private final String self;
  private final Set<String> stale = new TreeSet<>();
  private final Map<String, ObjectNode> threads = new TreeMap<>();
  private final Map<String, JsonNode> stars = new TreeMap<>();
  private final Map<String, String> drafts = new TreeMap<>();
  private final Map<String, Map<String, JsonNode>> bookmarks = new TreeMap<>();

  LawItems(JsonNode snapshot) {
    self = snapshot.path("boot").path("self").path("id").asText();
    snapshot.path("threads").forEach(thread -> threads.put(thread(thread), plain(thread)));
    snapshot.path("drafts").forEach(this::keep);
    snapshot.path("stars").forEach(star -> stars.put(star(star), star.path("date_create")));
    for (Map.Entry<String, JsonNode> links : snapshot.path("bookmarks").properties()) {
      Map<String, JsonNode> held = bookmarks.computeIfAbsent(links.getKey(), _ -> new TreeMap<>());
      links.getValue().forEach(link -> held.put(link.path("id").asText(), link));
    }
  }

  private static String thread(JsonNode marker) {
    return marker.path("channel").asText() + "/" + marker.path("thread_ts").asText();
  }

  /// An empty one is none.
  private void keep(JsonNode draft) {
    String text = draft.path("text").asText();
    if (text.isEmpty()) {
      var _ = drafts.remove(thread(draft));
    } else {
      drafts.put(thread(draft), text);
    }
  }

  private static String star(JsonNode star) {
    return star.path("channel").asText() + "/" + star.path("ts").asText();
  }

  /// The counts hold at a position of the channel, which [LawPage] holds too.
  private static ObjectNode plain(JsonNode marker) {
    return (ObjectNode) marker.<ObjectNode>deepCopy().without("position");
  }

  void event(ObjectNode event) {
    String channel = event.path("channel").asText();
    switch (event.path("type").asText()) {
      case "message", "message_superseded" -> reply(event);
      case "message_deleted" -> {
        var _ = stars.remove(star(event));
        reply(event);
      }
      case "thread_marked" -> {
        ObjectNode marker = plain(event);
        var _ = marker.remove("type");
        if (marker.path("following").asBoolean()) {
          threads.put(thread(marker), marker);
        } else {
          var _ = threads.remove(thread(marker));
        }
      }
      case "draft_changed" -> keep(event);
      case "star_added" -> stars.put(star(event), event.path("date_create"));
      case "star_removed" -> {
        var _ = stars.remove(star(event));
      }
      case "bookmark_added", "bookmark_changed" -> {
        JsonNode link = event.path("bookmark");
        bookmarks
            .computeIfAbsent(channel, _ -> new TreeMap<>())
            .put(link.path("id").asText(), link);
      }
      case "bookmark_removed" -> {
        var _ =
            bookmarks.getOrDefault(channel, Map.of()).remove(event.path("bookmark_id").asText());
      }
      default -> {}
    }
  }

  /// A reply came or went: the counts of its thread, if it is followed.
  private void reply(JsonNode event) {
    JsonNode counts = event.path("thread");
    String thread = event.path("channel").asText() + "/" + counts.path("ts").asText();
    boolean isMine = event.path("user").asText().equals(self);
    if (isMine && counts.has("ts") && event.path("type").asText().equals("message")) {
      threads.put(thread, ownReply(event, counts));
      return;
    }
    ObjectNode held = threads.get(thread);
    if (held == null) {
      return;
    }
    held.put(REPLIES, counts.path("reply_count").asInt());
    var _ = held.set("reply_number", counts.path("reply_number"));
    long read = LawPage.micros(held.path("read_ts").asText());
    boolean isReply = !event.path("ts").equals(counts.path("ts"));
    boolean isDeleted = event.path("type").asText().equals("message_deleted");
    if (isReply && isDeleted && LawPage.micros(event.path("ts").asText()) > read) {
      held.put("deleted_after", held.path("deleted_after").asInt() + 1);
    }
  }

  /// Who replies follows the thread and has read it up to there.
  private static ObjectNode ownReply(JsonNode event, JsonNode counts) {
    ObjectNode marker = WireSamples.JSON.createObjectNode();
    var _ = marker.set("channel", event.path("channel"));
    var _ = marker.set("thread_ts", counts.path("ts"));
    var _ = marker.set("read_ts", event.path("ts"));
    var _ = marker.set("read_number", counts.path("number"));
    var _ = marker.set("reply_number", counts.path("reply_number"));
    return marker.put("following", true).put("deleted_after", 0);
  }

  /// Somebody came to a channel; the threads that they followed there before are to be read anew.
  void join(String channel) {
    stale.add(channel);
  }

  /// Somebody left a channel; what they saved stays where they may still see it.
  void forget(String channel, boolean isPrivate) {
    threads.keySet().removeIf(key -> key.startsWith(channel + "/"));
    drafts.keySet().removeIf(key -> key.startsWith(channel + "/"));
    stars.keySet().removeIf(key -> isPrivate && key.startsWith(channel + "/"));
    var _ = bookmarks.remove(channel);
  }

  void write(ObjectNode state, LawItems known) {
    ObjectNode followed = state.putObject("threads");
    threads.forEach(
        (key, marker) -> {
          boolean isShown = marker.path(REPLIES).asInt(1) > 0;
          if (isShown && !known.stale.contains(marker.path("channel").asText())) {
            var _ = followed.set(key, marker.deepCopy().without(REPLIES));
          }
        });
    ObjectNode begun = state.putObject("drafts");
    drafts.forEach(
        (key, text) -> {
          if (!known.stale.contains(key.substring(0, key.indexOf('/')))) {
            begun.put(key, text);
          }
        });
    var _ = state.set("stars", WireSamples.tree(stars));
    ObjectNode links = state.putObject("bookmarks");
    bookmarks.forEach(
        (channel, held) -> {
          if (known.bookmarks.containsKey(channel)) {
            var _ = links.set(channel, WireSamples.tree(held));
          }
        });
  }
}
