package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Method;
import dev.parley.app.wiring.RegistryFixture;
import dev.parley.testkit.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The reference of the API says what the methods declare and what a real server answers.
@Tag("story")
@ExtendWith({StoryServer.class, TestPostgres.class})
final class ApiReferenceTest {
  private static final Path FOLDER = Path.of("../docs/api");
  private static final Path CALLS = Path.of("src/test/resources/actors/methods.txt");
  private static final String COMMAND =
      "cd server && mvn -q test-compile surefire:test -Dtest=ApiReferenceTest"
          + " -Dparley.rewrite=true";

  @Test
  void theReferenceIsWhatTheMethodsDeclareAndTheServerAnswers(
      ServerProcess server, TestPostgres.Cluster cluster) throws Exception {
    List<Method> methods = RegistryFixture.methods(cluster);
    ApiExamples examples =
        new ApiExamples(
            new MatrixWorld(server, "examples", List.of("chat:write")),
            MatrixTable.parse(Files.readString(CALLS)));
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("README.md", ApiPages.index(methods));
    for (Method method : methods) {
      pages.put(method.name() + ".md", ApiPages.page(method, examples.of(method.name())));
    }
    if (Boolean.getBoolean("parley.rewrite")) {
      rewrite(pages);
    }

    Map<String, String> written = written();
    assertThat(written.keySet()).as("to rewrite docs/api: %s", COMMAND).isEqualTo(pages.keySet());
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(page.getValue())
          .as("%s; to rewrite docs/api: %s", page.getKey(), COMMAND)
          .isEqualTo(written.get(page.getKey()));
    }
  }

  private static Map<String, String> written() throws Exception {
    Map<String, String> written = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return written;
  }

  private static void rewrite(Map<String, String> pages) throws Exception {
    Files.createDirectories(FOLDER);
    for (String old : written().keySet()) {
      Files.delete(FOLDER.resolve(old));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }
}
