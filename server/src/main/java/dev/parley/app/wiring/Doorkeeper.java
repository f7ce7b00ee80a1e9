package dev.parley.app.wiring;

import dev.parley.api.method.RtmMethods;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credentials;
import dev.parley.gateway.Authenticator;
import dev.parley.gateway.Tickets;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.CloseCode;
import java.util.Optional;
import java.util.function.Supplier;

/// Checks tickets and tokens for the gateway.
record Doorkeeper(Tickets tickets, Credentials credentials) implements Authenticator {

  static Authenticator.Principal principalOf(dev.parley.core.access.Principal principal) {
    Actor actor = principal.actor();
    return new Authenticator.Principal(
        actor.workspace(), actor.user(), actor.credential().id(), principal.expires());
  }

  @Override
  public Outcome authenticateTicket(String ticket) {
    return refusing(
        () ->
            tickets
                .redeem(ticket)
                .map(this::ifAlive)
                .orElseGet(() -> new Outcome.Refused(CloseCode.BAD_TICKET)));
  }

  private Outcome ifAlive(Tickets.Ticket ticket) {
    return endOf(ticket.principal())
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Accepted(ticket.principal(), ticket.rtm()));
  }

  @Override
  public Optional<CloseCode> endOf(Authenticator.Principal principal) {
    return credentials.endOf(principal.workspace(), principal.session());
  }

  @Override
  public Outcome authenticateBearer(String token) {
    return refusing(
        () -> {
          dev.parley.core.access.Principal principal = credentials.byToken(token);
          return RtmMethods.mayConnect(principal.actor())
              ? new Outcome.Accepted(principalOf(principal), null)
              : new Outcome.Refused(CloseCode.BAD_TICKET);
        });
  }

  private static Outcome refusing(Supplier<Outcome> check) {
    try {
      return check.get();
    } catch (Refusal refusal) {
      return new Outcome.Refused(
          switch (refusal.code()) {
            case "account_inactive" -> CloseCode.ACCOUNT_INACTIVE;
            case "token_revoked", "token_expired" -> CloseCode.SESSION_ENDED;
            case "service_unavailable" -> CloseCode.OVERLOADED;
            default -> CloseCode.BAD_TICKET;
          });
    }
  }
}
