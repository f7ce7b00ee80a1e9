package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.Reply;
import dev.parley.core.user.UserService;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.UserView;
import java.util.List;

/// `bots.*`: what stands behind a `bot_id`.
public final class BotMethods {
  private static final String NOT_FOUND = "bot_not_found";
  private static final Arg<BotId> BOT =
      Arg.of("bot", "bot", node -> BotId.parse(node.asText())).bad(NOT_FOUND);

  private final UserService users;

  public BotMethods(UserService users) {
    this.users = users;
  }

  public List<Method> all() {
    return List.of(
        Method.named("bots.info", "Tells about a bot; without a name about the calling one.")
            .scopes("users:read")
            .args(BOT)
            .errors(NOT_FOUND)
            .does(this::info));
  }

  private Reply info(Call call) {
    BotId bot = call.find(BOT).orElseGet(() -> BotId.of(call.actor().user()));
    try {
      UserView user = users.get(call.actor(), bot.user());
      AppId app = user.app();
      if (app == null) {
        throw new Refusal(NOT_FOUND);
      }
      return Reply.ok().with("bot", shape(bot, user, app));
    } catch (Refusal refusal) {
      throw refusal.code().equals("user_not_found") ? new Refusal(NOT_FOUND) : refusal;
    }
  }

  private static JsonView shape(BotId bot, UserView user, AppId app) {
    return json -> {
      json.writeStringField("id", bot.toString());
      json.writeBooleanField("deleted", user.isDeleted());
      json.writeStringField("name", user.realName());
      json.writeNumberField("updated", user.updated().getEpochSecond());
      json.writeStringField("app_id", app.toString());
      json.writeStringField("user_id", user.id().toString());
      json.writeObjectFieldStart("icons");
      json.writeEndObject();
    };
  }
}
