package dev.parley.storage.embedded;

import java.nio.file.Path;

/// The places of one embedded database.
///
/// @param folder everything of the database but its password
/// @param programs the unpacked PostgreSQL of this version
/// @param cluster PostgreSQL's own data directory
/// @param password the administrator's password
record ClusterFiles(Path folder, Path programs, Path cluster, Path password) {
  private static final int LONGEST_SOCKET_FOLDER = 80;

  static ClusterFiles of(EmbeddedPostgresConfig config, String version) {
    Path folder = config.data().resolve("postgres");
    String major = version.substring(0, version.indexOf('.'));
    return new ClusterFiles(
        folder,
        config.programs().resolve(version),
        folder.resolve("cluster-" + major),
        config.data().resolve("keys").resolve("postgres-superuser"));
  }

  Path program(String name) {
    return programs.resolve("bin").resolve(name);
  }

  Path port() {
    return folder.resolve("port");
  }

  Path log() {
    return folder.resolve("server.log");
  }

  Path postmasterFile() {
    return cluster.resolve("postmaster.pid");
  }

  /// The value of `unix_socket_directories`: the folder if a socket's name fits behind it, or
  /// nothing, since the kernel bounds the length of a socket's path.
  String socketFolders() {
    String path = folder.toString();
    boolean fits = path.length() <= LONGEST_SOCKET_FOLDER && path.matches("[^'\"\\\\,]*");
    return fits ? "\"" + path + "\"" : "";
  }
}
