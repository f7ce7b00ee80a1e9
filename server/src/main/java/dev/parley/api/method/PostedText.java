package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.user.UserService;
import dev.parley.core.usergroup.UsergroupService;
import dev.parley.protocol.text.BareLinks;
import dev.parley.protocol.text.Markup;
import dev.parley.protocol.view.UsergroupView;
import dev.parley.storage.TenantDatabase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a message as it is kept: with its bare addresses as links, and its names if whoever
/// posts asks for it.
public final class PostedText {
  static final Arg<Boolean> LINK_NAMES =
      Arg.bool("link_names").within("whether `@name` and `#channel` become links").or(false);
  static final Arg<String> PARSE =
      Arg.string("parse")
          .within("`full` links names too, `none` leaves bare addresses alone")
          .or("");

  /// More names than these of a kind are not looked up.
  private static final int MOST_NAMES = 50;

  private static final Set<String> EVERYBODY = Set.of("channel", "everyone", "here");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{N}/&@#._-])([@#])([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}+)");

  private final TenantDatabase database;
  private final UserService users;
  private final ChannelService channels;
  private final UsergroupService groups;

  public PostedText(
      TenantDatabase database,
      UserService users,
      ChannelService channels,
      UsergroupService groups) {
    this.database = database;
    this.users = users;
    this.channels = channels;
    this.groups = groups;
  }

  /// A text as it is kept. One that would be too long with its links stays without them.
  ///
  /// @param text escaped mrkdwn as it came
  String of(Call call, String text) {
    String parse = call.get(PARSE);
    String linked = parse.equals("none") ? text : BareLinks.wrapped(text);
    if (call.get(LINK_NAMES) || parse.equals("full")) {
      linked = named(call, linked);
    }
    return orAsItCame(linked, text);
  }

  /// A text with its bare addresses as links, if it is not too long with them.
  ///
  /// @param text escaped mrkdwn
  public static String linked(String text) {
    return orAsItCame(BareLinks.wrapped(text), text);
  }

  private static String orAsItCame(String linked, String text) {
    return linked.length() > text.length()
            && linked.codePointCount(0, linked.length()) > ContentArgs.MAX_TEXT
        ? text
        : linked;
  }

  private String named(Call call, String text) {
    if (text.indexOf('@') < 0 && text.indexOf('#') < 0) {
      return text;
    }
    Set<String> people = new HashSet<>();
    Set<String> places = new HashSet<>();
    String _ =
        Markup.outside(
            text,
            words -> {
              NAME.matcher(words)
                  .results()
                  .forEach(found -> note(found.group(1).equals("@") ? people : places, found));
              return words;
            });
    Map<String, String> links = links(call, people, places);
    return Markup.outside(
        text, words -> NAME.matcher(words).replaceAll(found -> link(found, links)));
  }

  /// A name as it stands, and without the signs that may follow it.
  private static void note(Set<String> names, MatchResult found) {
    if (names.size() < 2 * MOST_NAMES) {
      String name = found.group(2).toLowerCase(Locale.ROOT);
      names.add(name);
      names.add(bare(name));
    }
  }

  private static String bare(String name) {
    return name.replaceFirst("[._-]+$", "");
  }

  private static String link(MatchResult found, Map<String, String> links) {
    String name = found.group(2).toLowerCase(Locale.ROOT);
    String link = links.get(found.group(1) + name);
    if (link == null) {
      String bare = bare(name);
      link = links.get(found.group(1) + bare);
      link = link == null ? found.group() : link + name.substring(bare.length());
    }
    return Matcher.quoteReplacement(link);
  }

  private Map<String, String> links(Call call, Set<String> people, Set<String> places) {
    Map<String, String> links = new HashMap<>();
    if (!people.isEmpty()) {
      for (UsergroupView group : groups.all(call.actor())) {
        if (group.deleted() == null && people.contains(group.handle())) {
          links.put("@" + group.handle(), "<!subteam^" + group.id() + ">");
        }
      }
      users
          .called(call.actor(), people)
          .forEach((name, user) -> links.put("@" + name, "<@" + user + ">"));
      EVERYBODY.forEach(range -> links.put("@" + range, "<!" + range + ">"));
    }
    if (!places.isEmpty()) {
      database
          .read(
              call.workspace(),
              handle -> channels.named(handle, call.workspace(), call.actor().user(), places))
          .forEach((name, id) -> links.put("#" + name, "<#" + id + "|" + name + ">"));
    }
    return links;
  }
}
