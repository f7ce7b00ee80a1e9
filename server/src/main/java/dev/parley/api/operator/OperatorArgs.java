package dev.parley.api.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.access.Role;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the arguments of an operator's command.
final class OperatorArgs {

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

  static Optional<String> text(JsonNode args, String name) {
    JsonNode value = args.path(name);
    String text = value.isNull() ? "" : value.asText("").strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /// Names with commas between them.
  static List<String> names(JsonNode args, String name) {
    return text(args, name)
        .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
        .orElse(List.of());
  }
}
