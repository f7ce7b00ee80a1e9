package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.app.AppAuthors;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageService.By;
import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.core.scheduled.ScheduledMessage;
import dev.parley.core.scheduled.ScheduledMessageService;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.ScheduledId;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageContent;
import dev.parley.storage.TenantDatabase;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Messages that are to be posted later.
public final class ScheduledMethods {
  private static final String LIST = "chat.scheduledMessages.list";
  private static final String PAGE = "client.scheduled.list";
  private static final double END = 99_999_999_999.0;

  private static final Arg<String> CHANNEL = Destinations.CHANNEL;
  private static final Arg<ChannelId> CHANNEL_ID =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<ChannelId> ONLY_CHANNEL =
      Arg.channelId("channel").bad("invalid_channel");
  private static final Arg<Integer> POST_AT =
      Arg.integer("post_at", 0, Integer.MAX_VALUE).missing("invalid_time").bad("invalid_time");
  private static final Arg<MessageTs> THREAD_TS =
      Arg.ts("thread_ts").bad("cannot_reply_to_message");
  private static final Arg<Boolean> BROADCAST = Arg.bool("reply_broadcast").or(false);
  private static final Arg<ScheduledId> ID =
      Arg.of("scheduled_message_id", "scheduled message", node -> ScheduledId.parse(node.asText()))
          .missing("invalid_scheduled_message_id")
          .bad("invalid_scheduled_message_id");
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Integer> LIMIT = Arg.limit(100, 100);
  private static final Arg<Double> OLDEST = Times.arg("oldest").or(0.0);
  private static final Arg<Double> LATEST = Times.arg("latest").or(END);

  private final ScheduledMessageService scheduled;
  private final Destinations destinations;
  private final AppAuthors authors;
  private final PostedText texts;

  public ScheduledMethods(
      TenantDatabase database,
      ScheduledMessageService scheduled,
      ChannelService channels,
      UserService users,
      AppAuthors authors,
      PostedText texts) {
    this.texts = texts;
    this.authors = authors;
    this.scheduled = scheduled;
    this.destinations = new Destinations(database, channels, users);
  }

  public List<Method> all() {
    return List.of(
        Method.named("chat.scheduleMessage", "Has a message posted at a time.")
            .scopes("chat:write")
            .tier(RateTier.TIER_3)
            .args(CHANNEL, POST_AT)
            .args(ContentArgs.POSTED)
            .args(THREAD_TS, BROADCAST)
            .writes()
            .errors(ContentArgs.ERRORS)
            .errors(ContentArgs.PLACE_ERRORS)
            .errors(
                "invalid_time",
                "msg_too_long",
                "not_in_channel",
                "restricted_too_many",
                "time_in_past",
                "time_too_far")
            .does(this::schedule),
        Method.named("chat.deleteScheduledMessage", "Has a message not be posted.")
            .scopes("chat:write")
            .tier(RateTier.TIER_3)
            .args(CHANNEL_ID, ID)
            .writes()
            .errors("channel_not_found", "invalid_scheduled_message_id")
            .does(this::cancel),
        Method.named(LIST, "Lists the caller's messages that are still to be posted.")
            .tier(RateTier.TIER_3)
            .args(ONLY_CHANNEL, CURSOR, LIMIT, OLDEST, LATEST)
            .errors("invalid_channel")
            .does(call -> list(call, LIST, ScheduledMessage::asItem)),
        Method.named(PAGE, "Lists the caller's messages that are still to be posted, whole.")
            .page()
            .args(ONLY_CHANNEL, CURSOR, LIMIT, OLDEST, LATEST)
            .errors("invalid_channel")
            .does(call -> list(call, PAGE, ScheduledMessage::asOwn)));
  }

  private Reply schedule(Call call) {
    String text = call.get(ContentArgs.TEXT);
    if (text.codePointCount(0, text.length()) > ContentArgs.MAX_TEXT) {
      throw new Refusal("msg_too_long");
    }
    MessageContent content =
        ContentArgs.read(call, texts.of(call, text)).by(ContentArgs.author(call, authors));
    ScheduledMessage message =
        scheduled.schedule(
            new By(call.workspace(), call.actor().user(), Destinations.reach(call)),
            destinations.of(call, call.get(CHANNEL)),
            call.actor().role(),
            Instant.ofEpochSecond(call.get(POST_AT)),
            content,
            call.find(THREAD_TS).map(ts -> new ReplyTo(ts, call.get(BROADCAST))).orElse(null));
    return Reply.ok()
        .with("scheduled_message_id", message.id().toString())
        .with("channel", message.channel().toString())
        .with("post_at", message.postAt().getEpochSecond())
        .with("message", message.asMessage(call.workspace().toString()));
  }

  private Reply cancel(Call call) {
    scheduled.cancel(call.workspace(), call.actor().user(), call.get(CHANNEL_ID), call.get(ID));
    return Reply.ok();
  }

  private Reply list(Call call, String method, Function<ScheduledMessage, JsonView> shape) {
    int limit = call.get(LIMIT);
    List<ScheduledMessage> found =
        scheduled.list(
            call.workspace(),
            call.actor().user(),
            call.find(ONLY_CHANNEL).orElse(null),
            call.get(OLDEST),
            call.get(LATEST),
            Cursors.read(call, method, call.get(CURSOR), 0),
            limit + 1);
    boolean more = found.size() > limit;
    List<ScheduledMessage> page = found.subList(0, Math.min(limit, found.size()));
    return Reply.ok()
        .with("scheduled_messages", page.stream().map(shape).toList())
        .nextCursor(more ? Cursors.write(call, method, page.getLast().id().value()) : "");
  }
}
