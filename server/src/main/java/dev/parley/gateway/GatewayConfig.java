package dev.parley.gateway;

import dev.parley.gateway.hub.HubConfig;
import java.time.Duration;

/// Settings of a gateway.
///
/// @param build this server's version, told to clients
/// @param pingInterval how often clients are to ping; silent for twice as long, they are closed
/// @param resumeTimeout how long a client may take to send `resume`
/// @param proveAfter when a connection's session is looked at again; longer than an ended one may
///     be remembered as alive
/// @param closeTimeout how long a client may take to answer a close frame
/// @param maxFrameBytes largest client message
/// @param queue bounds of a connection's send queue
/// @param admission limits on new and present connections
/// @param hub limits of the hubs
public record GatewayConfig(
    String build,
    Duration pingInterval,
    Duration resumeTimeout,
    Duration proveAfter,
    Duration closeTimeout,
    int maxFrameBytes,
    Queue queue,
    Admission admission,
    HubConfig hub) {

  /// Bounds of a connection's send queue, in bytes; a frame counts its bytes and about 100 more.
  ///
  /// @param resumeBelow a queue that was full takes events again below this
  /// @param full takes no events at or above this
  /// @param ephemeral takes nothing ephemeral above this
  /// @param hard closed above this
  /// @param slowFor closed when it was full for so long
  public record Queue(int resumeBelow, int full, int ephemeral, int hard, Duration slowFor) {
    public Queue {
      if (resumeBelow > full || full > hard) {
        throw new IllegalArgumentException("queue bounds do not ascend");
      }
    }
  }

  /// Limits on connections.
  ///
  /// @param perSecond new connections a second, on average
  /// @param burst new connections at once
  /// @param handshakes connections that are being authenticated at once
  /// @param resumes connections that have not been sent `resumed` yet
  /// @param perUser connections of one person
  /// @param perWorkspace connections of one workspace
  public record Admission(
      int perSecond, int burst, int handshakes, int resumes, int perUser, int perWorkspace) {}

  public static GatewayConfig defaults(String build) {
    return new GatewayConfig(
        build,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(3),
        64 << 10,
        new Queue(64 << 10, 256 << 10, 32 << 10, 1 << 20, Duration.ofSeconds(30)),
        new Admission(2_000, 4_000, 512, 8_192, 50, 20_000),
        HubConfig.defaults());
  }
}
