package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.emoji.EmojiService;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.EmojiView;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `emoji.*` and `admin.emoji.*`: the workspace's own emoji.
public final class EmojiMethods {
  private static final Arg<Boolean> CATEGORIES = Arg.bool("include_categories").or(false);
  private static final Arg<String> NAME = Arg.string("name").missing("invalid_name");
  private static final Arg<String> NEW_NAME = Arg.string("new_name").missing("invalid_name");
  private static final Arg<String> MODE = Arg.oneOf("mode", "data", "alias").or("data");
  private static final Arg<byte[]> IMAGE =
      Arg.bytes("image").within("PNG, GIF or JPEG; 128 KiB, 512 pixels").bad("bad_image");
  private static final Arg<String> ALIAS_FOR = Arg.string("alias_for");
  private static final Arg<String> GIVEN_ALIAS_FOR =
      Arg.string("alias_for").missing("invalid_name");

  private static final String[] ADDING = {
    "emoji_limit_reached", "error_name_taken", "invalid_name", "user_is_restricted"
  };

  private final EmojiService emoji;
  private final Clock clock;

  public EmojiMethods(EmojiService emoji, Clock clock) {
    this.emoji = emoji;
    this.clock = clock;
  }

  public List<Method> all() {
    return List.of(
        Method.named("emoji.list", "Lists the workspace's own emoji.")
            .scopes("emoji:read")
            .tier(RateTier.TIER_2)
            .args(CATEGORIES)
            .does(this::list),
        Method.named("client.emoji.list", "Lists the workspace's own emoji for the page.")
            .page()
            .tier(RateTier.TIER_4)
            .does(call -> Reply.ok().with("emoji", emoji.all(call.workspace()))),
        Method.named("emoji.add", "Adds an emoji with a picture, or another name of one.")
            .page()
            .tier(RateTier.TIER_2)
            .args(MODE, NAME, IMAGE, ALIAS_FOR)
            .writes()
            .errors(ADDING)
            .errors("bad_image", "too_big")
            .does(this::add),
        Method.named("emoji.remove", "Removes an emoji that one has added; admins anyone's.")
            .page()
            .tier(RateTier.TIER_2)
            .args(NAME)
            .writes()
            .errors("emoji_not_found", "no_permission")
            .does(this::remove),
        admins("admin.emoji.addAlias", "Gives an emoji another name beside its own.")
            .args(NAME, GIVEN_ALIAS_FOR)
            .errors(ADDING)
            .does(this::alias),
        admins("admin.emoji.rename", "Renames an emoji.")
            .args(NAME, NEW_NAME)
            .errors("emoji_not_found", "error_name_taken", "invalid_name")
            .does(this::rename),
        admins("admin.emoji.remove", "Removes an emoji.")
            .args(NAME)
            .errors("emoji_not_found")
            .does(this::removeAnyones));
  }

  private static Method.Draft admins(String name, String summary) {
    return Method.named(name, summary)
        .people()
        .userScopes("admin.teams:write")
        .tier(RateTier.TIER_2)
        .writes()
        .errors("no_permission");
  }

  private Reply list(Call call) {
    Map<String, String> all = new LinkedHashMap<>();
    for (EmojiView each : emoji.all(call.workspace())) {
      all.put(each.name(), each.value(call.client().origin()));
    }
    Reply reply =
        Reply.ok()
            .with("emoji", all)
            .with("cache_ts", clock.instant().getEpochSecond() + ".000000");
    return call.get(CATEGORIES)
        ? reply.with("categories_version", "0").with("categories", List.of())
        : reply;
  }

  private Reply add(Call call) {
    if (call.get(MODE).equals("alias")) {
      String aliasFor = call.find(ALIAS_FOR).orElseThrow(() -> new Refusal("invalid_name"));
      return Reply.ok().with("emoji", emoji.alias(call.actor(), call.get(NAME), aliasFor));
    }
    byte[] image = call.find(IMAGE).orElseThrow(() -> new Refusal("bad_image"));
    return Reply.ok().with("emoji", emoji.add(call.actor(), call.get(NAME), image));
  }

  private Reply alias(Call call) {
    Admins.require(call, "no_permission");
    EmojiView _ = emoji.alias(call.actor(), call.get(NAME), call.get(GIVEN_ALIAS_FOR));
    return Reply.ok();
  }

  private Reply rename(Call call) {
    EmojiView _ = emoji.rename(call.actor(), call.get(NAME), call.get(NEW_NAME));
    return Reply.ok();
  }

  private Reply remove(Call call) {
    EmojiView _ = emoji.remove(call.actor(), call.get(NAME));
    return Reply.ok();
  }

  private Reply removeAnyones(Call call) {
    Admins.require(call, "no_permission");
    return remove(call);
  }
}
