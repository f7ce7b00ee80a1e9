package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.verify.MatrixTable.Call;
import dev.parley.verify.MatrixTarget.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One call of each method on a real server, with ids and times that are the same at every run. The
/// call is the first of the method in `actors/methods.txt`, by the owner.
final class ApiExamples {
  private static final int SHOWN = 2;

  /// Calls of more sense than the first of their method in the table.
  static final Map<String, String> INSTEAD =
      Map.of(
          "chat.update",
          "chat.update channel=$channel ts=$mine text=changed",
          "client.signIn",
          "client.signIn email=$email password=lantern-kettle-42",
          "search.all",
          "search.all query=nightingale",
          "search.messages",
          "search.messages query=nightingale");

  /// What is done before, so that there is something to show.
  static final Map<String, String> BEFORE =
      Map.ofEntries(
          Map.entry(
              "chat.scheduledMessages.list",
              "chat.scheduleMessage channel=$room post_at=$later text=later"),
          Map.entry(
              "client.threads.list", "chat.postMessage channel=$room thread_ts=$ts text=reply"),
          Map.entry(
              "conversations.replies",
              "chat.postMessage channel=$channel thread_ts=$ts text=reply"),
          Map.entry("conversations.unarchive", "conversations.archive channel=$channel"),
          Map.entry("dnd.endDnd", "dnd.setSnooze num_minutes=60"),
          Map.entry("dnd.endSnooze", "dnd.setSnooze num_minutes=60"),
          Map.entry("reactions.get", "reactions.add channel=$channel timestamp=$ts name=wave"),
          Map.entry("reactions.list", "reactions.add channel=$room timestamp=$ts name=wave"),
          Map.entry("reactions.remove", "reactions.add channel=$channel timestamp=$ts name=wave"),
          Map.entry("search.messages", "chat.postMessage channel=$room text=lantern"));

  /// Fields that tell of the server that was asked.
  private static final Set<String> UNSTABLE =
      Set.of(
          "build",
          "color",
          "user_agent",
          "ip",
          "epoch",
          "position",
          "avatar_hash",
          "bot_token",
          "app_token",
          "signing_secret",
          "client_secret");

  /// All the same in every example; how many there are depends on the clock.
  private static final Set<String> TIMES = Set.of("millis", "seconds");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<id>(?:\\b(?:Bk|Rm|Xf|Em|Pc|[ATUWCDGSQB])|(?<=\"rank\" : \"))[0-9A-HJKMNP-TV-Z]{13}\\b)"
              + "|(?<ts>\\b1[0-9]{9}\\.[0-9]{6}\\b)"
              + "|(?<uuid>\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)"
              + "|(?<session>\\b[1-9][0-9]{16,18}\\b)"
              + "|(?<millis>\\b1[0-9]{12}\\b)"
              + "|(?<seconds>\\b1[0-9]{9}\\b)"
              + "|(?<name>thing-[0-9]+)"
              + "|(?<ticket>(?<=ticket=)[A-Za-z0-9_-]+)"
              + "|(?<secret>(?<=/)[A-Za-z0-9]{24}\\b)"
              + "|(?<slug>examples-acme)"
              + "|(?<face>\\b[dr][0-9a-f]{11}(?=-[0-9]+\\.svg))"
              + "|(?<place>/p1[0-9]{15}\\b)"
              + "|(?<host>127\\.0\\.0\\.1:[0-9]+)");

  /// A request and its answer, as JSON.
  record Example(String request, String answer) {}

  private final MatrixWorld world;
  private final Map<String, Call> calls = new LinkedHashMap<>();

  ApiExamples(MatrixWorld world, MatrixTable table) {
    this.world = world;
    table.calls().forEach(call -> calls.putIfAbsent(call.name(), call));
    INSTEAD.forEach((name, line) -> calls.put(name, Call.parse(line)));
  }

  /// Runs the example of a method.
  Example of(String method) throws Exception {
    Call call = calls.get(method);
    if (call == null) {
      throw new AssertionError("no line of " + method + " in actors/methods.txt");
    }
    MatrixTarget target = new MatrixTarget(world, Kind.OWN, world.client(MatrixCaller.OWNER));
    Map<String, String> arguments = target.fill(call.arguments());
    String before = BEFORE.get(method);
    if (before != null) {
      Call first = Call.parse(before);
      var _ = world.client(MatrixCaller.OWNER).ok(first.name(), target.fill(first.arguments()));
    }
    JsonNode answer =
        WireSamples.JSON.readTree(world.call(MatrixCaller.OWNER, method, arguments).body());
    return stable(pretty(WireSamples.JSON.valueToTree(arguments)), pretty(shortened(answer)));
  }

  private static String pretty(JsonNode json) {
    return json.isEmpty() ? "{}" : json.toPrettyString();
  }

  /// Lists of two items at most, and none of what differs from server to server.
  private static JsonNode shortened(JsonNode json) {
    switch (json) {
      case ArrayNode array -> {
        while (array.size() > SHOWN) {
          var _ = array.remove(array.size() - 1);
        }
        array.forEach(ApiExamples::shortened);
      }
      case ObjectNode object -> {
        for (String name : List.copyOf(names(object))) {
          JsonNode value = object.get(name);
          if (name.equals("positions")) {
            object.set(name, positions(value));
          } else if (name.equals("snooze_remaining")) {
            object.put(name, Math.ceilDiv(value.asLong(), 60) * 60);
          } else if (UNSTABLE.contains(name) && value.isValueNode()) {
            object.set(name, value.isNumber() ? object.numberNode(1) : object.textNode("…"));
          } else {
            var _ = shortened(value);
          }
        }
      }
      default -> {}
    }
    return json;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.properties().forEach(field -> names.add(field.getKey()));
    return names;
  }

  private static JsonNode positions(JsonNode found) {
    ObjectNode positions = WireSamples.JSON.createObjectNode();
    found.properties().forEach(field -> positions.put(field.getKey(), 1));
    return positions;
  }

  private static Example stable(String request, String answer) {
    Map<String, String> words = new LinkedHashMap<>();
    return new Example(stable(request, words), stable(answer, words));
  }

  private static String stable(String text, Map<String, String> words) {
    Matcher matcher = TOKEN.matcher(text);
    StringBuilder stable = new StringBuilder();
    while (matcher.find()) {
      String word =
          TIMES.contains(kind(matcher))
              ? word(matcher, words)
              : words.computeIfAbsent(matcher.group(), _ -> word(matcher, words));
      matcher.appendReplacement(stable, Matcher.quoteReplacement(word));
    }
    return matcher.appendTail(stable).toString();
  }

  private static String word(Matcher found, Map<String, String> words) {
    int number = words.size() + 1;
    String text = found.group();
    return switch (kind(found)) {
      case "id" ->
          text.substring(0, text.length() - 13)
              + "0123456789AB"
              + DIGITS.charAt(number % DIGITS.length());
      case "ts" -> "1767225600.%06d".formatted(number);
      case "uuid" -> "0190b3a0-0000-4000-8000-%012d".formatted(number);
      case "session" -> "2717908992000" + "%04d".formatted(number);
      case "millis" -> "1767225600000";
      case "seconds" -> "1767225600";
      case "name" -> "thing-" + number;
      case "ticket", "secret" -> "…";
      case "face" -> "d%011x".formatted(number);
      case "slug" -> "acme";
      case "place" -> "/p1767225600000001";
      default -> "parley.example.com";
    };
  }

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static String kind(Matcher found) {
    return found.namedGroups().keySet().stream()
        .filter(name -> found.group(name) != null)
        .findFirst()
        .orElseThrow();
  }
}
