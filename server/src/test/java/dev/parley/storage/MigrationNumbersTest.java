package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two changes may each add the next migration and be merged without a conflict, since their files
/// have different names; no server starts then.
final class MigrationNumbersTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /// Numbers that no migration ever had.
  private static final Set<Integer> UNUSED = Set.of(11, 16);

  @Test
  void eachMigrationHasTheNumberAfterTheOneBefore() throws IOException {
    List<Integer> numbers;
    try (var files = Files.list(MIGRATIONS)) {
      numbers = files.map(MigrationNumbersTest::numberOf).sorted().toList();
    }

    assertThat(numbers)
        .isEqualTo(
            IntStream.rangeClosed(1, numbers.getLast())
                .boxed()
                .filter(number -> !UNUSED.contains(number))
                .toList());
  }

  private static int numberOf(Path file) {
    String name = file.getFileName().toString();
    assertThat(name).matches("V[0-9]{4}__[a-z]+(_[a-z]+)+\\.sql");
    return Integer.parseInt(name.substring(1, 5));
  }
}
