package dev.parley.storage.embedded;

import java.nio.file.Path;

/// Where the embedded database lives and how careful it is.
///
/// @param data the data directory
/// @param programs where its programs are unpacked, one folder a version; shared by test runs
/// @param durable whether a commit survives a power cut; false is for tests alone
public record EmbeddedPostgresConfig(Path data, Path programs, boolean durable) {

  public EmbeddedPostgresConfig {
    data = data.toAbsolutePath().normalize();
    programs = programs.toAbsolutePath().normalize();
  }

  /// A durable database with everything below `data`.
  public static EmbeddedPostgresConfig in(Path data) {
    return new EmbeddedPostgresConfig(data, data.resolve("postgres"), true);
  }

  /// A fast database that a power cut would destroy, for tests.
  public static EmbeddedPostgresConfig forTests(Path data, Path programs) {
    return new EmbeddedPostgresConfig(data, programs, false);
  }
}
