package dev.parley.storage.keys;

import java.io.IOException;
import java.util.Optional;

/// Where wrapped keysets lie. Calls block.
public interface KeyStore {

  /// Reads a keyset; absence is an empty result.
  ///
  /// @throws IOException if the store cannot be reached
  Optional<byte[]> read(String reference) throws IOException;

  /// Stores a new keyset durably.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if there is one by this reference
  void create(String reference, byte[] wrapped) throws IOException;

  /// Destroys a keyset for ever; nothing happens if there is none.
  void destroy(String reference) throws IOException;
}
