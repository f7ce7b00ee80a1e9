package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Method;
import dev.parley.app.wiring.RegistryFixture;
import dev.parley.testkit.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every method as everybody, about everything: the answers are those of `actors/methods.txt`, and
/// what is foreign cannot be told from what never existed.
@Tag("story")
@ExtendWith({StoryServer.class, TestPostgres.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ActorMatrixTest {
  private static final Path FILE = Path.of("src/test/resources/actors/methods.txt");
  private static final String COMMAND =
      "cd server && mvn -q test-compile surefire:test -Dtest=ActorMatrixTest -Dparley.rewrite=true";
  private static final Pattern ID = Pattern.compile("[TUCDGSQ][0-9A-HJKMNP-TV-Z]{13}");

  private final ServerProcess server;
  private final List<Method> methods;
  private final MatrixTable table;
  private final Set<String> heardByStranger = new TreeSet<>();
  private final Set<String> heardByMember = new TreeSet<>();
  private String written = "";
  private MatrixWorld world;
  private MatrixRun run;

  ActorMatrixTest(ServerProcess server, TestPostgres.Cluster cluster) throws Exception {
    this.server = server;
    methods = RegistryFixture.methods(cluster);
    table = MatrixTable.parse(Files.readString(FILE));
  }

  @BeforeAll
  void callEverything() throws Exception {
    Set<String> scopes =
        methods.stream()
            .flatMap(method -> method.botScopes().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    world = new MatrixWorld(server, "matrix", List.copyOf(scopes));
    try (StatementLog statements =
        new StatementLog(
            server.database(), server.data().resolve("postgres").resolve("server.log"))) {
      run = new MatrixRun(world, statements, methods);
      StoryClient.Socket stranger = listen(MatrixCaller.STRANGER);
      StoryClient.Socket member = listen(MatrixCaller.MEMBER);
      written =
          table.write(
              call -> {
                Map<String, Map<MatrixCaller, String>> answers = run.run(call);
                hear(stranger, heardByStranger);
                hear(member, heardByMember);
                return answers;
              });
      awaitPong(stranger, heardByStranger);
      awaitPong(member, heardByMember);
      stranger.close();
      member.close();
    }
    if (Boolean.getBoolean("parley.rewrite")) {
      Files.writeString(FILE, written);
    }
  }

  private StoryClient.Socket listen(MatrixCaller caller) throws Exception {
    StoryClient.Socket socket = world.client(caller).connect();
    var _ = socket.resume(Map.of());
    return socket;
  }

  private static void hear(StoryClient.Socket socket, Set<String> ids) {
    socket.heard().forEach(frame -> learn(frame, ids));
    socket.send("{\"type\":\"ping\",\"id\":\"more\"}");
  }

  /// What was sent before the last call has been heard when this returns.
  private static void awaitPong(StoryClient.Socket socket, Set<String> ids) throws Exception {
    socket.send("{\"type\":\"ping\",\"id\":\"end\"}");
    JsonNode frame = socket.next();
    while (!frame.path("reply_to").asText().equals("end")) {
      learn(frame, ids);
      frame = socket.next();
    }
  }

  private static void learn(JsonNode frame, Set<String> ids) {
    Matcher matcher = ID.matcher(frame.toString());
    while (matcher.find()) {
      ids.add(matcher.group());
    }
  }

  @Test
  void everyMethodHasARowAndNoneIsOfAMethodThatIsNot() {
    assertThat(table.names())
        .as("a line for each method in %s", FILE)
        .containsExactlyInAnyOrderElementsOf(methods.stream().map(Method::name).toList());
  }

  @Test
  void everyMethodAnswersEveryActorAsTheTableSays() throws Exception {
    assertThat(run.faults).isEmpty();
    assertThat(Files.readString(FILE))
        .as("what somebody may do is another thing than the table says; to rewrite it: %s", COMMAND)
        .isEqualTo(written);
  }

  @Test
  void foreignAndUnknownIdsAreAnsweredAlikeByteForByte() {
    assertThat(run.compared).isGreaterThan(200);
    assertThat(run.differences).isEmpty();
  }

  @Test
  void foreignAndUnknownIdsTakeTheSameStatements() {
    assertThat(run.differentCosts).isEmpty();
  }

  @Test
  void nothingReachesTheSocketOfAnybodyWhoMayNotKnowOfIt() {
    assertThat(heardByStranger).contains(world.globex.team()).doesNotContainAnyElementsOf(acme());
    assertThat(heardByMember)
        .contains(world.acme.team())
        .doesNotContainAnyElementsOf(world.secrets())
        .doesNotContain(world.globex.team(), world.globex.owner().id, world.globex.carol().id);
  }

  private Collection<String> acme() {
    Set<String> ids = new TreeSet<>(world.secrets());
    ids.add(world.acme.team());
    ids.addAll(heardByMember);
    ids.remove(world.client(MatrixCaller.STRANGER).id);
    return ids;
  }
}
