package dev.parley.app.wiring;

import dev.parley.api.Tickets.Protocol;
import dev.parley.core.access.Principal;
import dev.parley.core.presence.PresenceService;
import dev.parley.fanout.Broker;
import dev.parley.gateway.Gateway;
import dev.parley.gateway.GatewayConfig;
import dev.parley.gateway.GatewayServices;
import dev.parley.gateway.MemoryUsedTickets;
import dev.parley.gateway.Tickets;
import dev.parley.gateway.hub.ResumeTokens;
import dev.parley.gateway.rtm.RtmOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The realtime side: the gateway, and how it learns who connects.
record GatewayWiring(Gateway gateway, Tickets tickets, PresenceService presences)
    implements AutoCloseable {
  private static final Duration RESUME_TOKENS_LAST = Duration.ofMinutes(10);

  static GatewayWiring start(
      StorageWiring storage,
      CoreWiring core,
      SignInWiring signIn,
      Broker broker,
      MeterRegistry meters,
      Clock clock,
      String build) {
    Tickets tickets =
        new Tickets(
            key(storage, "tickets"), clock, new SecureRandom(), new MemoryUsedTickets(clock));
    AtomicReference<@Nullable Gateway> gateway = new AtomicReference<>();
    PresenceService presences =
        new PresenceService(
            storage.tenants(),
            (workspace, user) -> {
              Gateway present = gateway.get();
              return present == null ? 0 : present.connectionsOf(workspace, user);
            },
            broker);
    GatewayServices services =
        new GatewayServices(
            broker,
            core.events(),
            new Doorkeeper(tickets, signIn.credentials()),
            new ResumeTokens(key(storage, "resume"), clock, RESUME_TOKENS_LAST),
            new ChatDesk(
                core.messages(), core.channels(), core.users(), presences, signIn.authors()),
            meters,
            clock);
    Gateway made = new Gateway(GatewayConfig.defaults(build), services);
    gateway.set(made);
    return new GatewayWiring(made, tickets, presences);
  }

  private static byte[] key(StorageWiring storage, String purpose) {
    return storage.master().secret("gateway/" + purpose).getBytes(StandardCharsets.US_ASCII);
  }

  /// A ticket for the WebSocket.
  String ticket(Principal principal, Protocol protocol) {
    RtmOptions rtm =
        switch (protocol) {
          case Protocol.Own _ -> null;
          case Protocol.Rtm(boolean mayPost, boolean isBatchAware) ->
              new RtmOptions(mayPost, isBatchAware);
        };
    return tickets.issue(new Tickets.Ticket(Doorkeeper.principalOf(principal), rtm));
  }

  @Override
  public void close() {
    gateway.close();
  }
}
