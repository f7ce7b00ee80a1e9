package dev.parley.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Credentials;
import dev.parley.core.access.Principal;
import dev.parley.core.access.Role;
import dev.parley.gateway.Authenticator.Outcome;
import dev.parley.gateway.MemoryUsedTickets;
import dev.parley.gateway.Tickets;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By which code a connection is closed whose ticket or token is refused.
class DoorkeeperTest {
  private static final Principal ALICE =
      new Principal(
          new Actor(
              new WorkspaceId(4), new UserId(8), Role.MEMBER, false, new Credential.Session(7)),
          Principal.NEVER);

  private final Tickets tickets =
      new Tickets(
          new byte[32],
          Clock.systemUTC(),
          new SecureRandom(),
          new MemoryUsedTickets(Clock.systemUTC()));

  @ParameterizedTest
  @CsvSource({
    "invalid_auth, BAD_TICKET",
    "token_revoked, SESSION_ENDED",
    "token_expired, SESSION_ENDED",
    "account_inactive, ACCOUNT_INACTIVE",
    "service_unavailable, OVERLOADED"
  })
  void aRefusalOfTheCredentialsIsToldByItsCode(String refusal, CloseCode code) {
    Doorkeeper door = new Doorkeeper(tickets, new Failing(refusal));
    String ticket = tickets.issue(new Tickets.Ticket(Doorkeeper.principalOf(ALICE), null));

    assertThat(door.authenticateBearer("xoxp-1")).isEqualTo(new Outcome.Refused(code));
    assertThat(door.authenticateTicket(ticket)).isEqualTo(new Outcome.Refused(code));
  }

  @Test
  void aTokenThatMayNotConnectIsABadOne() {
    Actor bot =
        new Actor(
            new WorkspaceId(4),
            new UserId(8),
            Role.MEMBER,
            true,
            new Credential.Token(16, Set.of("chat:write")));
    Doorkeeper door = new Doorkeeper(tickets, new Known(new Principal(bot, Principal.NEVER), null));

    assertThat(door.authenticateBearer("xoxb-1"))
        .isEqualTo(new Outcome.Refused(CloseCode.BAD_TICKET));
  }

  @Test
  void whoComesWithATicketAfterTheSessionIsToldHowItEnded() {
    for (CloseCode end : List.of(CloseCode.SIGNED_OUT, CloseCode.WORKSPACE_GONE)) {
      Doorkeeper door = new Doorkeeper(tickets, new Known(ALICE, end));
      String ticket = tickets.issue(new Tickets.Ticket(Doorkeeper.principalOf(ALICE), null));

      assertThat(door.authenticateTicket(ticket)).isEqualTo(new Outcome.Refused(end));
    }
  }

  /// Credentials that cannot be checked, or are refused.
  private record Failing(String code) implements Credentials {
    @Override
    public Principal byToken(String token) {
      throw new Refusal(code);
    }

    @Override
    public Principal bySession(WorkspaceId workspace, String cookie) {
      throw new Refusal(code);
    }

    @Override
    public Optional<CloseCode> endOf(WorkspaceId workspace, long id) {
      throw new Refusal(code);
    }
  }

  /// Credentials that are all one principal's.
  private record Known(Principal principal, @Nullable CloseCode end) implements Credentials {
    @Override
    public Principal byToken(String token) {
      return principal;
    }

    @Override
    public Principal bySession(WorkspaceId workspace, String cookie) {
      return principal;
    }

    @Override
    public Optional<CloseCode> endOf(WorkspaceId workspace, long id) {
      return Optional.ofNullable(end);
    }
  }
}
