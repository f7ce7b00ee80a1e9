package dev.parley.testkit;

import dev.parley.storage.keys.KeyStore;
import java.nio.file.FileAlreadyExistsException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps keysets in memory; used by tests that have nothing to do with where keys lie.
public final class MemoryKeyStore implements KeyStore {
  private final Map<String, byte[]> keysets = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> read(String reference) {
    return Optional.ofNullable(keysets.get(reference)).map(byte[]::clone);
  }

  @Override
  public void create(String reference, byte[] wrapped) throws FileAlreadyExistsException {
    if (keysets.putIfAbsent(reference, wrapped.clone()) != null) {
      throw new FileAlreadyExistsException(reference);
    }
  }

  @Override
  public void destroy(String reference) {
    keysets.remove(reference);
  }
}
