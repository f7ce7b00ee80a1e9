package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.app.AppAuthors;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.EphemeralService;
import dev.parley.core.user.UserService;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.storage.TenantDatabase;
import java.util.List;

/// `chat.postEphemeral`: messages that one person sees and that are kept nowhere.
public final class EphemeralMethods {
  private static final Arg<String> CHANNEL = Destinations.CHANNEL;
  private static final Arg<UserId> USER =
      Arg.userId("user").missing("user_not_in_channel").bad("user_not_in_channel");
  private static final Arg<MessageTs> THREAD_TS =
      Arg.ts("thread_ts").bad("cannot_reply_to_message");

  private final EphemeralService messages;
  private final Destinations destinations;
  private final AppAuthors authors;
  private final PostedText texts;

  public EphemeralMethods(
      TenantDatabase database,
      EphemeralService messages,
      ChannelService channels,
      UserService users,
      AppAuthors authors,
      PostedText texts) {
    this.texts = texts;
    this.messages = messages;
    this.authors = authors;
    this.destinations = new Destinations(database, channels, users);
  }

  public List<Method> all() {
    return List.of(
        Method.named("chat.postEphemeral", "Shows a message to one person of a channel.")
            .scopes("chat:write")
            .tier(RateTier.TIER_4)
            .args(CHANNEL, USER)
            .args(ContentArgs.POSTED)
            .args(THREAD_TS)
            .writes()
            .errors(ContentArgs.ERRORS)
            .errors(ContentArgs.PLACE_ERRORS)
            .errors("msg_too_long", "not_in_channel", "user_not_in_channel")
            .does(this::post));
  }

  private Reply post(Call call) {
    String text = call.get(ContentArgs.TEXT);
    if (text.codePointCount(0, text.length()) > ContentArgs.MAX_TEXT) {
      throw new Refusal("msg_too_long");
    }
    MessageTs ts =
        messages.show(
            call.actor(),
            destinations.of(call, call.get(CHANNEL)),
            call.get(USER),
            ContentArgs.read(call, texts.of(call, text)).by(ContentArgs.author(call, authors)),
            call.find(THREAD_TS).orElse(null));
    return Reply.ok().with("message_ts", ts.toString());
  }
}
