package dev.parley.storage.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// Seals and opens values with one workspace's key (or the deployment's). Safe for many threads.
///
/// The associated data binds a value to its place: a row copied to another workspace, channel or
/// message does not open.
public final class Sealer {
  private final Aead aead;
  private final Mac mac;

  Sealer(Aead aead, Mac mac) {
    this.aead = aead;
    this.mac = mac;
  }

  public byte[] seal(byte[] plain, byte[] place) {
    try {
      return aead.encrypt(plain, place);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /// @throws UnsealException if the value was sealed with another key or for another place
  public byte[] open(byte[] sealed, byte[] place) {
    try {
      return aead.decrypt(sealed, place);
    } catch (GeneralSecurityException e) {
      throw new UnsealException(e);
    }
  }

  public byte[] sealText(String text, byte[] place) {
    return seal(text.getBytes(StandardCharsets.UTF_8), place);
  }

  public String openText(byte[] sealed, byte[] place) {
    return new String(open(sealed, place), StandardCharsets.UTF_8);
  }

  /// A keyed digest by which equal values can be found without being readable.
  public byte[] digest(String value) {
    try {
      return mac.computeMac(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("digest failed", e);
    }
  }

  /// The associated data for a value: its table and column, and the numbers of its row.
  public static byte[] place(String column, long... numbers) {
    byte[] name = column.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes = ByteBuffer.allocate(1 + name.length + Long.BYTES * numbers.length);
    bytes.put((byte) name.length).put(name);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return bytes.array();
  }

  /// A sealed value does not belong where it was found, or its key is gone.
  public static final class UnsealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsealException(Throwable cause) {
      super("a sealed value could not be opened", cause);
    }
  }
}
