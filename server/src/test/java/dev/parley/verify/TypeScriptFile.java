package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.CloseCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes the page's types.
final class TypeScriptFile {
  private static final String HEAD =
      """

      /** Microseconds since 1970, as `seconds.micros`. */
      export type Ts = string;
      export type Offset = number;
      export type UserId = string;
      export type ChannelId = string;
      export type TeamId = string;
      export type StreamId = string;
      export type Positions = Record<StreamId, Offset>;
      /** Somebody else's JSON, looked at by whoever shows it. */
      export type Json = unknown;
      """;

  private TypeScriptFile() {}

  /// @param command what writes the file
  static String write(WireTypes types, String command) {
    StringBuilder file = new StringBuilder();
    file.append("/**\n * The wire's words, learnt from what the server writes. Written by\n * ");
    file.append(command).append("\n */\n").append(HEAD);
    types.types().forEach((name, shape) -> type(file, name, shape));
    types.briefs().forEach((name, brief) -> brief(file, name, brief));
    types.unions().forEach((name, members) -> union(file, name, members));
    closeCodes(file);
    return file.toString();
  }

  private static void type(StringBuilder file, String name, WireShape shape) {
    if (!(shape instanceof WireShape.Fields fields)) {
      throw new IllegalStateException(name + " is " + shape);
    }
    file.append("\nexport interface ").append(name).append(" {\n");
    for (String field : fields.shapes().keySet()) {
      file.append("  ").append(narrow(fields, field)).append(";\n");
    }
    file.append("}\n");
  }

  private static void brief(StringBuilder file, String name, WireTypes.Brief brief) {
    String usual = "usual" + brief.whole();
    file.append("\n/** What the wire leaves out of a `%s`. */\n".formatted(brief.whole()));
    file.append("export const %s = {\n".formatted(usual));
    for (Map.Entry<String, JsonNode> field : brief.usual().properties()) {
      String value = field.getValue().toString().replace('"', '\'');
      String type = field.getValue().isBoolean() ? " as boolean" : "";
      file.append("  ")
          .append(field.getKey())
          .append(": ")
          .append(value)
          .append(type)
          .append(",\n");
    }
    file.append("};\n\nexport type ").append(name).append(" = Omit<");
    file.append(brief.whole()).append(", keyof typeof ").append(usual).append("> &\n");
    file.append("  Partial<typeof ").append(usual).append(">;\n");
  }

  /// A boolean of which both values can come, though samples may have only one, is one if it is
  /// always there; one that is left out when false is `true`.
  private static String narrow(WireShape.Fields fields, String name) {
    boolean isLogical =
        fields.shapes().get(name) instanceof WireShape.OneOf(Set<String> literals)
            && Set.of("true", "false").containsAll(literals)
            && !(literals.equals(Set.of("true")) && fields.optional().contains(name));
    if (!isLogical) {
      return WireShape.field(fields, name);
    }
    return name + (fields.optional().contains(name) ? "?: boolean" : ": boolean");
  }

  private static void union(StringBuilder file, String name, List<String> members) {
    file.append("\nexport type ").append(name).append(" =");
    members.forEach(member -> file.append("\n  | ").append(member));
    file.append(";\n");
  }

  private static void closeCodes(StringBuilder file) {
    file.append(
        "\n/** Why a connection is closed: 40xx and 1009 reconnect, 41xx with a new ticket,");
    file.append(" 42xx stop. */\nexport const closeCodes = {\n");
    for (CloseCode code : CloseCode.values()) {
      file.append("  ").append(code.wireName()).append(": ").append(code.code()).append(",\n");
    }
    file.append("} as const;\n");
  }
}
