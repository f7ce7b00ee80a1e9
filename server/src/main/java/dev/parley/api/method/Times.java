package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Arg;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as clients write them: seconds since 1970, perhaps with a fraction.
final class Times {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}(?:\\.\\d{1,6})?");

  private Times() {}

  static Arg<Double> arg(String name) {
    return Arg.of(name, "time", Times::read);
  }

  private static Optional<Double> read(JsonNode node) {
    String text = node.asText().strip();
    return SECONDS.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
  }
}
