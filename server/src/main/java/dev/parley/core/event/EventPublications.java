package dev.parley.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MarkerView;
import dev.parley.protocol.view.UserView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Makes the published form of events, from memory right after the commit or from rows read later:
/// one function per type, so both ways give the same bytes. Those of messages are made by
/// [MessagePublications], those of channels and who is in them by [ChannelPublications].
public final class EventPublications {
  private static final JsonFactory JSON = new JsonFactory();

  private EventPublications() {}

  /// An event without any text that a later one could change.
  public static Publication of(long offset, EventType type, JsonView fields) {
    return plain(offset, json(type, fields::writeFields));
  }

  /// Somebody is named in a message, or no longer is; with their marker, as that is where mentions
  /// are counted.
  ///
  /// @param type [EventType#MENTION_ADDED] or [EventType#MENTION_REMOVED]
  /// @param thread the root if the message is in a thread only, where it does not count for the
  ///     channel; else [MessageTs#ZERO]
  public static Publication mention(
      long offset, EventType type, MessageTs message, MessageTs thread, MarkerView marker) {
    return plain(
        offset,
        json(
            type,
            json -> {
              json.writeStringField("message_ts", message.toString());
              if (!thread.equals(MessageTs.ZERO)) {
                json.writeStringField("thread_ts", thread.toString());
              }
              marker.writeFields(json);
            }));
  }

  /// What stands in for an event that means nothing any more, such as a marker in a channel that
  /// was left.
  public static Publication nothing(long offset) {
    return plain(offset, object(json -> json.writeStringField("type", "nothing")));
  }

  /// @param type [EventType#USER_JOINED] or [EventType#USER_CHANGED]
  public static Publication user(long offset, EventType type, JsonView user) {
    return plain(
        offset,
        json(
            type,
            json -> {
              json.writeFieldName("user");
              user.write(json);
            }));
  }

  /// Somebody became a guest or is one no more: from then on they receive the workspace's stream,
  /// or no longer.
  ///
  /// @param position of the workspace's stream when it happened
  public static Publication roleChanged(long offset, UserView user, long position) {
    byte[] event =
        json(
            EventType.ROLE_CHANGED,
            json -> {
              json.writeFieldName("user");
              user.write(json);
              if (!user.isGuest()) {
                json.writeNumberField("position", position);
              }
            });
    long workspace = user.workspace().value();
    Grant grant = user.isGuest() ? new Grant.Leave(workspace) : new Grant.Join(workspace, position);
    return new Publication(offset, event, 0, false, null, grant);
  }

  /// @param type [EventType#SUBTEAM_CREATED] or [EventType#SUBTEAM_UPDATED]
  public static Publication usergroup(long offset, EventType type, JsonView group) {
    return plain(
        offset,
        json(
            type,
            json -> {
              json.writeFieldName("subteam");
              group.write(json);
            }));
  }

  public static Publication emoji(long offset, JsonView emoji) {
    return plain(
        offset,
        json(
            EventType.EMOJI_CHANGED,
            json -> {
              json.writeFieldName("emoji");
              emoji.write(json);
            }));
  }

  static Publication plain(long offset, byte[] event) {
    return new Publication(offset, event, 0, false, null, Grant.NONE);
  }

  static byte[] json(EventType type, Fields fields) {
    return object(
        json -> {
          json.writeStringField("type", type.wireName());
          fields.write(json);
        });
  }

  static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
