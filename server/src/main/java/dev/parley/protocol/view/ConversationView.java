package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation as its member sees it in the page: what it is, where its stream stands and what
/// they have read. `Conversation` of `docs/protocol.md`. What is as usual is left out, so that
/// hundreds of them are a small answer.
///
/// @param position the stream's newest offset
/// @param messageNumber the number of the newest numbered message
/// @param lastTs the newest message, or [MessageTs#ZERO]
/// @param marker the member's read marker
/// @param closedTs up to which message the member has put it away; null if they have not
/// @param isMuted whether they do not want to be drawn to what is new there
public record ConversationView(
    ChannelView channel,
    long position,
    int messageNumber,
    MessageTs lastTs,
    MarkerView marker,
    @Nullable MessageTs closedTs,
    boolean isMuted)
    implements JsonView {

  /// What a conversation is where it does not say otherwise.
  public static final JsonView USUAL = ConversationView::writeUsual;

  /// A conversation that the member has not put away.
  public ConversationView(
      ChannelView channel, long position, int messageNumber, MessageTs lastTs, MarkerView marker) {
    this(channel, position, messageNumber, lastTs, marker, null, false);
  }

  /// Whether it is put away, and nothing was said since.
  public boolean isClosed() {
    return closedTs != null && closedTs.micros() >= lastTs.micros();
  }

  /// How many messages the member has not read.
  public int unread() {
    return messageNumber - marker.number() - marker.deletedAfter();
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    ChannelKind kind = channel.id().kind();
    json.writeStringField("id", channel.id().toString());
    if (channel.name() != null) {
      json.writeStringField("name", channel.name());
    }
    mark(json, "is_private", channel.isPrivate());
    mark(json, "is_im", kind == ChannelKind.DIRECT);
    mark(json, "is_mpim", kind == ChannelKind.GROUP);
    if (kind == ChannelKind.DIRECT) {
      UserId other = channel.others().isEmpty() ? channel.creator() : channel.others().getFirst();
      json.writeStringField("user", other.toString());
    } else if (kind == ChannelKind.GROUP) {
      json.writeArrayFieldStart("users");
      for (UserId other : channel.others()) {
        json.writeString(other.toString());
      }
      json.writeEndArray();
    }
    if (!channel.topic().isEmpty()) {
      json.writeStringField("topic", channel.topic().value());
    }
    if (!channel.purpose().isEmpty()) {
      json.writeStringField("purpose", channel.purpose().value());
    }
    json.writeStringField("creator", channel.creator().toString());
    json.writeNumberField("created", channel.created().getEpochSecond());
    mark(json, "is_archived", channel.isArchived());
    mark(json, "is_general", channel.isGeneral());
    channel.posting().writeProperties(json);
    json.writeNumberField("member_count", channel.memberCount());
    if (closedTs != null) {
      json.writeStringField("closed_ts", closedTs.toString());
    }
    mark(json, "muted", isMuted);
    writeState(json);
  }

  /// Writes where the stream stands and what was read, the part that `client.counts` repeats.
  public void writeState(JsonGenerator json) throws IOException {
    json.writeNumberField("position", position);
    json.writeNumberField("message_number", messageNumber);
    if (lastTs.micros() > 0) {
      json.writeStringField("last_ts", lastTs.toString());
    }
    if (!marker.ts().equals(MessageTs.ZERO)) {
      json.writeStringField("read_ts", marker.ts().toString());
    }
    count(json, "read_number", marker.number());
    count(json, "read_version", marker.version());
    count(json, "deleted_after", marker.deletedAfter());
    count(json, "mention_count", marker.mentionCount());
    count(json, "everybody_count", marker.everybodyCount());
  }

  private static void mark(JsonGenerator json, String name, boolean is) throws IOException {
    if (is) {
      json.writeBooleanField(name, true);
    }
  }

  private static void count(JsonGenerator json, String name, int number) throws IOException {
    if (number != 0) {
      json.writeNumberField(name, number);
    }
  }

  private static void writeUsual(JsonGenerator json) throws IOException {
    for (String name : List.of("is_private", "is_im", "is_mpim", "is_archived")) {
      json.writeBooleanField(name, false);
    }
    json.writeStringField("read_ts", MessageTs.ZERO.toString());
    for (String name :
        List.of(
            "read_number", "read_version", "deleted_after", "mention_count", "everybody_count")) {
      json.writeNumberField(name, 0);
    }
  }
}
