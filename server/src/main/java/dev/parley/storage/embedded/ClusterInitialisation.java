package dev.parley.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Creates the database's directory and the password of its administrator. What a crash leaves
/// half made is thrown away at the next start: the directory gets its name when it is complete.
final class ClusterInitialisation {
  static final String SUPERUSER = "postgres";
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final ClusterFiles files;
  private final PostgresAccount account;
  private final SecureRandom random;

  ClusterInitialisation(ClusterFiles files, PostgresAccount account, SecureRandom random) {
    this.files = files;
    this.account = account;
    this.random = random;
  }

  void run() throws IOException, InterruptedException {
    Path partial = files.cluster().resolveSibling(files.cluster().getFileName() + ".new");
    PostgresPrograms.deleteTree(partial);
    Path passwordForInit = files.folder().resolve("password.new");
    Files.deleteIfExists(passwordForInit);
    Files.writeString(Files.createFile(passwordForInit, PRIVATE), password() + "\n");
    try {
      account.own(files.folder());
      Command.Outcome outcome =
          Command.run(
              account.wrap(
                  List.of(
                      files.program("initdb").toString(),
                      "--pgdata=" + partial,
                      "--username=" + SUPERUSER,
                      "--pwfile=" + passwordForInit,
                      "--auth=scram-sha-256",
                      "--encoding=UTF8",
                      "--locale=C",
                      "--locale-provider=builtin",
                      "--builtin-locale=C.UTF-8",
                      "--no-instructions")),
              Duration.ofMinutes(5));
      if (!outcome.succeeded()) {
        throw new EmbeddedPostgresException(
            "The database could not be created in " + files.folder() + ": " + outcome.output());
      }
      ClusterSettings.include(partial);
      var _ = Files.move(partial, files.cluster(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(passwordForInit);
    }
  }

  /// The kept password, or a new one that is kept from now on.
  private String password() throws IOException {
    if (Files.exists(files.password())) {
      return Files.readString(files.password()).strip();
    }
    byte[] secret = new byte[24];
    random.nextBytes(secret);
    String password = HexFormat.of().formatHex(secret);
    Path partial = files.password().resolveSibling("postgres-superuser.new");
    Files.deleteIfExists(partial);
    Files.writeString(Files.createFile(partial, PRIVATE), password + "\n");
    var _ = Files.move(partial, files.password(), StandardCopyOption.ATOMIC_MOVE);
    return password;
  }
}
