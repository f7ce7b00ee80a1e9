package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.text.LineText;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as people see it. Written in Slack's shape without `channel`, plus `number`.
///
/// @param number its place among the channel's numbered messages, or 0
/// @param related who did it, where the line tells of somebody else (who invited or removed them),
///     or null
/// @param thread how it belongs to a thread, or null
/// @param reactions by emoji, the first first
/// @param isPinned whether it is pinned to its channel
public record MessageView(
    WorkspaceId workspace,
    ChannelId channel,
    MessageTs ts,
    UserId user,
    MessageContent content,
    int number,
    Subtype subtype,
    @Nullable UserId related,
    @Nullable UUID clientMsgId,
    @Nullable Edit edited,
    int revision,
    @Nullable ThreadView thread,
    List<ReactionView> reactions,
    boolean isPinned)
    implements JsonView {

  /// Who changed a message last, and when.
  public record Edit(UserId user, MessageTs ts) {}

  /// What a message is besides something that somebody wrote; the number is stored.
  public enum Subtype {
    NONE(0, ""),
    CHANNEL_JOIN(1, "channel_join"),
    CHANNEL_LEAVE(2, "channel_leave"),
    CHANNEL_TOPIC(3, "channel_topic"),
    CHANNEL_PURPOSE(4, "channel_purpose"),
    CHANNEL_NAME(5, "channel_name"),
    CHANNEL_ARCHIVE(6, "channel_archive"),
    CHANNEL_UNARCHIVE(7, "channel_unarchive"),
    /// A reply that is shown in the channel too.
    THREAD_BROADCAST(8, "thread_broadcast"),
    /// What is left of a deleted message on which replies hang; never stored.
    TOMBSTONE(9, "tombstone"),
    CHANNEL_CONVERT_TO_PRIVATE(10, "channel_convert_to_private"),
    CHANNEL_CONVERT_TO_PUBLIC(11, "channel_convert_to_public"),
    CHANNEL_POSTING_PERMISSIONS(12, "channel_posting_permissions"),
    PINNED_ITEM(13, "pinned_item"),
    /// What somebody says of themselves: `/me`.
    ME_MESSAGE(14, "me_message");

    private final short number;
    private final String wireName;

    Subtype(int number, String wireName) {
      this.number = (short) number;
      this.wireName = wireName;
    }

    public short number() {
      return number;
    }

    /// Its name in Slack's words, empty for [#NONE].
    public String wireName() {
      return wireName;
    }

    /// Whether it tells what happened to the channel and nobody wrote it.
    public boolean isLine() {
      return switch (this) {
        case NONE, THREAD_BROADCAST, TOMBSTONE, ME_MESSAGE -> false;
        default -> true;
      };
    }

    /// @throws IllegalArgumentException if a newer Parley stored a number this one does not know
    public static Subtype ofNumber(short number) {
      for (Subtype subtype : values()) {
        if (subtype.number == number) {
          return subtype;
        }
      }
      throw new IllegalArgumentException("subtype: " + number);
    }
  }

  public String text() {
    return content.text();
  }

  /// The message that it answers, or null if it is no reply.
  public @Nullable MessageTs repliesTo() {
    return thread instanceof ThreadView.Reply reply ? reply.root() : null;
  }

  /// The same message with what people put on it.
  public MessageView withReactions(List<ReactionView> given) {
    return with(content, clientMsgId, thread, given, isPinned);
  }

  /// What its author wrote, without what others did with it: their replies, reactions and pins.
  public MessageView asWritten() {
    boolean isRoot = thread instanceof ThreadView.Root;
    return isRoot || !reactions.isEmpty() || isPinned || content.metadata() != null
        ? with(content.withoutMetadata(), clientMsgId, isRoot ? null : thread, List.of(), false)
        : this;
  }

  /// The same message without its metadata.
  public MessageView withoutMetadata() {
    return content.metadata() == null
        ? this
        : with(content.withoutMetadata(), clientMsgId, thread, reactions, isPinned);
  }

  /// The same message as part of one that answers it: its text and its place.
  public MessageView asRoot() {
    return with(MessageContent.text(text()).by(content.author()), null, thread, List.of(), false);
  }

  /// What is shown where the message is an item of a list, such as one of reactions.
  public JsonView asItem() {
    return json -> {
      json.writeStringField("type", "message");
      writeSubtype(json, false);
      json.writeStringField("ts", ts.toString());
      writeAuthor(json, false);
      json.writeStringField("team", workspace.toString());
      told().withoutMetadata().writeFields(json);
      writeReactions(json);
    };
  }

  /// What programs are told that it says: a text alone as a block too.
  private MessageContent told() {
    return subtype == Subtype.NONE || subtype == Subtype.THREAD_BROADCAST
        ? content.withRichText()
        : content;
  }

  private MessageView with(
      MessageContent otherContent,
      @Nullable UUID otherId,
      @Nullable ThreadView otherThread,
      List<ReactionView> otherReactions,
      boolean otherPinned) {
    return new MessageView(
        workspace,
        channel,
        ts,
        user,
        otherContent,
        number,
        subtype,
        related,
        otherId,
        edited,
        revision,
        otherThread,
        otherReactions,
        otherPinned);
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("type", "message");
    writeBody(json);
  }

  /// Writes everything but `type`.
  public void writeBody(JsonGenerator json) throws IOException {
    writeBody(json, true, content);
  }

  /// The message exactly in Slack's shape, without `number` and `actor`: Slack's strict clients
  /// refuse what they do not know.
  public JsonView inSlacksShape() {
    return json -> {
      json.writeStringField("type", "message");
      writeBody(json, false, told());
    };
  }

  /// The message exactly in Slack's shape as part of one that answers it: there it has no blocks.
  public JsonView asSlacksRoot() {
    MessageView root = asRoot();
    return json -> {
      json.writeStringField("type", "message");
      root.writeBody(json, false, root.content);
    };
  }

  private void writeBody(JsonGenerator json, boolean own, MessageContent shown) throws IOException {
    writeSubtype(json, own);
    json.writeStringField("ts", ts.toString());
    if (subtype == Subtype.TOMBSTONE) {
      json.writeStringField("user", "USLACKBOT");
      json.writeBooleanField("hidden", true);
    } else {
      writeAuthor(json, own);
    }
    json.writeStringField("team", workspace.toString());
    shown.writeFields(json);
    if (!own) {
      for (var field : LineText.fields(subtype.wireName, shown.text()).entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
    }
    if (own && number > 0) {
      json.writeNumberField("number", number);
    }
    if (clientMsgId != null) {
      json.writeStringField("client_msg_id", clientMsgId.toString());
    }
    if (related != null && subtype == Subtype.CHANNEL_JOIN) {
      json.writeStringField("inviter", related.toString());
    }
    if (related != null && own && subtype == Subtype.CHANNEL_LEAVE) {
      json.writeStringField("actor", related.toString());
    }
    if (edited != null) {
      json.writeObjectFieldStart("edited");
      json.writeStringField("user", edited.user().toString());
      json.writeStringField("ts", edited.ts().toString());
      json.writeEndObject();
    }
    if (thread != null) {
      thread.writeFields(json, ts);
    }
    writeReactions(json);
    if (isPinned) {
      json.writeArrayFieldStart("pinned_to");
      json.writeString(channel.toString());
      json.writeEndArray();
    }
  }

  private void writeSubtype(JsonGenerator json, boolean own) throws IOException {
    if (subtype != Subtype.NONE) {
      json.writeStringField("subtype", subtype.wireName);
    } else if (!own && content.isDisguised()) {
      json.writeStringField("subtype", "bot_message");
    }
  }

  /// For programs a message that is shown as somebody else has no user.
  private void writeAuthor(JsonGenerator json, boolean own) throws IOException {
    if (own || !content.isDisguised()) {
      json.writeStringField("user", user.toString());
    }
    AppAuthor app = content.author();
    if (app != null) {
      app.writeFields(json, workspace, user, own);
    }
  }

  private void writeReactions(JsonGenerator json) throws IOException {
    if (reactions.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("reactions");
    for (ReactionView reaction : reactions) {
      reaction.write(json);
    }
    json.writeEndArray();
  }
}
