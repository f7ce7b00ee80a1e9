package dev.parley.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/// How JSON is read and written here: decimals keep their digits, and nothing may follow the value.
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// Reads one value; empty if the text is not JSON, or holds a number that nobody can hold.
  static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JsonProcessingException | NumberFormatException e) {
      // Jackson lets the second through: the exponent of a number is past what an int can say.
      return Optional.empty();
    }
  }
}
