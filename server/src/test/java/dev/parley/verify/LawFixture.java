package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was seen of a scene as a text that is the same in each run: ids, times and the like become
/// placeholders that keep their kind and their order.
final class LawFixture {
  private static final Pattern ID = Pattern.compile("\\b[A-Z][a-z]?0[0-9A-HJKMNP-TV-Z]{12}\\b");
  private static final Pattern TS = Pattern.compile("\\b(?!0{10})\\d{10}\\.\\d{6}\\b");
  private static final Pattern UUID =
      Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
  private static final Pattern FACE = Pattern.compile("\\b[dr][0-9a-f]{11}\\b");
  private static final Pattern SLUG = Pattern.compile("\\blaw-\\d+\\b");
  private static final Pattern SECONDS = Pattern.compile("(?<=[:,\\[])[12]\\d{9}(?=[,}\\]\\s])");
  private static final Pattern MILLIS = Pattern.compile("(?<=[:,\\[])[12]\\d{12}(?=[,}\\]\\s])");
  private static final Pattern PICTURE = Pattern.compile("(\\bPc\\d+/)[\\w-]+");
  private static final Pattern REMAINING = Pattern.compile("(?<=\"snooze_remaining\":)\\d+");
  private static final Pattern RANK = Pattern.compile("(?<=\"rank\":\")[0-9A-HJKMNP-TV-Z]{13}");
  private static final Pattern COLOR = Pattern.compile("(?<=\"color\":\")[0-9a-f]{6}");
  private static final Pattern NO_FACE = Pattern.compile("(?<=\"avatar_hash\":\"g)[0-9a-f]+");
  private static final String LONG_AGO = "1.000000";
  private static final String SECOND = "1700000000";

  /// Containers this deep are written on one line.
  private static final int FLAT = 6;

  private LawFixture() {}

  /// @param seen by the name of the observer
  static String write(LawScene scene, String server, Map<String, LawObserver.Seen> seen) {
    ObjectNode fixture = WireSamples.JSON.createObjectNode();
    fixture.put("method", scene.method());
    ObjectNode views = fixture.putObject("views");
    for (Map.Entry<String, LawObserver.Seen> entry : new TreeMap<>(seen).entrySet()) {
      ObjectNode view = views.putObject(entry.getKey());
      var _ = view.set("before", timeless(entry.getValue().before()));
      entry.getValue().lasting().forEach(view.putArray("events")::add);
      var _ = view.set("after", timeless(entry.getValue().after()));
    }
    return placeholders(text(fixture).replace(server, "http://parley.test") + "\n");
  }

  /// A tree as text, the same for the same values.
  static String text(JsonNode node) {
    StringBuilder text = new StringBuilder();
    write(text, WireSamples.JSON.valueToTree(sorted(node)), 0);
    return text.toString();
  }

  /// The lines of two such texts that are in one of them only.
  static String difference(String applied, String answered) {
    List<String> one = applied.lines().toList();
    List<String> other = answered.lines().toList();
    StringBuilder lines = new StringBuilder();
    one.stream()
        .filter(line -> !other.contains(line))
        .forEach(l -> lines.append("\n  has ").append(l));
    other.stream()
        .filter(line -> !one.contains(line))
        .forEach(l -> lines.append("\n  not ").append(l));
    return lines.toString();
  }

  /// Without what differs from run to run: when it was asked, and in which order somebody was taken
  /// into the channels that everybody is in.
  private static ObjectNode timeless(ObjectNode snapshot) {
    ObjectNode copy = snapshot.deepCopy();
    ObjectNode boot = (ObjectNode) copy.path("boot");
    boot.put("time", LONG_AGO).put("build", "test").put("epoch", 1);
    for (JsonNode channel : boot.path("channels")) {
      if (LawSnapshot.DEFAULTS.contains(channel.path("name").asText())) {
        ((ObjectNode) channel).put("last_ts", LONG_AGO).put("read_ts", LONG_AGO);
      }
    }
    return copy;
  }

  /// With fields in order of name, and no difference between kinds of whole numbers.
  private static Object sorted(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      return fields;
    }
    return node.isArray() ? node.valueStream().map(LawFixture::sorted).toList() : node;
  }

  private static void write(StringBuilder text, JsonNode node, int depth) {
    if (depth == FLAT || node.isEmpty()) {
      text.append(node);
      return;
    }
    String margin = "\n" + "  ".repeat(depth);
    Iterator<String> names = node.fieldNames();
    text.append(node.isArray() ? '[' : '{');
    String separator = "";
    for (JsonNode child : node) {
      text.append(separator).append(margin).append("  ");
      if (node.isObject()) {
        text.append('"').append(names.next()).append("\":");
      }
      write(text, child, depth + 1);
      separator = ",";
    }
    text.append(margin).append(node.isArray() ? ']' : '}');
  }

  private static String placeholders(String given) {
    Map<String, Integer> kinds = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (String id : new TreeSet<>(found(ID, given))) {
      String kind = id.substring(0, id.length() - 13);
      ids.put(id, kind + kinds.merge(kind, 1, Integer::sum));
    }
    String text = ID.matcher(given).replaceAll(match -> ids.get(match.group()));
    text = number(text, TS, new TreeSet<>(found(TS, text)), "%s.%06d");
    text = number(text, UUID, found(UUID, text), "00000000-0000-4000-8000-%2$012d");
    text = number(text, FACE, found(FACE, text), "d%2$011d");
    text = number(text, RANK, new TreeSet<>(found(RANK, text)), "%2$013d");
    text = SLUG.matcher(text).replaceAll("acme");
    text = COLOR.matcher(text).replaceAll("9f69e7");
    text = NO_FACE.matcher(text).replaceAll("");
    text = PICTURE.matcher(text).replaceAll("$1x");
    text = REMAINING.matcher(text).replaceAll("3600");
    text = MILLIS.matcher(text).replaceAll(SECOND + "000");
    return SECONDS.matcher(text).replaceAll(SECOND);
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  /// Replaces each value by its place among all.
  private static String number(String text, Pattern pattern, Set<String> values, String form) {
    List<String> all = List.copyOf(values);
    return pattern
        .matcher(text)
        .replaceAll(match -> form.formatted(SECOND, all.indexOf(match.group()) + 1));
  }
}
