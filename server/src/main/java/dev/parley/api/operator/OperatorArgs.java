package dev.parley.api.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.access.Role;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the arguments of an operator's command.
final class OperatorArgs {
  private static final int LONGEST_NAME = 80;

  private OperatorArgs() {}

  static Role role(JsonNode args) {
    return switch (text(args, "role").orElse("member")) {
      case "guest" -> Role.GUEST;
      case "member" -> Role.MEMBER;
      case "admin" -> Role.ADMIN;
      case "owner" -> Role.OWNER;
      default -> throw new Refusal("invalid_role", "role is guest, member, admin or owner");
    };
  }

  static Optional<EmailAddress> email(JsonNode args, String name) {
    return text(args, name)
        .map(
            text -> EmailAddress.parse(text).orElseThrow(() -> new Refusal("invalid_email", text)));
  }

  static String required(JsonNode args, String name) {
    return text(args, name).orElseThrow(() -> missing(name));
  }

  static Refusal missing(String name) {
    return new Refusal("missing_argument", name);
  }

  /// A text without the blanks around it.
  ///
  /// @throws Refusal `invalid_argument` if it is no text
  static Optional<String> text(JsonNode args, String name) {
    return Optional.of(exactly(args, name).strip()).filter(text -> !text.isEmpty());
  }

  /// What somebody or something is called.
  ///
  /// @throws Refusal `invalid_argument` if it is no text, `too_long`
  static Optional<String> name(JsonNode args, String name) {
    return text(args, name)
        .map(
            text -> {
              if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
                throw new Refusal(
                    "too_long", name + " has at most " + LONGEST_NAME + " characters");
              }
              return text;
            });
  }

  /// A text as it was given, empty if there is none.
  ///
  /// @throws Refusal `invalid_argument` if it is no text
  static String exactly(JsonNode args, String name) {
    JsonNode value = args.path(name);
    if (value.isContainerNode()) {
      throw wrong(name, "a text");
    }
    return value.isNull() ? "" : value.asText("");
  }

  /// A whole number, 0 if there is none.
  ///
  /// @throws Refusal `invalid_argument` if it is something else
  static int number(JsonNode args, String name) {
    JsonNode value = args.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw wrong(name, "a whole number");
    }
    return value.intValue();
  }

  /// True or false, which it is if it is not given.
  ///
  /// @throws Refusal `invalid_argument` if it is something else
  static boolean flag(JsonNode args, String name) {
    JsonNode value = args.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.asBoolean(false);
  }

  /// Names: an array of them, or a text with commas between.
  ///
  /// @throws Refusal `invalid_argument` if it is something else
  static List<String> names(JsonNode args, String name) {
    JsonNode value = args.path(name);
    if (!value.isArray()) {
      return text(args, name)
          .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
          .orElse(List.of());
    }
    List<String> names = new ArrayList<>();
    for (JsonNode each : value) {
      if (!each.isTextual()) {
        throw wrong(name, "names");
      }
      names.add(each.textValue().strip());
    }
    return names;
  }

  private static Refusal wrong(String name, String what) {
    return new Refusal("invalid_argument", name + " is " + what);
  }
}
