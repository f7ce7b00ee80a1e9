package dev.parley.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What every caller is answered, as text that a reviewer can read. A line at the margin is a call;
/// below it a line for each kind of target says which callers get which answer. Who gets the same
/// whatever the target is stands in the line `any`.
final class MatrixTable {
  private static final String ANY = "any";

  private final List<String> preface;
  private final List<Call> calls;

  private MatrixTable(List<String> preface, List<Call> calls) {
    this.preface = preface;
    this.calls = calls;
  }

  /// A call as the table writes it.
  ///
  /// @param name of the method or route
  /// @param arguments in their order; a value with `$` stands for something of the world
  record Call(String name, Map<String, String> arguments) {
    static Call parse(String line) {
      String[] parts = line.split(" ", -1);
      Map<String, String> arguments = new LinkedHashMap<>();
      for (String part : List.of(parts).subList(1, parts.length)) {
        int equals = part.indexOf('=');
        arguments.put(part.substring(0, equals), part.substring(equals + 1));
      }
      return new Call(parts[0], arguments);
    }

    @Override
    public String toString() {
      StringBuilder line = new StringBuilder(name);
      arguments.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
      return line.toString();
    }
  }

  static MatrixTable parse(String text) {
    List<String> preface = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("#")) {
        preface.add(line);
      } else if (!line.isBlank() && !line.startsWith(" ")) {
        calls.add(Call.parse(line));
      }
    }
    return new MatrixTable(preface, calls);
  }

  List<Call> calls() {
    return calls;
  }

  Set<String> names() {
    return calls.stream().map(Call::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The whole text with the answers that there were.
  ///
  /// @param answers by call, then by kind of target, then by caller
  String write(Function<Call, Map<String, Map<MatrixCaller, String>>> answers) {
    StringBuilder text = new StringBuilder();
    preface.forEach(line -> text.append(line).append('\n'));
    for (Call call : calls) {
      text.append('\n').append(call).append('\n');
      Map<String, Map<MatrixCaller, String>> byKind = answers.apply(call);
      Map<MatrixCaller, String> constant = constant(byKind.values());
      writeLine(text, ANY, constant);
      byKind.forEach((kind, found) -> writeLine(text, kind, without(found, constant)));
    }
    return text.toString();
  }

  private static Map<MatrixCaller, String> constant(Collection<Map<MatrixCaller, String>> kinds) {
    Map<MatrixCaller, String> constant = new EnumMap<>(MatrixCaller.class);
    for (MatrixCaller caller : MatrixCaller.values()) {
      Set<String> found =
          kinds.stream()
              .filter(kind -> kind.containsKey(caller))
              .map(kind -> kind.getOrDefault(caller, ""))
              .collect(Collectors.toSet());
      if (found.size() == 1) {
        constant.put(caller, found.iterator().next());
      }
    }
    return constant;
  }

  private static Map<MatrixCaller, String> without(
      Map<MatrixCaller, String> found, Map<MatrixCaller, String> constant) {
    Map<MatrixCaller, String> rest = new EnumMap<>(found);
    rest.keySet().removeAll(constant.keySet());
    return rest;
  }

  private static void writeLine(
      StringBuilder text, String kind, Map<MatrixCaller, String> answers) {
    if (answers.isEmpty()) {
      return;
    }
    Map<String, List<String>> callers = new LinkedHashMap<>();
    answers.forEach(
        (caller, answer) ->
            callers.computeIfAbsent(answer, _ -> new ArrayList<>()).add(caller.toString()));
    text.append("  %-8s ".formatted(kind))
        .append(
            callers.entrySet().stream()
                .map(group -> group.getKey() + ": " + String.join(" ", group.getValue()))
                .collect(Collectors.joining("; ")))
        .append('\n');
  }
}
