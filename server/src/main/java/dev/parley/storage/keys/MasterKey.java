package dev.parley.storage.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;

/// The deployment's own key: wraps the workspaces' keysets, seals what belongs to no workspace, and
/// gives every node the same derived secrets.
public final class MasterKey {
  private static final String OWNER = "master";

  private final Aead aead;
  private final Mac mac;

  private MasterKey(Aead aead, Mac mac) {
    this.aead = aead;
    this.mac = mac;
  }

  /// Reads the master key from a store, making it at the first start.
  public static MasterKey open(KeyStore store) throws IOException {
    try {
      return new MasterKey(
          load(store, KeyKind.SEALING).getPrimitive(KeyKind.SEALING.configuration(), Aead.class),
          load(store, KeyKind.DIGEST).getPrimitive(KeyKind.DIGEST.configuration(), Mac.class));
    } catch (GeneralSecurityException e) {
      throw new IOException("The master key could not be read: " + e.getMessage(), e);
    }
  }

  private static KeysetHandle load(KeyStore store, KeyKind kind)
      throws IOException, GeneralSecurityException {
    Optional<byte[]> stored = store.read(kind.reference(OWNER));
    if (stored.isPresent()) {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          new String(stored.get(), StandardCharsets.UTF_8),
          kind.configuration(),
          InsecureSecretKeyAccess.get());
    }
    KeysetHandle fresh = KeysetHandle.generateNew(kind.parameters(), kind.configuration());
    String text =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            fresh, kind.configuration(), InsecureSecretKeyAccess.get());
    store.create(kind.reference(OWNER), text.getBytes(StandardCharsets.UTF_8));
    return fresh;
  }

  /// Seals what belongs to the deployment and to no workspace.
  public Sealer sealer() {
    return new Sealer(aead, mac);
  }

  /// A secret derived for a purpose: 64 hexadecimal digits, the same on every node.
  public String secret(String purpose) {
    byte[] digest = sealer().digest("secret/" + purpose);
    return HexFormat.of().formatHex(digest, digest.length - 32, digest.length);
  }

  Aead aead() {
    return aead;
  }
}
