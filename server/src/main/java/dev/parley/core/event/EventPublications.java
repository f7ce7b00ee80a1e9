package dev.parley.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MarkerView;
import dev.parley.protocol.view.MessageView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes the published form of each event, from memory right after the commit or from rows read
/// later: one function per type, so both ways give the same bytes.
public final class EventPublications {
  private static final JsonFactory JSON = new JsonFactory();

  private EventPublications() {}

  public static Publication message(long offset, MessageView message, Effect effect) {
    byte[] event =
        json(
            EventType.MESSAGE,
            json -> {
              writeMessage(json, message);
              effect.writeFields(json);
            });
    byte[] stub = stub(message.channel(), message.ts(), message.number(), effect);
    return new Publication(offset, event, message.ts().micros(), false, stub, Grant.NONE);
  }

  public static Publication messageChanged(long offset, MessageView message, Effect effect) {
    byte[] event =
        json(
            EventType.MESSAGE_CHANGED,
            json -> {
              json.writeStringField("channel", message.channel().toString());
              json.writeObjectFieldStart("message");
              message.writeFields(json);
              json.writeEndObject();
              json.writeNumberField("revision", message.revision());
              effect.writeFields(json);
            });
    byte[] stub = stub(message.channel(), message.ts(), 0, effect);
    return new Publication(offset, event, message.ts().micros(), true, stub, Grant.NONE);
  }

  /// @param number the deleted message's number, or 0
  public static Publication messageDeleted(
      long offset, ChannelId channel, MessageTs ts, UserId actor, int number, Effect effect) {
    byte[] event =
        json(
            EventType.MESSAGE_DELETED,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeStringField("ts", ts.toString());
              json.writeStringField("user", actor.toString());
              if (number > 0) {
                json.writeNumberField("number", number);
              }
              effect.writeFields(json);
            });
    return new Publication(offset, event, ts.micros(), true, null, Grant.NONE);
  }

  /// What stands in for a post (with its number) or an edit (0) that a later event made obsolete.
  public static Publication superseded(
      long offset, ChannelId channel, MessageTs ts, int number, Effect effect) {
    byte[] stub = stub(channel, ts, number, effect);
    return new Publication(offset, stub, ts.micros(), false, stub, Grant.NONE);
  }

  public static Publication memberJoined(
      long offset, ChannelId channel, UserId user, @Nullable UserId inviter) {
    return plain(
        offset,
        json(
            EventType.MEMBER_JOINED_CHANNEL,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeStringField("user", user.toString());
              writeOptional(json, "inviter", inviter);
            }));
  }

  public static Publication memberLeft(
      long offset, ChannelId channel, UserId user, @Nullable UserId actor) {
    return plain(
        offset,
        json(
            EventType.MEMBER_LEFT_CHANNEL,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeStringField("user", user.toString());
              writeOptional(json, "actor", actor);
            }));
  }

  public static Publication channelJoined(long offset, ConversationView conversation) {
    byte[] event =
        json(
            EventType.CHANNEL_JOINED,
            json -> {
              json.writeObjectFieldStart("channel");
              conversation.writeFields(json);
              json.writeEndObject();
            });
    Grant grant = new Grant.Join(conversation.channel().id().value(), conversation.position());
    return new Publication(offset, event, 0, false, null, grant);
  }

  /// @param actor who removed the person, or null if they left
  public static Publication channelLeft(long offset, ChannelId channel, @Nullable UserId actor) {
    byte[] event =
        json(
            EventType.CHANNEL_LEFT,
            json -> {
              json.writeStringField("channel", channel.toString());
              writeOptional(json, "actor", actor);
            });
    return new Publication(offset, event, 0, false, null, new Grant.Leave(channel.value()));
  }

  public static Publication channelMarked(long offset, MarkerView marker) {
    return plain(offset, json(EventType.CHANNEL_MARKED, marker::writeFields));
  }

  /// Somebody is named in a message, or no longer is; with their marker, as that is where mentions
  /// are counted.
  ///
  /// @param type [EventType#MENTION_ADDED] or [EventType#MENTION_REMOVED]
  public static Publication mention(
      long offset, EventType type, MessageTs message, MarkerView marker) {
    return plain(
        offset,
        json(
            type,
            json -> {
              json.writeStringField("message_ts", message.toString());
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

  public static Publication channelChanged(long offset, JsonView channel) {
    return plain(
        offset,
        json(
            EventType.CHANNEL_CHANGED,
            json -> {
              json.writeFieldName("channel");
              channel.write(json);
            }));
  }

  public static Publication channelCreated(
      long offset, ChannelId channel, String name, UserId creator, Instant created) {
    return plain(
        offset,
        json(
            EventType.CHANNEL_CREATED,
            json -> {
              json.writeObjectFieldStart("channel");
              json.writeStringField("id", channel.toString());
              json.writeStringField("name", name);
              json.writeStringField("creator", creator.toString());
              json.writeNumberField("created", created.getEpochSecond());
              json.writeEndObject();
            }));
  }

  /// A public channel got another name, or was archived or brought back.
  public static Publication publicChannelChanged(
      long offset, ChannelId channel, String name, boolean isArchived) {
    return plain(
        offset,
        json(
            EventType.PUBLIC_CHANNEL_CHANGED,
            json -> {
              json.writeObjectFieldStart("channel");
              json.writeStringField("id", channel.toString());
              json.writeStringField("name", name);
              json.writeBooleanField("is_archived", isArchived);
              json.writeEndObject();
            }));
  }

  private static Publication plain(long offset, byte[] event) {
    return new Publication(offset, event, 0, false, null, Grant.NONE);
  }

  private static void writeMessage(JsonGenerator json, MessageView message) throws IOException {
    json.writeStringField("channel", message.channel().toString());
    message.writeBody(json);
  }

  private static byte[] stub(ChannelId channel, MessageTs ts, int number, Effect effect) {
    return object(
        json -> {
          json.writeStringField("type", "message_superseded");
          json.writeStringField("channel", channel.toString());
          json.writeStringField("ts", ts.toString());
          if (number > 0) {
            json.writeNumberField("number", number);
          }
          if (effect.reader() != null) {
            json.writeStringField("user", effect.reader().toString());
          }
          effect.writeFields(json);
        });
  }

  private static void writeOptional(JsonGenerator json, String field, @Nullable UserId user)
      throws IOException {
    if (user != null) {
      json.writeStringField(field, user.toString());
    }
  }

  private static byte[] json(EventType type, Fields fields) {
    return object(
        json -> {
          json.writeStringField("type", type.wireName());
          fields.write(json);
        });
  }

  private static byte[] object(Fields fields) {
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
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
