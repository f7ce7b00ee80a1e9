package dev.parley.verify;

import dev.parley.api.ErrorCodes;
import dev.parley.api.Method;
import dev.parley.verify.MatrixTable.Call;
import dev.parley.verify.MatrixTarget.Kind;
import dev.parley.verify.MatrixWorld.Answer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes every call of a table as every caller about every kind of target, and keeps what is
/// remarkable about the answers.
final class MatrixRun {
  private static final int TRIES = 6;
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final MatrixWorld world;
  private final StatementLog statements;
  private final Map<String, Method> methods;

  /// Answers to foreign and unknown ids that can be told apart.
  final List<String> differences = new ArrayList<>();

  /// Foreign and unknown ids that took different numbers of statements.
  final List<String> differentCosts = new ArrayList<>();

  /// Answers that are none, or a code that the method does not declare.
  final List<String> faults = new ArrayList<>();

  /// How many pairs of answers were compared.
  int compared;

  MatrixRun(MatrixWorld world, StatementLog statements, List<Method> methods) {
    this.world = world;
    this.statements = statements;
    this.methods = methods.stream().collect(Collectors.toMap(Method::name, method -> method));
  }

  /// What a call is answered, by kind of target and caller.
  Map<String, Map<MatrixCaller, String>> run(Call call) {
    Map<Kind, Map<MatrixCaller, String>> found = new EnumMap<>(Kind.class);
    try {
      Targets targets = new Targets(call);
      for (MatrixCaller caller : MatrixCaller.values()) {
        run(call, caller, targets, found);
      }
    } catch (Exception e) {
      throw new AssertionError(call.toString(), e);
    }
    Map<String, Map<MatrixCaller, String>> named = new LinkedHashMap<>();
    found.forEach((kind, answers) -> named.put(kind.toString(), answers));
    return named;
  }

  private void run(
      Call call, MatrixCaller caller, Targets targets, Map<Kind, Map<MatrixCaller, String>> found)
      throws Exception {
    Set<Kind> kinds = MatrixTarget.kinds(call.arguments());
    for (Kind kind : kinds) {
      if (kind == Kind.FOREIGN) {
        if (MatrixCaller.INSIDERS.contains(caller)) {
          compare(call, caller, targets.get(kind, caller), targets.get(Kind.NEVER, caller));
        }
        continue;
      }
      MatrixTarget target = targets.get(kind, caller);
      Answer answer = world.call(caller, call.name(), target.fill(call.arguments()));
      check(call, caller, answer);
      found
          .computeIfAbsent(kind, _ -> new EnumMap<>(MatrixCaller.class))
          .put(caller, answer.outcome());
      if (answer.outcome().equals("ok") && method(call).writes()) {
        targets.forget(kind);
      }
      if (caller == MatrixCaller.STRANGER && kind != Kind.NEVER && kinds.contains(Kind.NEVER)) {
        compare(call, caller, targets.get(kind, caller), targets.get(Kind.NEVER, caller));
      }
    }
  }

  private Method method(Call call) {
    Method method = methods.get(call.name());
    if (method == null) {
      throw new AssertionError("there is no method " + call.name());
    }
    return method;
  }

  private void check(Call call, MatrixCaller caller, Answer answer) {
    String code = answer.outcome();
    boolean isDeclared =
        code.equals("ok")
            || ErrorCodes.GENERIC.contains(code)
            || method(call).errors().contains(code);
    if (answer.status() != 200 || !isDeclared) {
      faults.add(call + " as " + caller + ": " + answer);
    }
  }

  /// Compares answers and costs. What else the server does meanwhile, such as reading again who
  /// somebody is, costs statements too: the least of some tries is what a call costs.
  private void compare(Call call, MatrixCaller caller, MatrixTarget foreign, MatrixTarget never)
      throws Exception {
    compared++;
    Answer[] answers = new Answer[2];
    long[] costs = {UNKNOWN, UNKNOWN};
    for (int i = 0; i < TRIES && (costs[0] != costs[1] || costs[0] == UNKNOWN); i++) {
      costs[0] = Math.min(costs[0], cost(() -> answers[0] = ask(call, caller, foreign)));
      costs[1] = Math.min(costs[1], cost(() -> answers[1] = ask(call, caller, never)));
    }
    if (!answers[0].equals(answers[1])) {
      differences.add(call + " as " + caller + ":\n  " + answers[0] + "\n  " + answers[1]);
    }
    if (costs[0] != costs[1] || costs[0] == UNKNOWN) {
      differentCosts.add(call + " as " + caller + ": " + costs[0] + " and " + costs[1]);
    }
  }

  private long cost(StatementLog.Work work) throws Exception {
    long count = statements.count(work);
    return count < 0 ? UNKNOWN : count;
  }

  private Answer ask(Call call, MatrixCaller caller, MatrixTarget target) throws Exception {
    Map<String, String> arguments = target.fill(call.arguments());
    return world.call(caller, call.name(), arguments).with(target.words());
  }

  /// The targets of one call. One is used until something was done to it.
  private final class Targets {
    private final boolean personal;
    private final Map<List<Object>, MatrixTarget> made = new HashMap<>();

    Targets(Call call) {
      this.personal = MatrixTarget.isPersonal(call.arguments());
    }

    MatrixTarget get(Kind kind, MatrixCaller caller) {
      StoryClient maker =
          MatrixCaller.INSIDERS.contains(caller) ? world.client(caller) : world.acme.carol();
      return made.computeIfAbsent(
          List.of(kind, personal ? maker.id : ""), _ -> new MatrixTarget(world, kind, maker));
    }

    void forget(Kind kind) {
      made.keySet().removeIf(key -> key.getFirst() == kind);
    }
  }
}
