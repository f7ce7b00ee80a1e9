package dev.parley.gateway;

import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says who opens a connection. Called on virtual threads; may block.
public interface Authenticator {

  /// Redeems the one-time ticket of a browser's address.
  Outcome authenticateTicket(String ticket);

  /// Checks the bearer token of a program.
  Outcome authenticateBearer(String token);

  /// How the session of a principal that was accepted ended; empty if it goes on. Asked once more
  /// when the connection is sure to hear of the end of its session: what ended before that was told
  /// to nobody.
  Optional<CloseCode> endOf(Principal principal);

  /// The result of a check.
  sealed interface Outcome {
    /// The connection is this principal's.
    ///
    /// @param rtm how RTM was asked for; null for the protocol of the page
    record Accepted(Principal principal, @Nullable RtmOptions rtm) implements Outcome {}

    /// The connection is closed with this code.
    record Refused(CloseCode code) implements Outcome {}
  }

  /// Whose a connection is.
  ///
  /// @param session number of the session or token it belongs to, by which it can be ended
  /// @param expiry when the session ends; the connection is closed then
  record Principal(WorkspaceId workspace, UserId user, long session, Instant expiry) {}
}
