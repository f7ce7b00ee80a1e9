package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.Authenticator.Principal;
import dev.parley.gateway.Tickets.Ticket;
import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Ticket ALICE =
      new Ticket(
          new Principal(new WorkspaceId(4), new UserId(8), 7, NOON.plusSeconds(3_600)), null);

  private final MemoryUsedTickets used = new MemoryUsedTickets(Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void aTicketIsRedeemedOnceOnAnyNodeThatSharesTheMemory() {
    String ticket = at(NOON).issue(ALICE);

    assertThat(at(NOON).redeem(ticket)).contains(ALICE);
    assertThat(at(NOON).redeem(ticket)).isEmpty();
  }

  @Test
  void itSaysWhatTheConnectionSpeaksAndNobodyCanChangeThat() {
    Ticket bot = new Ticket(ALICE.principal(), new RtmOptions(false, true));
    String ticket = at(NOON).issue(bot);

    assertThat(ticket).startsWith("rtm-");
    assertThat(at(NOON).redeem(ticket)).contains(bot);
    assertThat(at(NOON).redeem("rtm-" + at(NOON).issue(ALICE))).contains(ALICE);
  }

  @Test
  void itExpiresAfterHalfAMinute() {
    String ticket = at(NOON).issue(ALICE);

    assertThat(at(NOON.plusSeconds(30)).redeem(ticket)).isEmpty();
    assertThat(at(NOON.plusSeconds(29)).redeem(ticket)).isPresent();
  }

  @Test
  void aForgedOneIsRefused() {
    String ticket = at(NOON).issue(ALICE);
    String forged = (ticket.startsWith("A") ? "B" : "A") + ticket.substring(1);

    assertThat(at(NOON).redeem(forged)).isEmpty();
    assertThat(at(NOON).redeem("%")).isEmpty();
    assertThat(at(NOON).redeem("AAAA")).isEmpty();
  }

  private Tickets at(Instant now) {
    return new Tickets(new byte[32], Clock.fixed(now, ZoneOffset.UTC), new SecureRandom(), used);
  }
}
