package dev.parley.verify;

import java.util.List;
import java.util.Random;

/// Values for arguments, as JSON text: some of the type that is asked for, some of none.
final class FuzzValues {
  private static final List<String> NASTY =
      List.of(
          "null",
          "true",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"a\":null}",
          "0",
          "-1",
          "-0.0",
          "1e50000000",
          "-1E-50000000",
          "9223372036854775807",
          "9223372036854775808",
          "123456789012345678901234567890123456789012345678901234567890",
          "0.1234567890123456789012345678901234567890",
          "\"1e9\"",
          "\"NaN\"",
          "\"0000000000.000000\"",
          "\"9999999999.999999\"",
          "\"99999999999999999999.999999\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\\ufeff\"",
          "\"\\u202e<!channel> <@U0AAAAAAAAAAAA> <!subteam^S0AAAAAAAAAAAA>\"",
          "\"😀\"",
          "\"C0AAAAAAAAAAA1\"",
          "\"U0AAAAAAAAAAAA\"",
          "\"ZZZZZZZZZZZZZZ\"",
          "\"CZZZZZZZZZZZZZ\"",
          "\"'; drop table message; --\"",
          "\"%s%n%x\"",
          "\"[\"",
          "\"{\"",
          "\"[{}]\"",
          "\"{\\\"type\\\":1}\"",
          "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":7}}]",
          "[{\"type\":null}]",
          "[1,\"a\",{},[]]");

  private final Random random;
  private final List<String> channels;
  private final List<String> users;
  private final List<String> tss;

  /// @param channels ids that there are; likewise the others
  FuzzValues(Random random, List<String> channels, List<String> users, List<String> tss) {
    this.random = random;
    this.channels = channels;
    this.users = users;
    this.tss = tss;
  }

  /// A value for an argument of a type.
  String value(String type) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> pick(NASTY);
      case 3 -> random.nextInt(40) == 0 ? deep() : list();
      default -> fitting(type);
    };
  }

  private String fitting(String type) {
    return switch (type) {
      case "channel" -> quoted(pick(channels));
      case "user" -> quoted(pick(users));
      case "users" -> quoted(pick(users) + "," + pick(users));
      case "channels" -> "[" + quoted(pick(channels)) + "]";
      case "ts" -> quoted(pick(tss));
      case "bool" -> random.nextBoolean() ? "true" : "0";
      case "int" -> Integer.toString(random.nextInt(2_000));
      case "uuid" -> quoted(new java.util.UUID(random.nextLong(), random.nextLong()).toString());
      case "list" -> quoted("public_channel," + pick(channels));
      case "array" -> "[{\"type\":\"divider\"},{\"text\":" + text() + "}]";
      case "object" -> "{\"title\":" + text() + ",\"status_text\":" + pick(NASTY) + "}";
      case "string" -> random.nextInt(3) == 0 ? quoted(pick(channels)) : text();
      default -> quoted(type.split("\\|", -1)[0]);
    };
  }

  /// Words, now and then very many.
  String text() {
    int words = random.nextInt(200) == 0 ? 9_000 : random.nextInt(6);
    StringBuilder text = new StringBuilder("x");
    for (int i = 0; i < words; i++) {
      text.append(' ').append(Integer.toString(random.nextInt(1_000_000), 36));
    }
    return quoted(text.toString());
  }

  private String list() {
    StringBuilder list = new StringBuilder("[");
    for (int i = random.nextInt(5); i >= 0; i--) {
      list.append(pick(NASTY)).append(i > 0 ? "," : "");
    }
    return list.append(']').toString();
  }

  private String deep() {
    int depth = 1 + random.nextInt(3_000);
    String open = random.nextBoolean() ? "[" : "{\"a\":";
    return open.repeat(depth) + "1" + (open.equals("[") ? "]" : "}").repeat(depth);
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
