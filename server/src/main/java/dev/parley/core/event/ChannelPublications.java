package dev.parley.core.event;

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
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes the published form of what becomes of channels, of who is in them and of how they stand in
/// them.
public final class ChannelPublications {

  private ChannelPublications() {}

  public static Publication memberJoined(
      long offset, ChannelId channel, UserId user, @Nullable UserId inviter) {
    return membership(EventType.MEMBER_JOINED_CHANNEL, offset, channel, user, "inviter", inviter);
  }

  public static Publication memberLeft(
      long offset, ChannelId channel, UserId user, @Nullable UserId actor) {
    return membership(EventType.MEMBER_LEFT_CHANNEL, offset, channel, user, "actor", actor);
  }

  /// @param role what `by` is called, who may be nobody else
  private static Publication membership(
      EventType type,
      long offset,
      ChannelId channel,
      UserId user,
      String role,
      @Nullable UserId by) {
    return EventPublications.plain(
        offset,
        EventPublications.json(
            type,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeStringField("user", user.toString());
              writeOptional(json, role, by);
            }));
  }

  /// Who said what the channel is for, and when, stands beside it: programs are told, the page
  /// does not show it.
  public static Publication channelJoined(long offset, ConversationView conversation) {
    byte[] event =
        EventPublications.json(
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
        EventPublications.json(
            EventType.CHANNEL_LEFT,
            json -> {
              json.writeStringField("channel", channel.toString());
              writeOptional(json, "actor", actor);
            });
    return new Publication(offset, event, 0, false, null, new Grant.Leave(channel.value()));
  }

  /// A conversation is put away up to a message; a newer one opens it.
  public static Publication channelClosed(long offset, ChannelId channel, MessageTs upTo) {
    return EventPublications.plain(
        offset,
        EventPublications.json(
            EventType.CHANNEL_CLOSED,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeStringField("closed_ts", upTo.toString());
            }));
  }

  public static Publication channelOpened(long offset, ChannelId channel) {
    return EventPublications.plain(
        offset,
        EventPublications.json(
            EventType.CHANNEL_OPENED,
            json -> json.writeStringField("channel", channel.toString())));
  }

  public static Publication channelMuted(long offset, ChannelId channel, boolean isMuted) {
    return EventPublications.plain(
        offset,
        EventPublications.json(
            EventType.CHANNEL_MUTED,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeBooleanField("muted", isMuted);
            }));
  }

  public static Publication channelMarked(long offset, MarkerView marker) {
    return EventPublications.of(offset, EventType.CHANNEL_MARKED, marker);
  }

  public static Publication channelChanged(long offset, JsonView channel) {
    return EventPublications.plain(
        offset,
        EventPublications.json(
            EventType.CHANNEL_CHANGED,
            json -> {
              json.writeFieldName("channel");
              channel.write(json);
            }));
  }

  public static Publication channelCreated(
      long offset, ChannelId channel, String name, UserId creator, Instant created) {
    return EventPublications.plain(
        offset,
        EventPublications.json(
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
    return EventPublications.plain(
        offset,
        EventPublications.json(
            EventType.PUBLIC_CHANNEL_GONE,
            json -> json.writeStringField("channel", channel.toString())));
  }

  /// A public channel got another name, was archived or brought back, or is public from now on.
  ///
  /// @param change what the line in its history says
  public static Publication publicChannelChanged(
      long offset, ChannelView channel, Subtype change, UserId actor) {
    return EventPublications.plain(
        offset,
        EventPublications.json(
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

  private static void writeOptional(JsonGenerator json, String field, @Nullable UserId user)
      throws IOException {
    if (user != null) {
      json.writeStringField(field, user.toString());
    }
  }
}
