package dev.parley.core.event;

import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageView;
import org.jspecify.annotations.Nullable;

/// Makes the published form of posts, edits and deletions, and of what stands in for them once a
/// later event made them obsolete. `thread` is null unless the message is a reply, or a deleted
/// root whose replies stay.
public final class MessagePublications {

  private MessagePublications() {}

  public static Publication posted(
      long offset, MessageView message, Effect effect, @Nullable ThreadState thread) {
    byte[] event =
        EventPublications.json(
            EventType.MESSAGE,
            json -> {
              json.writeStringField("channel", message.channel().toString());
              message.asWritten().writeBody(json);
              effect.writeFields(json);
              ThreadState.write(json, thread);
            });
    byte[] stub = stub(message.channel(), message.ts(), message.number(), effect, thread);
    return new Publication(offset, event, message.ts().micros(), false, stub, Grant.NONE);
  }

  public static Publication changed(long offset, MessageView message, Effect effect) {
    byte[] event =
        EventPublications.json(
            EventType.MESSAGE_CHANGED,
            json -> {
              json.writeStringField("channel", message.channel().toString());
              json.writeObjectFieldStart("message");
              message.asWritten().writeFields(json);
              json.writeEndObject();
              json.writeNumberField("revision", message.revision());
              effect.writeFields(json);
            });
    byte[] stub = stub(message.channel(), message.ts(), 0, effect, null);
    return new Publication(offset, event, message.ts().micros(), true, stub, Grant.NONE);
  }

  /// @param number the deleted message's number, or 0
  public static Publication deleted(
      long offset,
      ChannelId channel,
      MessageTs ts,
      UserId actor,
      int number,
      Effect effect,
      @Nullable ThreadState thread) {
    byte[] event =
        EventPublications.json(
            EventType.MESSAGE_DELETED,
            json -> {
              json.writeStringField("channel", channel.toString());
              json.writeStringField("ts", ts.toString());
              json.writeStringField("user", actor.toString());
              if (number > 0) {
                json.writeNumberField("number", number);
              }
              effect.writeFields(json);
              ThreadState.write(json, thread);
            });
    return new Publication(offset, event, ts.micros(), true, null, Grant.NONE);
  }

  /// The frame of a message that only who receives it sees, and that is kept nowhere.
  public static byte[] ephemeral(MessageView message) {
    return EventPublications.object(
        json -> {
          json.writeStringField("type", "ephemeral");
          json.writeStringField("channel", message.channel().toString());
          json.writeObjectFieldStart("message");
          message.asWritten().writeFields(json);
          json.writeEndObject();
        });
  }

  /// What stands in for a post (with its number) or an edit (0) that a later event made obsolete.
  public static Publication superseded(
      long offset,
      ChannelId channel,
      MessageTs ts,
      int number,
      Effect effect,
      @Nullable ThreadState thread) {
    byte[] stub = stub(channel, ts, number, effect, thread);
    return new Publication(offset, stub, ts.micros(), false, stub, Grant.NONE);
  }

  private static byte[] stub(
      ChannelId channel, MessageTs ts, int number, Effect effect, @Nullable ThreadState thread) {
    return EventPublications.object(
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
          ThreadState.write(json, thread);
        });
  }
}
