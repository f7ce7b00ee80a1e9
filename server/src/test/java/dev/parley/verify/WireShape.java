package dev.parley.verify;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is known of a JSON value from some samples of it. Two shapes join into the narrowest one
/// that has all samples of both.
sealed interface WireShape {

  /// A type that has a name of its own: `Ts`, `Message`, `string`.
  record Named(String name) implements WireShape {
    private static final Set<String> TEXTS =
        Set.of("string", "Ts", "UserId", "ChannelId", "TeamId", "StreamId");

    boolean isText() {
      return TEXTS.contains(name);
    }
  }

  /// One of some values, each as TypeScript writes it.
  record OneOf(Set<String> literals) implements WireShape {}

  /// A list; null as long as only empty ones were seen.
  record Many(WireShape each) implements WireShape {}

  /// An object. A field is optional if an object without it was seen.
  record Fields(Map<String, WireShape> shapes, Set<String> optional) implements WireShape {}

  /// No sample was seen.
  record Unseen() implements WireShape {}

  /// The smallest shape that has the samples of both.
  ///
  /// @throws IllegalArgumentException if one name stands for two kinds of things
  static WireShape join(WireShape one, WireShape other) {
    if (one.equals(other) || other instanceof Unseen) {
      return one;
    }
    return switch (one) {
      case Unseen _ -> other;
      case OneOf(Set<String> left) when other instanceof OneOf(Set<String> right) -> {
        Set<String> all = new TreeSet<>(left);
        all.addAll(right);
        yield new OneOf(all);
      }
      case Named left when other instanceof Named right && left.isText() && right.isText() ->
          new Named("string");
      case Many(WireShape left) when other instanceof Many(WireShape right) ->
          new Many(join(left, right));
      case Fields left when other instanceof Fields right -> joinFields(left, right);
      case Named _, OneOf _, Many _, Fields _ ->
          throw new IllegalArgumentException(one + " and " + other + " under one name");
    };
  }

  private static Fields joinFields(Fields one, Fields other) {
    Map<String, WireShape> shapes = new TreeMap<>(one.shapes);
    other.shapes.forEach((name, shape) -> shapes.merge(name, shape, WireShape::join));
    Set<String> optional = new TreeSet<>(one.optional);
    optional.addAll(other.optional);
    for (String name : shapes.keySet()) {
      if (!one.shapes.containsKey(name) || !other.shapes.containsKey(name)) {
        optional.add(name);
      }
    }
    return new Fields(shapes, optional);
  }

  /// The type in TypeScript, an object on one line.
  static String typeScript(WireShape shape) {
    return switch (shape) {
      case Named(String name) -> name;
      case OneOf(Set<String> literals) -> String.join(" | ", literals);
      case Many(WireShape each) -> {
        String type = typeScript(each);
        yield type.contains(" ") ? "(" + type + ")[]" : type + "[]";
      }
      case Fields fields ->
          fields.shapes.keySet().stream()
              .map(name -> field(fields, name))
              .collect(Collectors.joining("; ", "{ ", " }"));
      case Unseen _ -> "never";
    };
  }

  /// One field with its type, as `name?: type`.
  static String field(Fields fields, String name) {
    WireShape shape = fields.shapes.getOrDefault(name, new Unseen());
    return name + (fields.optional.contains(name) ? "?: " : ": ") + typeScript(shape);
  }
}
