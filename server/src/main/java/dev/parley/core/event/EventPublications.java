package dev.parley.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.DescriptionView;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MarkerView;
import dev.parley.protocol.view.MessageView.Subtype;
import dev.parley.protocol.view.UserView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes the published form of events, from memory right after the commit or from rows read later:
/// one function per type, so both ways give the same bytes. Those of messages are made by
/// [MessagePublications].
public final class EventPublications {
  private static final JsonFactory JSON = new JsonFactory();

  private EventPublications() {}

  /// An event without any text that a later one could change.
  public static Publication of(long offset, EventType type, JsonView fields) {
    return plain(offset, json(type, fields::writeFields));
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

  /// Who said what the channel is for, and when, stands beside it: programs are told, the page
  /// does not show it.
  public static Publication channelJoined(long offset, ConversationView conversation) {
    byte[] event =
        json(
            EventType.CHANNEL_JOINED,
            json -> {
              json.writeObjectFieldStart("channel");
              conversation.writeFields(json);
              json.writeEndObject();
              describe(json, "topic", conversation.channel().topic());
              describe(json, "purpose", conversation.channel().purpose());
            });
    Grant grant = new Grant.Join(conversation.channel().id().value(), conversation.position());
    return new Publication(offset, event, 0, false, null, grant);
  }

  private static void describe(JsonGenerator json, String field, DescriptionView said)
      throws IOException {
    if (!said.isEmpty()) {
      json.writeObjectFieldStart(field);
      said.writeFields(json);
      json.writeEndObject();
    }
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

  /// A conversation is put away up to a message; a newer one opens it.
  public static Publication channelClosed(long offset, ChannelId channel, MessageTs upTo) {
    return plain(
        offset,
        json(
            EventType.CHANNEL_CLOSED,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeStringField("closed_ts", upTo.toString());
            }));
  }

  public static Publication channelOpened(long offset, ChannelId channel) {
    return plain(
        offset,
        json(
            EventType.CHANNEL_OPENED,
            json -> json.writeStringField("channel", channel.toString())));
  }

  public static Publication channelMuted(long offset, ChannelId channel, boolean isMuted) {
    return plain(
        offset,
        json(
            EventType.CHANNEL_MUTED,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeBooleanField("muted", isMuted);
            }));
  }

  public static Publication channelMarked(long offset, MarkerView marker) {
    return of(offset, EventType.CHANNEL_MARKED, marker);
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

  /// A channel that only its members know of from now on.
  public static Publication publicChannelGone(long offset, ChannelId channel) {
    return plain(
        offset,
        json(
            EventType.PUBLIC_CHANNEL_GONE,
            json -> json.writeStringField("channel", channel.toString())));
  }

  /// A public channel got another name, was archived or brought back, or is public from now on.
  ///
  /// @param change what the line in its history says
  public static Publication publicChannelChanged(
      long offset, ChannelView channel, Subtype change, UserId actor) {
    return plain(
        offset,
        json(
            EventType.PUBLIC_CHANNEL_CHANGED,
            json -> {
              json.writeObjectFieldStart("channel");
              json.writeStringField("id", channel.id().toString());
              json.writeStringField("name", channel.name() == null ? "" : channel.name());
              json.writeNumberField("created", channel.created().getEpochSecond());
              json.writeBooleanField("is_archived", channel.isArchived());
              json.writeEndObject();
              json.writeStringField("change", change.wireName());
              json.writeStringField("actor", actor.toString());
            }));
  }

  private static Publication plain(long offset, byte[] event) {
    return new Publication(offset, event, 0, false, null, Grant.NONE);
  }

  private static void writeOptional(JsonGenerator json, String field, @Nullable UserId user)
      throws IOException {
    if (user != null) {
      json.writeStringField(field, user.toString());
    }
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
