package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageFilesTest {
  private @TempDir Path directory;
  private PageFiles files;

  @BeforeEach
  void aPageAndAFile() throws IOException {
    Files.writeString(directory.resolve("index.html"), "page");
    Files.writeString(directory.resolve("theme.js"), "theme");
    files = PageFiles.read(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/signin",
        "/w/acme/c/C1",
        "/w/acme/c/C1/p/1700000000.000001",
        "/w/acme/c/C1/t/1700000000.000001",
        "/w/acme/archives/C1/p1700000000000001"
      })
  void everyViewIsThePage(String path) {
    assertThat(at(path)).isEqualTo("page");
  }

  @Test
  void filesAreFilesAndWhatIsNoneIsNothing() {
    assertThat(at("/theme.js")).isEqualTo("theme");
    assertThat(files.find("/other.js")).isEmpty();
    assertThat(files.find("/assets/other.css")).isEmpty();
  }

  private String at(String path) {
    return new String(files.find(path).orElseThrow().plain(), StandardCharsets.UTF_8);
  }
}
