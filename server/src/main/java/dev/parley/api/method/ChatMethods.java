package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.app.AppAuthors;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageService;
import dev.parley.core.message.MessageTarget;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import java.util.List;
import java.util.UUID;

/// `chat.*`: post, change and delete messages.
public final class ChatMethods {
  private static final int MAX_TEXT = ContentArgs.MAX_TEXT;

  private static final Arg<String> CHANNEL = Destinations.CHANNEL;
  private static final Arg<ChannelId> CHANNEL_ID =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<String> TEXT = ContentArgs.TEXT;
  private static final Arg<String> ME_TEXT = Arg.string("text").missing("no_text");
  private static final Arg<UUID> CLIENT_MSG_ID = Arg.uuid("client_msg_id");
  private static final Arg<MessageTs> THREAD_TS =
      Arg.ts("thread_ts").bad("cannot_reply_to_message");
  private static final Arg<Boolean> BROADCAST = Arg.bool("reply_broadcast").or(false);
  private static final Arg<MessageTs> TS =
      Arg.ts("ts").missing("message_not_found").bad("message_not_found");

  private final MessageService messages;
  private final Destinations destinations;
  private final AppAuthors authors;
  private final PostedText texts;

  public ChatMethods(
      TenantDatabase database,
      MessageService messages,
      ChannelService channels,
      UserService users,
      AppAuthors authors,
      PostedText texts) {
    this.texts = texts;
    this.authors = authors;
    this.messages = messages;
    this.destinations = new Destinations(database, channels, users);
  }

  public List<Method> all() {
    return List.of(
        Method.named("chat.postMessage", "Posts a message to a conversation or a person.")
            .scopes("chat:write")
            .tier(RateTier.SPECIAL)
            .args(CHANNEL)
            .args(ContentArgs.POSTED)
            .args(CLIENT_MSG_ID, THREAD_TS, BROADCAST)
            .writes()
            .errors(ContentArgs.ERRORS)
            .errors(ContentArgs.PLACE_ERRORS)
            .errors("not_in_channel", "duplicate_message_not_found")
            .does(this::post),
        Method.named("chat.meMessage", "Posts what one says of oneself, as by /me.")
            .scopes("chat:write")
            .tier(RateTier.TIER_3)
            .args(CHANNEL, ME_TEXT, CLIENT_MSG_ID)
            .writes()
            .errors(
                "channel_not_found",
                "is_archived",
                "msg_too_long",
                "no_text",
                "not_in_channel",
                "restricted_action_read_only_channel",
                "restricted_action_thread_only_channel")
            .does(this::postMe),
        Method.named("chat.update", "Changes the text of one's own message.")
            .scopes("chat:write")
            .tier(RateTier.TIER_3)
            .args(
                CHANNEL_ID,
                TS,
                TEXT,
                PostedText.LINK_NAMES,
                PostedText.PARSE,
                ContentArgs.MARKDOWN,
                ContentArgs.BLOCKS,
                ContentArgs.ATTACHMENTS,
                ContentArgs.METADATA)
            .writes()
            .errors(ContentArgs.ERRORS)
            .errors(
                "channel_not_found",
                "message_not_found",
                "cant_update_message",
                "is_archived",
                "msg_too_long")
            .does(this::update),
        Method.named("chat.delete", "Deletes a message: its text is gone for everybody.")
            .scopes("chat:write")
            .tier(RateTier.TIER_3)
            .args(CHANNEL_ID, TS)
            .writes()
            .errors("channel_not_found", "message_not_found", "cant_delete_message")
            .does(this::delete));
  }

  private Reply post(Call call) {
    String text = call.get(TEXT);
    String kept = ContentArgs.cut(text);
    MessageContent content =
        ContentArgs.read(call, texts.of(call, kept)).by(ContentArgs.author(call, authors));
    ChannelId channel = destinations.of(call, call.get(CHANNEL));
    MessageView message =
        messages.post(
            new MessageService.By(call.workspace(), call.actor().user(), Destinations.reach(call)),
            channel,
            call.find(CLIENT_MSG_ID).orElseGet(UUID::randomUUID),
            content,
            call.find(THREAD_TS)
                .map(ts -> new MessageService.ReplyTo(ts, call.get(BROADCAST)))
                .orElse(null));
    Reply reply =
        Reply.ok()
            .with("channel", channel.toString())
            .with("ts", message.ts().toString())
            .with("message", shape(call, message));
    return kept.length() < text.length() ? reply.warning("message_truncated") : reply;
  }

  private Reply postMe(Call call) {
    String text = call.get(ME_TEXT);
    if (text.isBlank()) {
      throw new Refusal("no_text");
    }
    requireShort(text);
    MessageView message =
        messages.postMe(
            call.workspace(),
            destinations.of(call, call.get(CHANNEL)),
            call.actor().user(),
            call.find(CLIENT_MSG_ID).orElseGet(UUID::randomUUID),
            PostedText.linked(text));
    return Reply.ok()
        .with("channel", message.channel().toString())
        .with("ts", message.ts().toString());
  }

  private static void requireShort(String text) {
    if (text.codePointCount(0, text.length()) > MAX_TEXT) {
      throw new Refusal("msg_too_long");
    }
  }

  private Reply update(Call call) {
    String text = call.get(TEXT);
    requireShort(text);
    MessageContent content =
        ContentArgs.read(call, texts.of(call, text)).by(authors.of(call.actor()).orElse(null));
    boolean takesAway = call.find(ContentArgs.ATTACHMENTS).filter(JsonNode::isEmpty).isPresent();
    MessageView message =
        messages.edit(
            target(call), call.actor().user(), takesAway ? content.withAttachments("[]") : content);
    return Reply.ok()
        .with("channel", message.channel().toString())
        .with("ts", message.ts().toString())
        .with("text", message.text())
        .with("message", shape(call, message));
  }

  private Reply delete(Call call) {
    boolean anyones = !call.actor().isBot() && call.actor().role().isAtLeast(Role.ADMIN);
    messages.delete(target(call), call.actor().user(), anyones);
    return Reply.ok()
        .with("channel", call.get(CHANNEL_ID).toString())
        .with("ts", call.get(TS).toString());
  }

  /// The page counts by numbers; every other program expects Slack's shape.
  private static JsonView shape(Call call, MessageView message) {
    return call.actor().credential() instanceof Credential.Session
        ? message
        : message.inSlacksShape();
  }

  private static MessageTarget target(Call call) {
    return new MessageTarget(call.workspace(), call.get(CHANNEL_ID), call.get(TS));
  }
}
