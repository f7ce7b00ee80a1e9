package dev.parley.storage.keys;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import dev.parley.kernel.WorkspaceId;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;

/// Hands out each workspace's [Sealer], kept in memory for at most five minutes. Safe for many
/// threads; a miss blocks on the key store.
public final class WorkspaceKeys {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final KeyStore store;
  private final MasterKey master;
  private final LoadingCache<WorkspaceId, Sealer> sealers;

  public WorkspaceKeys(KeyStore store, MasterKey master) {
    this.store = store;
    this.master = master;
    this.sealers =
        Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build(this::load);
  }

  /// The sealer of a workspace.
  ///
  /// @throws IllegalStateException if its keyset cannot be had
  public Sealer of(WorkspaceId workspace) {
    return sealers.get(workspace);
  }

  /// Makes the keyset of a new workspace.
  ///
  /// @return its reference in the key store
  public String create(WorkspaceId workspace) throws IOException {
    try {
      for (KeyKind kind : KeyKind.values()) {
        store.create(
            kind.reference(workspace.toString()),
            TinkProtoKeysetFormat.serializeEncryptedKeyset(
                KeysetHandle.generateNew(kind.parameters(), kind.configuration()),
                master.aead(),
                place(workspace),
                kind.configuration()));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("making a keyset failed", e);
    }
    return workspace.toString();
  }

  /// Destroys a workspace's keyset: whatever was sealed with it is unreadable from now on.
  public void destroy(WorkspaceId workspace) throws IOException {
    sealers.invalidate(workspace);
    for (KeyKind kind : KeyKind.values()) {
      store.destroy(kind.reference(workspace.toString()));
    }
  }

  private Sealer load(WorkspaceId workspace) throws IOException, GeneralSecurityException {
    return new Sealer(
        unwrap(workspace, KeyKind.SEALING)
            .getPrimitive(KeyKind.SEALING.configuration(), Aead.class),
        unwrap(workspace, KeyKind.DIGEST).getPrimitive(KeyKind.DIGEST.configuration(), Mac.class));
  }

  private KeysetHandle unwrap(WorkspaceId workspace, KeyKind kind)
      throws IOException, GeneralSecurityException {
    String reference = kind.reference(workspace.toString());
    byte[] wrapped =
        store
            .read(reference)
            .orElseThrow(() -> new IllegalStateException("no keyset " + reference));
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, master.aead(), place(workspace), kind.configuration());
  }

  private static byte[] place(WorkspaceId workspace) {
    return Sealer.place("keyset", workspace.value());
  }
}
