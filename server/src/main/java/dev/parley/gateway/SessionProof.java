package dev.parley.gateway;

import dev.parley.gateway.Authenticator.Principal;
import dev.parley.protocol.CloseCode;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a connection's session was looked at again, after which its end is sure to be heard of.
/// Confined to the event loop of its connection.
final class SessionProof {
  private static final Logger log = LoggerFactory.getLogger(SessionProof.class);

  private boolean isAsked;

  /// Whether it was looked at, or is being.
  boolean isAsked() {
    return isAsked;
  }

  /// Looks at it; to be repeated if that fails.
  ///
  /// @param onEnded called on the loop if it is over
  void ask(LoopGateway gateway, Principal owner, Consumer<CloseCode> onEnded) {
    isAsked = true;
    gateway.background(
        () -> {
          try {
            gateway
                .authenticator
                .endOf(owner)
                .ifPresent(code -> gateway.execute(() -> onEnded.accept(code)));
          } catch (RuntimeException | Error e) {
            log.atWarn()
                .addKeyValue("event", "gateway_proof_failed")
                .setCause(e)
                .log("A session could not be looked at; trying again.");
            gateway.execute(() -> isAsked = false);
          }
        });
  }
}
