package dev.parley.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Reads the demo's texts.
final class DemoResource {

  private DemoResource() {}

  /// The lines of a file below `demo/` that are no comments, which begin with `#` and a space.
  static List<String> lines(String name) {
    try (InputStream file = DemoResource.class.getResourceAsStream("/demo/" + name)) {
      String text =
          new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("# ") && !line.equals("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The rows of a table: cells between `|`, without the spaces around them.
  ///
  /// @param columns how many cells a row has
  static List<List<String>> table(String name, int columns) {
    return lines(name).stream()
        .filter(line -> !line.isBlank())
        .map(
            line -> {
              List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
              if (cells.size() != columns) {
                throw new IllegalStateException(name + ": " + line);
              }
              return cells;
            })
        .toList();
  }
}
