package dev.parley.core.message;

import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.protocol.view.MessageContent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom a text addresses.
///
/// @param people those who are named, at most [#MAX_PEOPLE], in order
/// @param groups those that are named, whose people are too; at most [#MAX_PEOPLE]
/// @param everybody whether the whole channel is (`@channel`, `@here`, `@everyone`)
public record Mentions(Set<UserId> people, Set<UsergroupId> groups, boolean everybody) {
  /// More people than these are not told one by one.
  public static final int MAX_PEOPLE = 50;

  /// Nobody.
  public static final Mentions NONE = new Mentions(Set.of(), Set.of(), false);

  private static final Pattern MENTION =
      Pattern.compile(
          "<(?:@(U[0-9A-Z]{13})|!subteam\\^(S[0-9A-Z]{13})|!(?:channel|here|everyone))(?:\\|[^<>]*)?>");

  /// The same as elements of a `rich_text` block.
  private static final Pattern ELEMENT =
      Pattern.compile(
          "\"user_id\":\"(U[0-9A-Z]{13})\"|\"usergroup_id\":\"(S[0-9A-Z]{13})\""
              + "|\"range\":\"(?:channel|here|everyone)\"");

  /// Finds the mentions in all parts of what somebody wrote.
  public static Mentions of(MessageContent content) {
    String blocks = content.blocks();
    Mentions inText = of(content.text());
    return blocks == null ? inText : inText.and(find(MENTION, blocks)).and(find(ELEMENT, blocks));
  }

  /// Finds the mentions in escaped mrkdwn, where `<` is always markup.
  public static Mentions of(String text) {
    return text.indexOf('<') < 0 ? NONE : find(MENTION, text);
  }

  private static Mentions find(Pattern pattern, String text) {
    Set<UserId> people = new LinkedHashSet<>();
    Set<UsergroupId> groups = new LinkedHashSet<>();
    boolean everybody = false;
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String user = matcher.group(1);
      String group = matcher.group(2);
      if (user != null && people.size() < MAX_PEOPLE) {
        UserId.parse(user).ifPresent(people::add);
      } else if (group != null && groups.size() < MAX_PEOPLE) {
        UsergroupId.parse(group).ifPresent(groups::add);
      }
      everybody |= user == null && group == null;
    }
    return new Mentions(people, groups, everybody);
  }

  private Mentions and(Mentions others) {
    Set<UserId> both = new LinkedHashSet<>(people);
    others.people.stream().limit(MAX_PEOPLE - both.size()).forEach(both::add);
    Set<UsergroupId> bothGroups = new LinkedHashSet<>(groups);
    others.groups.stream().limit(MAX_PEOPLE - bothGroups.size()).forEach(bothGroups::add);
    return new Mentions(both, bothGroups, everybody || others.everybody);
  }
}
