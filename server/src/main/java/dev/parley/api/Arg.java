package dev.parley.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One argument of a method: its name, how it is read and whether it may be missing. Declared once,
/// as a constant; immutable.
///
/// However a client encodes it (form text, JSON text inside a form, native JSON), an argument reads
/// the same. `null` is the same as absent.
public final class Arg<T> {
  private static final String INVALID = "invalid_arguments";

  private final String name;
  private final String type;
  private final Function<JsonNode, Optional<T>> reader;
  private final boolean required;
  private final @Nullable T fallback;
  private final String missingCode;
  private final String badCode;
  private final String bounds;

  private Arg(
      String name,
      String type,
      Function<JsonNode, Optional<T>> reader,
      boolean required,
      @Nullable T fallback,
      String missingCode,
      String badCode,
      String bounds) {
    this.name = name;
    this.type = type;
    this.reader = reader;
    this.required = required;
    this.fallback = fallback;
    this.missingCode = missingCode;
    this.badCode = badCode;
    this.bounds = bounds;
  }

  /// An argument read in a way of its own; the reader answers empty for what is not well formed.
  public static <T> Arg<T> of(String name, String type, Function<JsonNode, Optional<T>> reader) {
    return new Arg<>(name, type, reader, false, null, INVALID, INVALID, "");
  }

  public static Arg<String> string(String name) {
    return of(name, "string", ArgReaders::text);
  }

  /// A file: a part of a form, or base64 text.
  public static Arg<byte[]> bytes(String name) {
    return of(name, "file", ArgReaders::bytes);
  }

  /// A string out of a fixed set.
  public static Arg<String> oneOf(String name, String... values) {
    Set<String> known = Set.of(values);
    return of(
        name, String.join("|", values), node -> ArgReaders.text(node).filter(known::contains));
  }

  public static Arg<Boolean> bool(String name) {
    return of(name, "bool", ArgReaders::bool);
  }

  /// A whole number within bounds.
  public static Arg<Integer> integer(String name, int min, int max) {
    return of(
            name,
            "int",
            node ->
                ArgReaders.number(node)
                    .filter(value -> value >= min && value <= max)
                    .map(Math::toIntExact))
        .within(min + " to " + max);
  }

  /// How many items a page may hold: at least 1; more than `max` is cut to it.
  public static Arg<Integer> limit(int fallback, int max) {
    return of(
            "limit",
            "int",
            node ->
                ArgReaders.number(node)
                    .filter(value -> value >= 1)
                    .map(value -> (int) Math.min(value, max)))
        .bad("invalid_limit")
        .within("1 or more; " + max + " at most are given")
        .or(fallback);
  }

  /// A person or bot. What is not an id is answered like an id that never existed.
  public static Arg<UserId> userId(String name) {
    return of(name, "user", node -> ArgReaders.text(node).flatMap(UserId::parse))
        .bad("user_not_found");
  }

  /// A conversation. What is not an id is answered like an id that never existed.
  public static Arg<ChannelId> channelId(String name) {
    return of(name, "channel", node -> ArgReaders.text(node).flatMap(ChannelId::parse))
        .bad("channel_not_found");
  }

  public static Arg<MessageTs> ts(String name) {
    return of(name, "ts", ArgReaders::ts);
  }

  /// A time in seconds since 1970, a `ts` or what a program's clock says.
  public static Arg<MessageTs> moment(String name) {
    return of(name, "ts", ArgReaders::moment).within("or seconds since 1970");
  }

  public static Arg<UUID> uuid(String name) {
    return of(name, "uuid", node -> ArgReaders.text(node).flatMap(ArgReaders::uuid));
  }

  /// Strings: a JSON array, its text, or text with commas.
  public static Arg<List<String>> list(String name) {
    return of(name, "list", ArgReaders::list);
  }

  /// People or bots; one that is not an id makes the whole list `user_not_found`.
  public static Arg<List<UserId>> userIds(String name) {
    return Arg.<List<UserId>>of(name, "users", node -> ArgReaders.each(node, UserId::parse))
        .bad("user_not_found");
  }

  /// Conversations; one that is not an id makes the whole list `channel_not_found`.
  public static Arg<List<ChannelId>> channelIds(String name) {
    return Arg.<List<ChannelId>>of(
            name, "channels", node -> ArgReaders.each(node, ChannelId::parse))
        .bad("channel_not_found");
  }

  /// A JSON object, native or as text.
  public static Arg<JsonNode> object(String name) {
    return of(name, "object", node -> ArgReaders.json(node).filter(JsonNode::isObject));
  }

  /// A JSON array, native or as text.
  public static Arg<JsonNode> array(String name) {
    return of(name, "array", node -> ArgReaders.json(node).filter(JsonNode::isArray));
  }

  /// The same argument, but it may not be missing.
  public Arg<T> required() {
    return new Arg<>(name, type, reader, true, fallback, missingCode, badCode, bounds);
  }

  /// The same argument with a value for when it is missing.
  public Arg<T> or(T value) {
    return new Arg<>(name, type, reader, false, value, missingCode, badCode, bounds);
  }

  /// The same argument, with the code that answers its absence; makes it required.
  public Arg<T> missing(String code) {
    return new Arg<>(name, type, reader, true, fallback, code, badCode, bounds);
  }

  /// The same argument, with the code that answers a value that is not well formed.
  public Arg<T> bad(String code) {
    return new Arg<>(name, type, reader, required, fallback, missingCode, code, bounds);
  }

  /// The same argument with a few words on what its values may be, for the reference.
  public Arg<T> within(String limits) {
    return new Arg<>(name, type, reader, required, fallback, missingCode, badCode, limits);
  }

  public String name() {
    return name;
  }

  /// What it is, in one word, for the reference.
  public String type() {
    return type;
  }

  public boolean isRequired() {
    return required;
  }

  /// What its values may be besides their type; empty if there is nothing to say.
  public String bounds() {
    return bounds;
  }

  /// The code that answers its absence if it is required.
  public String missingCode() {
    return missingCode;
  }

  /// The code that answers a value that is not well formed.
  public String badCode() {
    return badCode;
  }

  public Optional<T> fallback() {
    return Optional.ofNullable(fallback);
  }

  /// Reads the argument out of a request's arguments.
  ///
  /// @throws Refusal if it is missing though required, or not well formed
  Optional<T> read(Map<String, JsonNode> arguments) {
    JsonNode node = arguments.get(name);
    if (node == null || node.isNull()) {
      if (required) {
        throw refusal(missingCode, "missing required field: " + name);
      }
      return Optional.ofNullable(fallback);
    }
    Optional<T> value = reader.apply(node);
    if (value.isEmpty()) {
      throw refusal(badCode, "invalid value for field: " + name + " (expected: " + type + ")");
    }
    return value;
  }

  /// A code of the method's own says enough: what is not an id and an id that never existed are
  /// answered alike.
  private static Refusal refusal(String code, String detail) {
    return code.equals(INVALID) ? new Refusal(code, detail) : new Refusal(code);
  }
}
