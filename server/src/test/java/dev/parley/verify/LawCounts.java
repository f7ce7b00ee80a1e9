package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody has read of a conversation and what is counted from there, as `docs/protocol.md`
/// says that clients count: the last word of the server, and what the events after it do.
final class LawCounts {

  /// A read marker and its counts at one offset of the channel's stream; times are microseconds.
  ///
  /// @param everybody those of the mentions that address everybody
  record Marker(
      long position, long ts, int number, int version, int deleted, int mentions, int everybody) {

    /// Reads the fields of a conversation, or of an event that carries a marker.
    static Marker of(JsonNode given) {
      String prefix = given.has("read_ts") ? "read_" : "";
      return new Marker(
          given.path("position").asLong(),
          LawPage.micros(given.path(prefix + "ts").asText()),
          given.path(prefix + "number").asInt(),
          given.path(prefix + "version").asInt(),
          given.path("deleted_after").asInt(),
          given.path("mention_count").asInt(),
          given.path("everybody_count").asInt());
    }

    /// Of two words about the same position the one with the later marker counts.
    private boolean isOlderThan(Marker other) {
      if (position != other.position) {
        return position < other.position;
      }
      if (version != other.version) {
        return version < other.version;
      }
      return number < other.number || ts < other.ts;
    }

    private Marker after(Effect effect) {
      if (effect.read != null) {
        int later = Math.max(version, effect.read);
        return new Marker(position, effect.ts, effect.number, later, 0, 0, 0);
      }
      int gone = effect.isDeleted && effect.number > number ? 1 : 0;
      int loud = effect.ts > ts ? effect.everybody : 0;
      return new Marker(
          position, ts, number, version, deleted + gone, mentions + loud, everybody + loud);
    }
  }

  /// What one event does.
  ///
  /// @param read the version of the own marker that moved to this message; null if it did not
  private record Effect(
      long offset, long ts, int number, boolean isDeleted, int everybody, @Nullable Integer read) {}

  private final String self;
  private final List<Effect> since = new ArrayList<>();
  private Marker base;

  LawCounts(String self, Marker base) {
    this.self = self;
    this.base = base;
  }

  /// Takes the server's word, unless what is held is newer.
  void take(Marker marker) {
    if (!marker.isOlderThan(base)) {
      base = marker;
      since.removeIf(effect -> effect.offset <= marker.position);
    }
  }

  /// Takes an event of the channel's stream.
  void event(JsonNode event, long offset) {
    Effect effect = effect(event, offset);
    if (effect != null && offset > base.position) {
      since.add(effect);
    }
  }

  private @Nullable Effect effect(JsonNode event, long offset) {
    JsonNode message =
        switch (event.path("type").asText()) {
          case "message", "message_superseded", "message_deleted" -> event;
          case "message_changed" -> event.path("message");
          default -> null;
        };
    if (message == null) {
      return null;
    }
    boolean isMine = event.path("user").asText().equals(self);
    boolean hasRead = isMine && event.has("author_read");
    boolean isOwnCall = event.path("everybody_by").asText().equals(self);
    boolean isDeleted = event.path("type").asText().equals("message_deleted");
    return new Effect(
        offset,
        LawPage.micros(message.path("ts").asText()),
        message.path("number").asInt(),
        isDeleted,
        isOwnCall ? 0 : event.path("everybody").asInt(),
        hasRead ? Integer.valueOf(event.path("author_read").asInt()) : null);
  }

  /// How it stands after all that was heard.
  Marker now() {
    Marker now = base;
    for (Effect effect : since) {
      now = now.after(effect);
    }
    return now;
  }

  /// Writes it into a conversation.
  void write(ObjectNode conversation) {
    Marker now = now();
    conversation.put("read_ts", LawPage.ts(now.ts()));
    conversation.put("read_number", now.number());
    conversation.put("read_version", now.version());
    conversation.put("deleted_after", now.deleted());
    conversation.put("mention_count", now.mentions());
    conversation.put("everybody_count", now.everybody());
  }
}
