package dev.parley.gateway;

import dev.parley.gateway.Authenticator.Principal;
import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// One-time tickets that let a browser open a connection without a secret in the address: signed,
/// valid for a short time, redeemed once. Any node with the same key can redeem them.
///
/// Safe for use by many threads; redeeming may block, as [UsedTickets] may.
public final class Tickets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String RTM_PREFIX = "rtm-";
  private static final long RTM = 1;
  private static final long MAY_POST = 2;
  private static final long BATCH_AWARE = 4;
  private static final int BODY_BYTES = 7 * Long.BYTES;
  private static final int MAC_BYTES = 32;
  private static final Duration VALIDITY = Duration.ofSeconds(30);

  private final SecretKeySpec key;
  private final Clock clock;
  private final SecureRandom random;
  private final UsedTickets used;

  /// @param key at least 32 secret bytes, the same on all nodes
  public Tickets(byte[] key, Clock clock, SecureRandom random, UsedTickets used) {
    if (key.length < MAC_BYTES) {
      throw new IllegalArgumentException("key: " + key.length + " bytes (expected: >= 32)");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.clock = clock;
    this.random = random;
    this.used = used;
  }

  /// What a ticket is good for.
  ///
  /// @param rtm how RTM was asked for; null for the protocol of the page
  public record Ticket(Principal principal, @Nullable RtmOptions rtm) {}

  /// Whether a ticket says that it is for RTM. Not proved: good for how to refuse it.
  static boolean isForRtm(String ticket) {
    return ticket.startsWith(RTM_PREFIX);
  }

  /// Makes a ticket, valid for 30 seconds.
  ///
  /// @return letters, digits, `-` and `_`
  public String issue(Ticket ticket) {
    Principal principal = ticket.principal();
    byte[] body =
        ByteBuffer.allocate(BODY_BYTES)
            .putLong(random.nextLong())
            .putLong(clock.instant().plus(VALIDITY).toEpochMilli())
            .putLong(principal.workspace().value())
            .putLong(principal.user().value())
            .putLong(principal.session())
            .putLong(principal.expiry().toEpochMilli())
            .putLong(flags(ticket.rtm()))
            .array();
    byte[] signed = Arrays.copyOf(body, BODY_BYTES + MAC_BYTES);
    System.arraycopy(mac(body), 0, signed, BODY_BYTES, MAC_BYTES);
    return (ticket.rtm() == null ? "" : RTM_PREFIX)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  private static long flags(@Nullable RtmOptions rtm) {
    return rtm == null
        ? 0
        : RTM | (rtm.mayPost() ? MAY_POST : 0) | (rtm.isBatchAware() ? BATCH_AWARE : 0);
  }

  private static @Nullable RtmOptions options(long flags) {
    return (flags & RTM) == 0
        ? null
        : new RtmOptions((flags & MAY_POST) != 0, (flags & BATCH_AWARE) != 0);
  }

  /// Redeems a ticket; one that is forged, expired or was used before is an empty result.
  public Optional<Ticket> redeem(String ticket) {
    byte[] bytes;
    try {
      String signed = isForRtm(ticket) ? ticket.substring(RTM_PREFIX.length()) : ticket;
      bytes = Base64.getUrlDecoder().decode(signed);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != BODY_BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    byte[] expected = mac(Arrays.copyOf(bytes, BODY_BYTES));
    if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, BODY_BYTES, bytes.length))) {
      return Optional.empty();
    }
    ByteBuffer body = ByteBuffer.wrap(bytes);
    long id = body.getLong();
    Instant until = Instant.ofEpochMilli(body.getLong());
    if (!clock.instant().isBefore(until) || !used.use(id, until)) {
      return Optional.empty();
    }
    WorkspaceId workspace = new WorkspaceId(body.getLong());
    UserId user = new UserId(body.getLong());
    long session = body.getLong();
    Instant expiry = Instant.ofEpochMilli(body.getLong());
    Principal principal = new Principal(workspace, user, session, expiry);
    return Optional.of(new Ticket(principal, options(body.getLong())));
  }

  private byte[] mac(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + ALGORITHM, e);
    }
  }
}
