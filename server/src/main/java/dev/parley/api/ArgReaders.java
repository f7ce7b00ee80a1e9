package dev.parley.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.kernel.MessageTs;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads values in all the ways in which clients send them. Empty means: not well formed.
final class ArgReaders {
  private static final int TS_SECONDS = 10;
  private static final int TS_FRACTION = 6;
  private static final int MAX_MOMENT = 30;
  private static final Pattern MOMENT = Pattern.compile("[0-9]{1,10}(\\.[0-9]{0,30})?");
  private static final int UUID_LENGTH = 36;

  private ArgReaders() {}

  static Optional<String> text(JsonNode node) {
    return node.isValueNode() && !node.isBinary() ? Optional.of(node.asText()) : Optional.empty();
  }

  /// The bytes of an uploaded part, or base64 text.
  static Optional<byte[]> bytes(JsonNode node) {
    try {
      return node.isBinary()
          ? Optional.of(node.binaryValue())
          : text(node).map(text -> Base64.getDecoder().decode(text));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<Boolean> bool(JsonNode node) {
    return text(node)
        .flatMap(
            text ->
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                  case "true", "1" -> Optional.of(true);
                  case "false", "0", "" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }

  static Optional<Long> number(JsonNode node) {
    return text(node)
        .flatMap(
            text -> {
              try {
                return Optional.of(new BigDecimal(bounded(text.strip())).longValueExact());
              } catch (NumberFormatException | ArithmeticException e) {
                return Optional.empty();
              }
            });
  }

  /// A `ts` is text; a JSON number is taken too, as long as it kept its digits. Its size is looked
  /// at before it is written out: `1e50000000` is short and has fifty million digits.
  static Optional<MessageTs> ts(JsonNode node) {
    if (!node.isNumber()) {
      return text(node).flatMap(text -> MessageTs.parse(text.equals("0") ? zero() : text));
    }
    BigDecimal seconds = node.decimalValue().stripTrailingZeros();
    if (seconds.signum() == 0) {
      return Optional.of(MessageTs.ZERO);
    }
    boolean isLong = (long) seconds.precision() - seconds.scale() > TS_SECONDS;
    return isLong || seconds.scale() > TS_FRACTION
        ? Optional.empty()
        : MessageTs.parse(seconds.setScale(TS_FRACTION).toPlainString());
  }

  /// A time: seconds since 1970 with any fraction, as clocks of programs give it, cut off after
  /// microseconds. An empty text is the beginning of all.
  static Optional<MessageTs> moment(JsonNode node) {
    if (!node.isNumber()) {
      return text(node).map(String::strip).flatMap(ArgReaders::moment);
    }
    BigDecimal seconds = node.decimalValue();
    boolean isLong =
        (long) seconds.precision() - seconds.scale() > TS_SECONDS
            || seconds.scale() > MAX_MOMENT
            || seconds.scale() < -TS_SECONDS;
    return isLong || seconds.signum() < 0 ? Optional.empty() : Optional.of(moment(seconds));
  }

  private static Optional<MessageTs> moment(String text) {
    if (text.isEmpty()) {
      return Optional.of(MessageTs.ZERO);
    }
    return MOMENT.matcher(text).matches()
        ? Optional.of(moment(new BigDecimal(text)))
        : Optional.empty();
  }

  private static MessageTs moment(BigDecimal seconds) {
    return new MessageTs(
        seconds.setScale(TS_FRACTION, RoundingMode.DOWN).unscaledValue().longValueExact());
  }

  static Optional<UUID> uuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return Optional.empty();
    }
    try {
      UUID value = UUID.fromString(text);
      return value.toString().equalsIgnoreCase(text) ? Optional.of(value) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// JSON as it is, or as text that holds JSON.
  static Optional<JsonNode> json(JsonNode node) {
    if (!node.isTextual()) {
      return Optional.of(node);
    }
    return Json.read(node.textValue()).filter(parsed -> !parsed.isMissingNode()).map(CleanText::of);
  }

  /// A native array, an array as text, or text with commas; empty parts are left out.
  static Optional<List<String>> list(JsonNode node) {
    if (node.isArray()) {
      return strings(node);
    }
    return text(node)
        .flatMap(
            text -> {
              String trimmed = text.strip();
              if (trimmed.startsWith("[")) {
                return json(node).filter(JsonNode::isArray).flatMap(ArgReaders::strings);
              }
              List<String> parts = new ArrayList<>();
              for (String part : trimmed.split(",", -1)) {
                if (!part.isBlank()) {
                  parts.add(part.strip());
                }
              }
              return Optional.of(parts);
            });
  }

  static <T> Optional<List<T>> each(JsonNode node, Function<String, Optional<T>> reader) {
    return list(node)
        .flatMap(
            texts -> {
              List<T> values = new ArrayList<>(texts.size());
              for (String text : texts) {
                Optional<T> value = reader.apply(text);
                if (value.isEmpty()) {
                  return Optional.empty();
                }
                values.add(value.get());
              }
              return Optional.of(values);
            });
  }

  private static Optional<List<String>> strings(JsonNode array) {
    List<String> values = new ArrayList<>(array.size());
    for (JsonNode item : array) {
      Optional<String> value = item.isNull() ? Optional.empty() : text(item);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  private static String zero() {
    return MessageTs.ZERO.toString();
  }

  /// Refuses numbers whose exponent would make them huge.
  private static String bounded(String text) {
    if (text.length() > 20) {
      throw new NumberFormatException("too long");
    }
    return text.contains("e") || text.contains("E") ? "" : text;
  }
}
