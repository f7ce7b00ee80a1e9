package dev.parley.gateway.hub;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what a connection may receive, so that the client's next `resume` needs no lookup.
///
/// A token is valid for one session, one epoch and a few minutes. It says which channels were
/// allowed at an offset of the person's own stream; what changed since then is on that stream.
/// Layout: version, workspace, user, session, epoch, expiry, own offset, count, channels ascending
/// as differences in base 128, then the HMAC-SHA256 of all that. Safe for use by many threads.
public final class ResumeTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 1 + 6 * Long.BYTES;
  private static final int MAC_BYTES = 32;
  private static final int MAX_VARINT = 10;
  private static final int MIN_KEY_BYTES = 32;

  private final Mac prototype;
  private final Clock clock;
  private final Duration validity;

  /// @param key at least 32 secret bytes, the same on all nodes
  public ResumeTokens(byte[] key, Clock clock, Duration validity) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("key: " + key.length + " bytes (expected: >= 32)");
    }
    try {
      this.prototype = Mac.getInstance(ALGORITHM);
      this.prototype.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + ALGORITHM, e);
    }
    this.clock = clock;
    this.validity = validity;
  }

  /// Whose a token is.
  public record Owner(long workspace, long user, long session, long epoch) {}

  /// What a token says.
  ///
  /// @param ownOffset the offset of the person's own stream at which `channels` were allowed
  public record Content(long ownOffset, Set<Long> channels) {}

  /// Makes a token.
  public String issue(Owner owner, Content content) {
    long[] channels = content.channels().stream().mapToLong(Long::longValue).sorted().toArray();
    ByteBuffer token =
        ByteBuffer.allocate(HEAD_BYTES + MAX_VARINT * (channels.length + 1) + MAC_BYTES);
    token.put(VERSION).putLong(owner.workspace()).putLong(owner.user()).putLong(owner.session());
    token.putLong(owner.epoch()).putLong(clock.instant().plus(validity).getEpochSecond());
    token.putLong(content.ownOffset());
    putVarint(token, channels.length);
    long previous = 0;
    for (long channel : channels) {
      putVarint(token, channel - previous);
      previous = channel;
    }
    byte[] signed = Arrays.copyOf(token.array(), token.position());
    token.put(mac(signed));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(token.array(), token.position()));
  }

  /// Reads a token; one that is forged, damaged, expired or somebody else's is an empty result.
  public Optional<Content> verify(String token, Owner owner) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int signedLength = bytes.length - MAC_BYTES;
    if (signedLength <= HEAD_BYTES || bytes[0] != VERSION) {
      return Optional.empty();
    }
    byte[] expected = mac(Arrays.copyOf(bytes, signedLength));
    if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, signedLength, bytes.length))) {
      return Optional.empty();
    }
    try {
      return read(ByteBuffer.wrap(bytes, 1, signedLength - 1), owner);
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private Optional<Content> read(ByteBuffer token, Owner owner) {
    Owner actual = new Owner(token.getLong(), token.getLong(), token.getLong(), token.getLong());
    long expires = token.getLong();
    if (!actual.equals(owner) || clock.instant().getEpochSecond() >= expires) {
      return Optional.empty();
    }
    long ownOffset = token.getLong();
    long count = getVarint(token);
    Set<Long> channels = new LinkedHashSet<>();
    long channel = 0;
    for (long i = 0; i < count; i++) {
      channel += getVarint(token);
      channels.add(channel);
    }
    return Optional.of(new Content(ownOffset, channels));
  }

  private byte[] mac(byte[] bytes) {
    try {
      return ((Mac) prototype.clone()).doFinal(bytes);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(ALGORITHM + " cannot be cloned", e);
    }
  }

  private static void putVarint(ByteBuffer to, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      to.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    to.put((byte) rest);
  }

  private static long getVarint(ByteBuffer from) {
    long value = 0;
    int shift = 0;
    byte next = from.get();
    while (next < 0) {
      value |= (next & 0x7fL) << shift;
      shift += 7;
      next = from.get();
    }
    return value | (long) next << shift;
  }
}
