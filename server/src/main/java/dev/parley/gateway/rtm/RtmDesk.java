package dev.parley.gateway.rtm;

import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an RTM connection asks of the rules of chat. Calls block; run them on virtual threads. Safe
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
  Map<UserId, Boolean> presences(Sender asker, List<UserId> people);

  /// Whose connection it is.
  record Sender(WorkspaceId workspace, UserId user) {}

  /// A message as it was kept.
  record Posted(String ts, String text) {}
}
