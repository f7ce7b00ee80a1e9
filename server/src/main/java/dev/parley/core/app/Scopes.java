package dev.parley.core.app;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The scopes that a manifest may ask for: Slack's, whether or not a method asks for them yet.
final class Scopes {
  private static final Set<String> BOTH =
      words(
          """
          bookmarks:read bookmarks:write calls:read calls:write canvases:read canvases:write
          channels:history channels:read channels:write.invites channels:write.topic chat:write
          commands dnd:read emoji:read files:read files:write groups:history groups:read
          groups:write groups:write.invites groups:write.topic im:history im:read im:write
          im:write.topic incoming-webhook links:read links:write lists:read lists:write
          metadata.message:read mpim:history mpim:read mpim:write mpim:write.topic pins:read
          pins:write reactions:read reactions:write remote_files:read remote_files:share
          rtm:stream search:read.files search:read.public search:read.users team:read
          team.billing:read team.preferences:read tokens.basic usergroups:read usergroups:write
          users:read users:read.email users:write users.profile:read
          """);

  private static final Set<String> BOT =
      with(
          """
          app_mentions:read assistant:write channels:join channels:manage chat:write.customize
          chat:write.public conversations.connect:manage conversations.connect:read
          conversations.connect:write datastore:read datastore:write remote_files:write
          triggers:read triggers:write workflow.steps:execute
          """);

  private static final Set<String> USER =
      with(
          """
          admin channels:write client dnd:write email identify identity.avatar identity.basic
          identity.email identity.team openid profile reminders:read reminders:write search:read
          search:read.im search:read.mpim search:read.private stars:read stars:write
          users.profile:write
          """);

  private static final Pattern ADMIN = Pattern.compile("admin\\.[a-z_]{1,40}:(read|write)");

  private Scopes() {}

  static boolean isForBots(String scope) {
    return BOT.contains(scope);
  }

  static boolean isForPeople(String scope) {
    return USER.contains(scope) || ADMIN.matcher(scope).matches();
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  private static Set<String> with(String more) {
    Set<String> all = new HashSet<>(BOTH);
    all.addAll(words(more));
    return Set.copyOf(all);
  }
}
