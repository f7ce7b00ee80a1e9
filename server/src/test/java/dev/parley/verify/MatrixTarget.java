package dev.parley.verify;

import dev.parley.verify.MatrixWorld.Site;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the calls of the matrix are about: things of one kind, made when they are first asked for.
final class MatrixTarget {

  /// Where a thing belongs.
  enum Kind {
    /// In the callers' workspace, and they are in it or know of it.
    OWN,
    /// In the callers' workspace, and they are not in it or do not know of it.
    PRIVATE,
    /// As the first, but deleted, archived, closed, deactivated, cancelled or ended.
    DELETED,
    /// Of another workspace.
    FOREIGN,
    /// Nowhere.
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Map<String, String> NOTHING =
      Map.ofEntries(
          Map.entry("$channel", "C0AAAAAAAAAAA1"),
          Map.entry("$open", "C0AAAAAAAAAAA1"),
          Map.entry("$direct", "D0AAAAAAAAAAA2"),
          Map.entry("$ts", "1000000000.000001"),
          Map.entry("$mine", "1000000000.000001"),
          Map.entry("$user", "U0AAAAAAAAAAAA"),
          Map.entry("$newcomer", "U0AAAAAAAAAAAA"),
          Map.entry("$person", "U0AAAAAAAAAAAA"),
          Map.entry("$email", "nobody@nowhere.test"),
          Map.entry("$group", "S0AAAAAAAAAAAA"),
          Map.entry("$session", "471100000000000"),
          Map.entry("$app", "A0AAAAAAAAAAAA"),
          Map.entry("$webhook", "B0AAAAAAAAAAAA"),
          Map.entry("$scheduled", "Q0AAAAAAAAAAAA"),
          Map.entry("$bookmark", "Bk0AAAAAAAAAAAA"),
          Map.entry("$reminder", "Rm0AAAAAAAAAAAA"),
          Map.entry("$team", "T0AAAAAAAAAAAA"));

  /// The things that belong to whoever calls.
  private static final Set<String> PERSONAL = Set.of("$mine", "$direct", "$scheduled", "$reminder");
  private static final Set<String> WITHOUT_PRIVATE =
      Set.of("$group", "$session", "$newcomer", "$person", "$team", "$email", "$app", "$webhook");

  private final MatrixWorld world;
  private final Kind kind;
  private final Site site;
  private final MatrixThings things;
  private final StoryClient caller;
  private final Map<String, String> values = new LinkedHashMap<>();

  /// @param caller who makes what belongs to the caller
  MatrixTarget(MatrixWorld world, Kind kind, StoryClient caller) {
    this.world = world;
    this.kind = kind;
    this.site = kind == Kind.FOREIGN ? world.globex : world.acme;
    this.things = new MatrixThings(site);
    this.caller = kind == Kind.OWN || kind == Kind.DELETED ? caller : site.carol();
  }

  /// Has calls be about things that are there already.
  MatrixTarget about(Map<String, String> things) {
    values.putAll(things);
    return this;
  }

  /// The kinds that a call with these arguments can be about.
  static Set<Kind> kinds(Map<String, String> arguments) {
    Set<Kind> kinds = EnumSet.allOf(Kind.class);
    List<String> things = arguments.values().stream().filter(NOTHING::containsKey).toList();
    if (things.isEmpty()) {
      return EnumSet.of(Kind.OWN);
    }
    if (things.stream().anyMatch(WITHOUT_PRIVATE::contains)) {
      kinds.remove(Kind.PRIVATE);
    }
    if (things.contains("$team") || things.contains("$email")) {
      kinds.remove(Kind.DELETED);
    }
    return kinds;
  }

  /// Whether every caller has a target of their own.
  static boolean isPersonal(Map<String, String> arguments) {
    return arguments.values().stream().anyMatch(PERSONAL::contains);
  }

  /// The arguments with things of this target in them.
  Map<String, String> fill(Map<String, String> arguments) throws Exception {
    boolean first = values.isEmpty();
    Map<String, String> filled = new LinkedHashMap<>();
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      filled.put(argument.getKey(), fill(argument.getValue()));
    }
    if (first && kind == Kind.DELETED) {
      delete();
    }
    return filled;
  }

  /// What this target's things are called in every answer that is compared with another.
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    values.forEach((name, value) -> words.put(value, name));
    return words;
  }

  private String fill(String value) throws Exception {
    if (!value.startsWith("$")) {
      return value;
    }
    if (value.startsWith("$name")) {
      return world.newName() + value.substring("$name".length());
    }
    String found = values.get(value);
    if (found == null) {
      found = kind == Kind.NEVER ? NOTHING.getOrDefault(value, "") : "";
      found = found.isEmpty() ? make(value) : found;
      values.put(value, found);
    }
    return found;
  }

  private String make(String name) throws Exception {
    return switch (name) {
      case "$channel" -> channel(kind != Kind.PRIVATE);
      case "$open" -> channel(false);
      case "$room" -> room();
      case "$direct" -> direct();
      case "$ts" -> site.carol().post(messageChannel(), "said by carol");
      case "$mine" -> caller.post(messageChannel(), "said by the caller");
      case "$user" ->
          switch (kind) {
            case PRIVATE -> site.hermit().id;
            case DELETED -> site.ghost().id;
            default -> site.carol().id;
          };
      case "$newcomer" -> kind == Kind.DELETED ? site.ghost().id : site.newcomer().id;
      case "$person" -> things.person(world.newName(), kind == Kind.DELETED);
      case "$another" -> world.acme.newcomer().id;
      case "$email" -> MatrixWorld.email(site.slug());
      case "$group" -> things.group(world.newName());
      case "$session" -> things.session();
      case "$app" -> things.app(world.newName());
      case "$webhook" -> things.webhook();
      case "$scheduled" -> scheduled();
      case "$bookmark" -> bookmark();
      case "$reminder" -> reminder();
      case "$team" -> site.team();
      case "$later" -> Long.toString(Instant.now().getEpochSecond() + 3_600);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// A message lies in the channel that the call names; where that is a fixed one, in another.
  private String messageChannel() throws Exception {
    if (values.containsKey("$room") && (kind == Kind.OWN || kind == Kind.DELETED)) {
      return fill("$room");
    }
    return fill(values.containsKey("$open") ? "$open" : "$channel");
  }

  private String channel(boolean withEverybody) throws Exception {
    String channel = site.carol().createChannel(world.newName(), kind == Kind.PRIVATE);
    if (kind == Kind.PRIVATE) {
      world.keepSecret(channel);
      invite(site.carol(), channel, site.hermit().id);
    } else if (withEverybody && kind != Kind.FOREIGN) {
      inviteEverybody(channel);
    }
    return channel;
  }

  /// A channel of the callers, whatever kind of thing the call is about.
  private String room() throws Exception {
    StoryClient carol = world.acme.carol();
    String channel = carol.createChannel(world.newName(), false);
    inviteEverybody(channel);
    return channel;
  }

  private void inviteEverybody(String channel) throws Exception {
    String callers =
        String.join(
            ",", MatrixCaller.INSIDERS.stream().map(insider -> world.client(insider).id).toList());
    invite(world.acme.carol(), channel, callers);
  }

  private static void invite(StoryClient who, String channel, String users) throws Exception {
    var _ = who.ok("conversations.invite", Map.of("channel", channel, "users", users));
  }

  private String direct() throws Exception {
    StoryClient other = caller == site.carol() ? site.hermit() : site.carol();
    String direct =
        caller
            .ok("conversations.open", Map.of("users", other.id))
            .path("channel")
            .path("id")
            .asText();
    if (kind == Kind.PRIVATE) {
      world.keepSecret(direct);
    }
    return direct;
  }

  private String scheduled() throws Exception {
    return caller
        .ok(
            "chat.scheduleMessage",
            Map.of("channel", fill("$channel"), "text", "later", "post_at", fill("$later")))
        .path("scheduled_message_id")
        .asText();
  }

  private String bookmark() throws Exception {
    Map<String, String> link =
        new LinkedHashMap<>(Map.of("title", "x", "type", "link", "link", "https://a.test"));
    link.put("channel_id", messageChannel());
    return site.carol().ok("bookmarks.add", link).path("bookmark").path("id").asText();
  }

  /// Bots have none.
  private StoryClient reminded() {
    return caller == world.client(MatrixCaller.BOT) ? world.acme.carol() : caller;
  }

  private String reminder() throws Exception {
    return reminded()
        .ok("reminders.add", Map.of("text", "later", "time", "in 2 hours"))
        .path("reminder")
        .path("id")
        .asText();
  }

  /// Deletes the most particular thing there is.
  private void delete() throws Exception {
    StoryClient carol = site.carol();
    if (values.containsKey("$ts") || values.containsKey("$mine")) {
      boolean isMine = values.containsKey("$mine");
      var _ =
          (isMine ? caller : carol)
              .ok(
                  "chat.delete",
                  Map.of("channel", messageChannel(), "ts", fill(isMine ? "$mine" : "$ts")));
    } else if (values.containsKey("$scheduled")) {
      var _ =
          caller.ok(
              "chat.deleteScheduledMessage",
              Map.of("channel", fill("$channel"), "scheduled_message_id", fill("$scheduled")));
    } else if (values.containsKey("$bookmark")) {
      var _ =
          carol.ok(
              "bookmarks.remove",
              Map.of("channel_id", messageChannel(), "bookmark_id", fill("$bookmark")));
    } else if (values.containsKey("$reminder")) {
      var _ = reminded().ok("reminders.delete", Map.of("reminder", fill("$reminder")));
    } else if (values.containsKey("$direct")) {
      var _ = caller.ok("conversations.close", Map.of("channel", fill("$direct")));
    } else if (things.end(values)) {
      return;
    } else if (values.containsKey("$channel") || values.containsKey("$open")) {
      String name = values.containsKey("$open") ? "$open" : "$channel";
      var _ = carol.ok("conversations.archive", Map.of("channel", fill(name)));
    }
  }
}
