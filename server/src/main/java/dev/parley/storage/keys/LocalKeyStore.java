package dev.parley.storage.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Keeps each wrapped keyset in a file of its own, readable by the server's account alone.
public final class LocalKeyStore implements KeyStore {
  private final Path directory;

  public LocalKeyStore(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  @Override
  public Optional<byte[]> read(String reference) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file(reference)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  @Override
  public void create(String reference, byte[] wrapped) throws IOException {
    Path target = file(reference);
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path fresh = Files.createTempFile(directory, "keyset", ".new");
    try (FileChannel channel = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE))) {
      ByteBuffer bytes = ByteBuffer.wrap(wrapped);
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
      channel.force(true);
    }
    var _ = Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(directory, Set.of(StandardOpenOption.READ))) {
      channel.force(true);
    }
  }

  @Override
  public void destroy(String reference) throws IOException {
    var _ = Files.deleteIfExists(file(reference));
  }

  private Path file(String reference) {
    if (!reference.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("reference: " + reference);
    }
    return directory.resolve(reference + ".keyset");
  }
}
