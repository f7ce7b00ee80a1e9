package dev.parley.gateway.rtm;

import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What connections ask of the rules of chat. Calls block; run them on virtual threads. Safe
/// for many threads.
public interface RtmDesk {

  /// Posts a message.
  ///
  /// @param channel as the client wrote it
  /// @param text escaped mrkdwn
  /// @param threadTs the message to answer, as the client wrote it
  /// @throws Refusal as `chat.postMessage` refuses
  Posted post(
      Sender sender, String channel, UUID clientMsgId, String text, @Nullable String threadTs);

  /// Whether people are there, of those of whom the asker may know.
  ///
  /// @return true for whoever is active
  default Map<UserId, Boolean> presences(Sender asker, List<UserId> people) {
    return active(asker.workspace(), List.copyOf(known(asker, people)));
  }

  /// Those of some people of whom the asker may know, and perhaps some who never existed.
  Set<UserId> known(Sender asker, List<UserId> people);

  /// Whether people are there; those who do not exist are left out.
  ///
  /// @return true for whoever is active
  Map<UserId, Boolean> active(WorkspaceId workspace, List<UserId> people);

  /// Whose connection it is.
  record Sender(WorkspaceId workspace, UserId user) {}

  /// A message as it was kept.
  record Posted(String ts, String text) {}
}
