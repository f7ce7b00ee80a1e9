package dev.parley.api;

import java.util.List;
import java.util.Set;

/// The methods that Slack has given up: programs that still call them are told `method_deprecated`.
public final class RetiredMethods {
  private static final Set<String> NAMES =
      Set.of(
          "admin.conversations.whitelist.add",
          "admin.conversations.whitelist.listGroupsLinkedToChannel",
          "admin.conversations.whitelist.remove",
          "apps.permissions.info",
          "apps.permissions.request",
          "apps.permissions.resources.list",
          "apps.permissions.scopes.list",
          "apps.permissions.users.list",
          "apps.permissions.users.request",
          "channels.archive",
          "channels.create",
          "channels.history",
          "channels.info",
          "channels.invite",
          "channels.join",
          "channels.kick",
          "channels.leave",
          "channels.list",
          "channels.mark",
          "channels.rename",
          "channels.replies",
          "channels.setPurpose",
          "channels.setTopic",
          "channels.unarchive",
          "files.comments.add",
          "files.comments.delete",
          "files.comments.edit",
          "groups.archive",
          "groups.close",
          "groups.create",
          "groups.createChild",
          "groups.history",
          "groups.info",
          "groups.invite",
          "groups.kick",
          "groups.leave",
          "groups.list",
          "groups.mark",
          "groups.open",
          "groups.rename",
          "groups.replies",
          "groups.setPurpose",
          "groups.setTopic",
          "groups.unarchive",
          "im.close",
          "im.history",
          "im.list",
          "im.mark",
          "im.open",
          "im.replies",
          "mpim.close",
          "mpim.history",
          "mpim.list",
          "mpim.mark",
          "mpim.open",
          "mpim.replies",
          "oauth.access",
          "workflows.stepCompleted",
          "workflows.stepFailed",
          "workflows.updateStep");

  private RetiredMethods() {}

  static boolean contains(String name) {
    return NAMES.contains(name);
  }

  /// All of them, by name.
  public static List<String> names() {
    return NAMES.stream().sorted().toList();
  }
}
