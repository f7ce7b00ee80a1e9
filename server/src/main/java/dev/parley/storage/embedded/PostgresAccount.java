package dev.parley.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Who the database runs as. PostgreSQL refuses to run as root.
sealed interface PostgresAccount {
  String FALLBACK = "parley";

  /// As the user who runs Parley.
  record Same() implements PostgresAccount {}

  /// As root without its rights: in a user namespace that maps nobody.
  record Namespace() implements PostgresAccount {}

  /// As another account of this machine, by number.
  record Other(int uid, int gid) implements PostgresAccount {}

  /// Finds out who the database below `folder` runs as. Root starts the database of another
  /// account as that account.
  static PostgresAccount of(Path folder) throws IOException, InterruptedException {
    if (number(Path.of("/proc/self"), "uid") != 0) {
      return new Same();
    }
    int owner = number(folder, "uid");
    if (owner != 0) {
      return new Other(owner, number(folder, "gid"));
    }
    if (Command.run(List.of("unshare", "-U", "true"), Duration.ofSeconds(5)).succeeded()) {
      return new Namespace();
    }
    return fallback();
  }

  private static PostgresAccount fallback() throws IOException, InterruptedException {
    if (!Command.run(List.of("id", FALLBACK), Duration.ofSeconds(5)).succeeded()) {
      Command.Outcome added =
          Command.run(
              List.of(
                  "useradd",
                  "--system",
                  "--user-group",
                  "--no-create-home",
                  "--shell",
                  "/usr/sbin/nologin",
                  FALLBACK),
              Duration.ofSeconds(20));
      if (!added.succeeded()) {
        throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root, and the account parley could not be created: run"
                + " Parley as an ordinary user.");
      }
    }
    return new Other(idOf("-u"), idOf("-g"));
  }

  private static int idOf(String which) throws IOException, InterruptedException {
    return Integer.parseInt(
        Command.run(List.of("id", which, FALLBACK), Duration.ofSeconds(5)).output());
  }

  private static int number(Path path, String which) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:" + which);
  }

  /// A command that runs `command` as this account, under the same process id.
  default List<String> wrap(List<String> command) {
    List<String> wrapped = new ArrayList<>();
    switch (this) {
      case Same() -> {}
      case Namespace() -> wrapped.addAll(List.of("unshare", "-U", "--"));
      case Other(int uid, int gid) ->
          wrapped.addAll(
              List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
    }
    wrapped.addAll(command);
    return wrapped;
  }

  /// Hands `path` and all below it to this account.
  default void own(Path path) throws IOException, InterruptedException {
    if (this instanceof Other(int uid, int gid)) {
      Command.run(List.of("chown", "-R", uid + ":" + gid, path.toString()), Duration.ofMinutes(5));
    }
  }

  /// Makes sure that this account can reach `folder`, a folder that it owns.
  default void requireAccess(Path folder) throws IOException, InterruptedException {
    List<String> look = wrap(List.of("test", "-x", folder.toString()));
    if (this instanceof Other && !Command.run(look, Duration.ofSeconds(5)).succeeded()) {
      throw new EmbeddedPostgresException(
          "PostgreSQL does not run as root, and the account it runs as cannot enter "
              + folder
              + ": choose a data directory outside of private folders, such as /var/lib/parley.");
    }
  }
}
