package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Method;
import dev.parley.app.wiring.RegistryFixture;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.KeyStore;
import dev.parley.storage.keys.LocalKeyStore;
import dev.parley.storage.keys.MasterKey;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.testkit.LargeWorkspace;
import dev.parley.testkit.LargeWorkspace.Size;
import dev.parley.testkit.TestPostgres;
import dev.parley.verify.MatrixTable.Call;
import dev.parley.verify.MatrixTarget.Kind;
import dev.parley.verify.MatrixWorld.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How long every method takes, one caller after the other over HTTP, in a workspace of 10,000
/// people, 2,000 channels and 1,000,000 messages, beside the same call in one of 20 people. The
/// calls are those of `actors/methods.txt`, by the owner, who is in 200 channels; channels and
/// messages that are asked about are of the busiest channel. Prints a table in Markdown, the
/// slowest first. A program, no test: `docs/benchmarks.md` names the command.
public final class MethodBench {
  private static final Size SIZE =
      new Size(
          Integer.getInteger("people", 10_000),
          Integer.getInteger("channels", 2_000),
          200,
          5,
          Integer.getInteger("messages", 1_000_000));
  private static final int READS = Integer.getInteger("reads", 100);
  private static final int WRITES = Integer.getInteger("writes", 40);
  private static final int WARM_UP = Integer.getInteger("warmup", 8);
  private static final String ONLY = System.getProperty("only", "");
  private static final int FEW = 50;

  /// How long the calls of one method may take before there are no more than the fewest.
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final int FEWEST = 3;
  private static final double MILLI = 1e6;

  /// What cannot be done over and over in one channel: each call is about a new one.
  private static final Set<String> CONSUMING =
      Set.of(
          "admin.conversations.convertToPrivate",
          "admin.conversations.convertToPublic",
          "bookmarks.add",
          "bookmarks.edit",
          "bookmarks.remove",
          "chat.scheduleMessage",
          "conversations.archive",
          "conversations.close",
          "conversations.invite",
          "conversations.join",
          "conversations.kick",
          "conversations.leave",
          "conversations.rename",
          "conversations.unarchive");

  private MethodBench() {}

  /// A workspace and the things of it that calls are about.
  private record Place(MatrixWorld world, String busy, String root) {
    MatrixTarget target(Call call, boolean writes) {
      MatrixTarget target = new MatrixTarget(world, Kind.OWN, world.client(MatrixCaller.OWNER));
      if (CONSUMING.contains(call.name())) {
        return target;
      }
      Map<String, String> things = new LinkedHashMap<>(Map.of("$channel", busy, "$room", busy));
      if (!writes) {
        things.put("$ts", root);
      }
      return target.about(things);
    }
  }

  /// What one method took in one place.
  private static final class Figures {
    private final List<Long> nanos = new ArrayList<>();
    private long bytes;
    private long statements;
    private String outcome = "";

    double at(double share) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      int index = (int) Math.ceil(share * sorted.length) - 1;
      return sorted[Math.max(0, index)] / MILLI;
    }
  }

  private record Row(String method, Figures large, Figures small) {}

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("parley-bench-methods-");
    List<Method> methods;
    try (TestPostgres.Cluster cluster =
        TestPostgres.durable(Files.createTempDirectory("parley-bench-registry-"))) {
      methods = RegistryFixture.methods(cluster);
    }
    MatrixTable table =
        MatrixTable.parse(
            Files.readString(Path.of("src", "test", "resources", "actors", "methods.txt")));
    try (ServerProcess server =
        ServerProcess.startToMeasure(data, Map.of("PARLEY_RATE_FACTOR", "100000"))) {
      Place small = small(world(server, "small", methods));
      Place large = large(world(server, "large", methods));
      Set<String> writing =
          methods.stream().filter(Method::writes).map(Method::name).collect(Collectors.toSet());
      List<Call> calls = calls(table);
      List<Row> rows =
          calls.stream().map(c -> new Row(c.name(), new Figures(), new Figures())).toList();
      count(server, calls, writing, rows, large, small);
      measure(calls, writing, rows, large, small);
      print(rows);
    }
    System.exit(0);
  }

  private static MatrixWorld world(ServerProcess server, String slug, List<Method> methods)
      throws Exception {
    Set<String> scopes =
        methods.stream()
            .flatMap(method -> method.botScopes().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return new MatrixWorld(server, slug, List.copyOf(scopes));
  }

  private static Place small(MatrixWorld world) throws Exception {
    String channel = world.acme.owner().createChannel("busy", false);
    return place(world, channel);
  }

  private static Place large(MatrixWorld world) throws Exception {
    Instant start = Instant.now();
    WorkspaceId workspace = WorkspaceId.parse(world.acme.team()).orElseThrow();
    UserId owner = UserId.parse(world.acme.owner().id).orElseThrow();
    LargeWorkspace large = new LargeWorkspace(workspace, owner, SIZE);
    KeyStore store = new LocalKeyStore(world.server.data().resolve("keys").resolve("workspaces"));
    large.fill(
        world.server.database(), new WorkspaceKeys(store, MasterKey.open(store)).of(workspace));
    say("filled in " + Duration.between(start, Instant.now()).toSeconds() + " s");
    return place(world, large.channel(0).toString());
  }

  /// Brings everybody into a channel and has a little be said there.
  private static Place place(MatrixWorld world, String channel) throws Exception {
    StoryClient owner = world.acme.owner();
    Set<String> people = new TreeSet<>(Set.of(world.acme.carol().id));
    MatrixCaller.INSIDERS.forEach(insider -> people.add(world.client(insider).id));
    people.remove(owner.id);
    var _ =
        owner.ok(
            "conversations.invite", Map.of("channel", channel, "users", String.join(",", people)));
    for (int i = 0; i < FEW; i++) {
      String _ = owner.post(channel, "said number " + i);
    }
    String root = owner.post(channel, "what everybody answers");
    for (int i = 0; i < FEW; i++) {
      var _ =
          owner.ok(
              "chat.postMessage",
              Map.of("channel", channel, "text", "answer " + i, "thread_ts", root));
    }
    return new Place(world, channel, root);
  }

  private static void measure(
      List<Call> calls, Set<String> writing, List<Row> rows, Place large, Place small)
      throws Exception {
    for (int number = 0; number < rows.size(); number++) {
      Row row = rows.get(number);
      boolean writes = writing.contains(row.method);
      Caller here = new Caller(large, calls.get(number), writes);
      Caller there = new Caller(small, calls.get(number), writes);
      long end = System.nanoTime() + LONGEST.toNanos();
      for (int i = -WARM_UP; i < (writes ? WRITES : READS); i++) {
        if (i >= FEWEST && System.nanoTime() - end > 0) {
          break;
        }
        here.call(i < 0 ? new Figures() : row.large);
        there.call(i < 0 ? new Figures() : row.small);
      }
    }
  }

  /// What each method asks the database, when everything that is remembered is remembered. Before
  /// anything is measured: so many calls as that takes meet limits.
  private static void count(
      ServerProcess server,
      List<Call> calls,
      Set<String> writing,
      List<Row> rows,
      Place large,
      Place small)
      throws Exception {
    try (StatementLog log =
        new StatementLog(
            server.database(), server.data().resolve("postgres").resolve("server.log"))) {
      for (int number = 0; number < rows.size(); number++) {
        Row row = rows.get(number);
        boolean writes = writing.contains(row.method);
        row.large.statements = new Caller(large, calls.get(number), writes).count(log);
        row.small.statements = new Caller(small, calls.get(number), writes).count(log);
      }
    }
  }

  private static List<Call> calls(MatrixTable table) {
    Map<String, Call> calls = new LinkedHashMap<>();
    table.calls().forEach(call -> calls.putIfAbsent(call.name(), call));
    ApiExamples.INSTEAD.forEach((name, line) -> calls.put(name, Call.parse(line)));
    return calls.values().stream().filter(call -> call.name().contains(ONLY)).toList();
  }

  /// Makes the calls of one method in one place; of what only reads each is about the same.
  private static final class Caller {
    private final Place place;
    private final Call call;
    private final boolean writes;
    private MatrixCaller who = MatrixCaller.OWNER;
    private MatrixTarget target;

    Caller(Place place, Call call, boolean writes) {
      this.place = place;
      this.call = call;
      this.writes = writes;
      this.target = place.target(call, writes);
    }

    private Map<String, String> prepare() throws Exception {
      if (writes) {
        target = place.target(call, true);
      }
      Map<String, String> arguments = target.fill(call.arguments());
      String before = ApiExamples.BEFORE.get(call.name());
      if (before != null && writes) {
        Call first = Call.parse(before);
        var _ = place.world.call(who, first.name(), target.fill(first.arguments()));
      }
      return arguments;
    }

    void call(Figures figures) throws Exception {
      Map<String, String> arguments = prepare();
      long start = System.nanoTime();
      Answer answer = place.world.call(who, call.name(), arguments);
      figures.nanos.add(System.nanoTime() - start);
      figures.bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
      figures.outcome = answer.outcome();
      if (figures.outcome.equals("not_allowed_token_type")) {
        who = MatrixCaller.BOT;
      }
    }

    long count(StatementLog log) throws Exception {
      call(new Figures());
      Map<String, String> arguments = prepare();
      return log.count(
          () -> {
            JsonNode _ = json(place.world.call(who, call.name(), arguments));
          });
    }

    private static JsonNode json(Answer answer) {
      return WireSamples.json(answer.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void print(List<Row> rows) {
    say(
        "| Method | p50, ms | p99, ms | statements | bytes | small: p50 | p99 | statements |"
            + " ratio of p50 |");
    say("|---|---|---|---|---|---|---|---|---|");
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingDouble(row -> -row.large.at(0.99)));
    for (Row row : sorted) {
      Figures large = row.large;
      Figures small = row.small;
      String outcome = large.outcome.equals("ok") ? "" : " (`" + large.outcome + "`)";
      say(
          "| `%s`%s | %.1f | %.1f | %d | %,d | %.1f | %.1f | %d | %.1f |"
              .formatted(
                  row.method,
                  outcome,
                  large.at(0.5),
                  large.at(0.99),
                  large.statements,
                  large.bytes,
                  small.at(0.5),
                  small.at(0.99),
                  small.statements,
                  large.at(0.5) / small.at(0.5)));
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
