package dev.parley.gateway.hub;

import dev.parley.kernel.StreamKey;
import org.jspecify.annotations.Nullable;

/// Tokens that spare the next `resume` of a client the lookup of its channels; each is good for the
/// person, session and epoch it was given to. Confined to the loop of its hub.
final class ResumePasses {
  private final Hub hub;

  ResumePasses(Hub hub) {
    this.hub = hub;
  }

  /// What a token of the connection's owner says; null if it is not theirs or too old.
  ResumeTokens.@Nullable Content verify(String token, Connection connection) {
    return hub.services.tokens().verify(token, owner(connection)).orElse(null);
  }

  String issue(Connection connection, ResumeTokens.Content content) {
    return hub.services.tokens().issue(owner(connection), content);
  }

  private ResumeTokens.Owner owner(Connection connection) {
    StreamKey own = connection.own.key;
    return new ResumeTokens.Owner(own.workspace(), own.stream(), connection.session, hub.epoch());
  }
}
