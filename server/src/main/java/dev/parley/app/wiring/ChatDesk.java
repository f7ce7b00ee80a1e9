package dev.parley.app.wiring;

import dev.parley.api.CleanText;
import dev.parley.api.method.PostedText;
import dev.parley.core.app.AppAuthors;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageService;
import dev.parley.core.presence.PresenceService;
import dev.parley.core.user.UserService;
import dev.parley.gateway.rtm.RtmDesk;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Answers connections by the rules of chat.
record ChatDesk(
    MessageService messages,
    ChannelService channels,
    UserService users,
    PresenceService presences,
    AppAuthors authors)
    implements RtmDesk {
  /// Why there is no direct message with somebody; whoever posts is told of the conversation.
  private static final Set<String> NOBODY = Set.of("user_not_found", "user_disabled");

  @Override
  public Posted post(
      Sender sender, String channel, UUID clientMsgId, String text, @Nullable String threadTs) {
    String clean = PostedText.linked(CleanText.of(text));
    if (clean.isBlank()) {
      throw new Refusal("no_text");
    }
    MessageService.ReplyTo replyTo =
        threadTs == null
            ? null
            : new MessageService.ReplyTo(
                MessageTs.parse(threadTs).orElseThrow(() -> new Refusal("cannot_reply_to_message")),
                false);
    MessageView message =
        messages.post(
            sender.workspace(),
            destination(sender, channel),
            sender.user(),
            clientMsgId,
            MessageContent.text(clean)
                .by(authors.of(sender.workspace(), sender.user()).orElse(null)),
            replyTo);
    return new Posted(message.ts().toString(), message.text());
  }

  /// A conversation's id, or a person's: then it is the direct message with them.
  private ChannelId destination(Sender sender, String name) {
    return UserId.parse(name)
        .map(user -> direct(sender, user))
        .or(() -> ChannelId.parse(name))
        .orElseThrow(() -> new Refusal("channel_not_found"));
  }

  private ChannelId direct(Sender sender, UserId user) {
    if (!users.known(sender.workspace(), sender.user(), Set.of(user)).contains(user)) {
      throw new Refusal("channel_not_found");
    }
    try {
      return channels.open(sender.workspace(), sender.user(), Set.of(user)).channel();
    } catch (Refusal refusal) {
      throw NOBODY.contains(refusal.code()) ? new Refusal("channel_not_found") : refusal;
    }
  }

  @Override
  public Set<UserId> known(Sender asker, List<UserId> people) {
    return users.known(asker.workspace(), asker.user(), people);
  }

  @Override
  public Map<UserId, Boolean> active(WorkspaceId workspace, List<UserId> people) {
    Map<UserId, Boolean> found = new LinkedHashMap<>();
    presences
        .of(workspace, people)
        .forEach((user, presence) -> found.put(user, presence.isActive()));
    return found;
  }
}
