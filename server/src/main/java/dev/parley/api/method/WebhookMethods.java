package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.app.AppAuthors;
import dev.parley.core.app.WebhookService;
import dev.parley.core.app.WebhookService.Made;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageService;
import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.core.message.Reach;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.AppAuthor;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import java.util.List;
import java.util.UUID;

/// `client.webhooks.*` for admins, and what a webhook does with its payload.
public final class WebhookMethods {
  private static final Arg<ChannelId> CHANNEL = Arg.channelId("channel").required();
  private static final Arg<MessageTs> THREAD_TS =
      Arg.ts("thread_ts").bad("cannot_reply_to_message");
  private static final Arg<Boolean> BROADCAST = Arg.bool("reply_broadcast").or(false);

  private static final Arg<AppId> APP =
      Arg.of("app", "app", node -> AppId.parse(node.asText())).bad("app_not_found");
  private static final Arg<BotId> WEBHOOK =
      Arg.of("webhook", "webhook", node -> BotId.parse(node.asText()))
          .bad("webhook_not_found")
          .required();

  private final TenantDatabase database;
  private final WebhookService webhooks;
  private final ChannelService channels;
  private final MessageService messages;
  private final AppAuthors authors;
  private final PostedText texts;

  public WebhookMethods(
      TenantDatabase database,
      WebhookService webhooks,
      ChannelService channels,
      MessageService messages,
      AppAuthors authors,
      PostedText texts) {
    this.texts = texts;
    this.database = database;
    this.webhooks = webhooks;
    this.channels = channels;
    this.messages = messages;
    this.authors = authors;
  }

  public List<Method> all() {
    return List.of(
        AppMethods.admins("client.webhooks.list", "Lists the webhooks that work, the newest first.")
            .does(this::list),
        AppMethods.admins("client.webhooks.create", "Makes an address that posts to a channel.")
            .args(CHANNEL, APP)
            .writes()
            .errors(
                "app_not_found",
                "channel_not_found",
                "is_archived",
                "method_not_supported_for_channel_type",
                "not_installed")
            .does(this::create),
        AppMethods.admins("client.webhooks.revoke", "Ends a webhook; what it posted stays.")
            .args(WEBHOOK)
            .writes()
            .errors("webhook_not_found")
            .does(this::revoke));
  }

  private Reply list(Call call) {
    Admins.require(call);
    return Reply.ok().with("webhooks", webhooks.all(call.workspace()));
  }

  private Reply create(Call call) {
    Admins.require(call);
    ChannelId channel = call.get(CHANNEL);
    UserId admin = call.actor().user();
    ChannelView visible =
        database.read(
            call.workspace(), handle -> channels.visible(handle, call.workspace(), admin, channel));
    if (channel.kind() != ChannelKind.CHANNEL) {
      throw new Refusal("method_not_supported_for_channel_type");
    }
    if (visible.isArchived()) {
      throw new Refusal("is_archived");
    }
    Made made = webhooks.create(call.workspace(), call.find(APP).orElse(null), channel, admin);
    return Reply.ok()
        .with("webhook", made.webhook())
        .with("url", call.client().origin() + made.address().path());
  }

  private Reply revoke(Call call) {
    Admins.require(call);
    webhooks.revoke(call.workspace(), call.get(WEBHOOK), call.actor().user());
    return Reply.ok();
  }

  /// Posts a payload to the webhook's channel. Not a method of the API: the webhook's gate calls
  /// it.
  public Method post() {
    return Method.named("webhook", "Posts a payload to the webhook's channel.")
        .tier(RateTier.TIER_3)
        .args(CHANNEL)
        .args(ContentArgs.POSTED)
        .args(THREAD_TS, BROADCAST)
        .writes()
        .errors(ContentArgs.ERRORS)
        .errors(ContentArgs.PLACE_ERRORS)
        .errors("invalid_payload", "no_service")
        .does(this::post);
  }

  private Reply post(Call call) {
    AppAuthor author = authors.of(call.actor()).orElseThrow(() -> new Refusal("account_inactive"));
    AppAuthor.Looks looks =
        ContentArgs.looks(call, author)
            .orElseGet(() -> new AppAuthor.Looks(author.name(), null, null));
    MessageView _ =
        messages.post(
            new MessageService.By(call.workspace(), call.actor().user(), Reach.ANYWHERE),
            call.get(CHANNEL),
            UUID.randomUUID(),
            ContentArgs.read(call, texts.of(call, ContentArgs.cut(call.get(ContentArgs.TEXT))))
                .by(author.shownAs(looks)),
            call.find(THREAD_TS).map(ts -> new ReplyTo(ts, call.get(BROADCAST))).orElse(null));
    return Reply.ok();
  }
}
