package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The named types of the wire, each learnt from samples. What a value is shows in its form (ids,
/// `ts`) and in its name; fields that hold another named type are declared.
final class WireTypes {
  private static final Set<String> OFFSETS = Set.of("position", "offset", "prev");
  /// Types that the file begins with.
  private static final Set<String> GIVEN = Set.of("Positions", "Json");

  private static final Set<String> LITERALS =
      Set.of("type", "subtype", "code", "reason", "everybody", "rank");

  private final Map<String, WireShape> types = new LinkedHashMap<>();
  private final Map<String, List<String>> unions = new LinkedHashMap<>();
  private final Map<String, String> references = new TreeMap<>();
  private final Map<String, Brief> briefs = new TreeMap<>();

  /// A type of which the wire leaves out what is as usual.
  ///
  /// @param whole the type with nothing left out
  /// @param usual what is left out
  record Brief(String whole, ObjectNode usual) {
    JsonNode completed(JsonNode sample) {
      return usual.deepCopy().setAll((ObjectNode) sample);
    }
  }

  /// Says that a type is another one of which something may be left out.
  void abbreviate(String type, Brief brief) {
    briefs.put(type, brief);
  }

  Map<String, Brief> briefs() {
    return briefs;
  }

  /// Says that a field of a named type, or each element of a list in it, is of another named type.
  void refer(String field, String type) {
    references.put(field, type);
  }

  /// Takes a sample of a named type in.
  void learn(String type, JsonNode sample) {
    Brief brief = briefs.get(type);
    if (brief != null) {
      learn(brief.whole(), brief.completed(sample));
      return;
    }
    WireShape seen = fields(type, sample);
    types.merge(type, seen, WireShape::join);
  }

  /// Adds a type to a union of types.
  void unite(String union, String type) {
    List<String> members = unions.computeIfAbsent(union, _ -> new ArrayList<>());
    if (!members.contains(type)) {
      members.add(type);
    }
  }

  Map<String, WireShape> types() {
    return types;
  }

  Map<String, List<String>> unions() {
    return unions;
  }

  /// The shape of a named type as it is known so far.
  WireShape shape(String type) {
    return types.getOrDefault(type, new WireShape.Unseen());
  }

  private WireShape.Fields fields(String path, JsonNode object) {
    if (!object.isObject()) {
      throw new IllegalArgumentException(path + " is no object: " + object);
    }
    Map<String, WireShape> shapes = new TreeMap<>();
    object
        .properties()
        .forEach(
            field -> {
              String inner = path + "." + field.getKey();
              shapes.put(field.getKey(), value(inner, field.getKey(), field.getValue()));
            });
    return new WireShape.Fields(shapes, new TreeSet<>());
  }

  private WireShape value(String path, String name, JsonNode value) {
    String reference = references.get(path);
    if (value.isArray()) {
      WireShape each = new WireShape.Unseen();
      for (JsonNode element : value) {
        each =
            WireShape.join(
                each, reference == null ? value(path, name, element) : known(reference, element));
      }
      return new WireShape.Many(each);
    }
    if (reference != null) {
      return known(reference, value);
    }
    if (value.isObject()) {
      return fields(path, value);
    }
    return scalar(name, value);
  }

  /// A nested sample of a named type teaches that type as well.
  private WireShape known(String type, JsonNode value) {
    if (value.isObject() && !GIVEN.contains(type)) {
      learn(type, value);
    }
    return new WireShape.Named(type);
  }

  private static WireShape scalar(String name, JsonNode value) {
    if (LITERALS.contains(name) || value.isBoolean()) {
      return new WireShape.OneOf(Set.of(literal(value)));
    }
    if (value.isNumber()) {
      return new WireShape.Named(OFFSETS.contains(name) ? "Offset" : "number");
    }
    if (value.isNull()) {
      return new WireShape.Named("null");
    }
    return new WireShape.Named(name.equals("stream") ? "StreamId" : text(value.textValue()));
  }

  private static String literal(JsonNode value) {
    return value.isTextual() ? "'" + value.textValue() + "'" : value.toString();
  }

  private static String text(String text) {
    if (MessageTs.parse(text).isPresent()) {
      return "Ts";
    }
    if (UserId.parse(text).isPresent()) {
      return "UserId";
    }
    if (ChannelId.parse(text).isPresent()) {
      return "ChannelId";
    }
    return WorkspaceId.parse(text).isPresent() ? "TeamId" : "string";
  }
}
