package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Method;
import dev.parley.app.wiring.RegistryFixture;
import dev.parley.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The law of the protocol: whatever method changes something, the events that others hear make of
/// the snapshot before what the server answers afterwards. `web/src/store/laws.test.ts` holds the
/// page's reducers to the same, by the files that are written here.
@Tag("story")
@ExtendWith({StoryServer.class, TestPostgres.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LawTest {
  private static final Path FOLDER = Path.of("src/test/resources/laws");
  private static final String COMMAND =
      "cd server && mvn -q test-compile surefire:test -Dtest=LawTest -Dparley.rewrite=true";
  private static final int AT_ONCE = 3;

  private final ServerProcess server;
  private final Set<String> writers;
  private final List<LawScene> scenes =
      Stream.of(
              LawMessages.all(),
              LawChannels.all(),
              LawAccounts.all(),
              LawThings.all(),
              LawThings.allSilent(),
              LawApps.all())
          .flatMap(List::stream)
          .toList();
  private final Map<String, String> files = new ConcurrentSkipListMap<>();
  private final Map<String, String> broken = new ConcurrentSkipListMap<>();
  private final Map<String, String> wronglySilent = new ConcurrentSkipListMap<>();

  LawTest(ServerProcess server, TestPostgres.Cluster cluster) throws Exception {
    this.server = server;
    writers =
        RegistryFixture.methods(cluster).stream()
            .filter(Method::writes)
            .map(Method::name)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @BeforeAll
  void playAll() throws Exception {
    try (ExecutorService players = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> plays = new ArrayList<>();
      for (LawScene scene : scenes) {
        LawScene.Setting setting = scene.scene();
        if (setting != null) {
          plays.add(players.submit(() -> play(scene, setting)));
        }
      }
      for (Future<?> play : plays) {
        var _ = play.get();
      }
    }
    if (Boolean.getBoolean("parley.rewrite")) {
      rewrite();
    }
  }

  private void play(LawScene scene, LawScene.Setting setting) {
    try {
      LawStage stage = new LawStage(server, "law-" + scenes.indexOf(scene));
      LawScene.Call call = setting.set(stage);
      Map<String, LawObserver> observers = new TreeMap<>();
      for (Map.Entry<String, StoryClient> person : stage.everybody().entrySet()) {
        observers.put(person.getKey(), new LawObserver(person.getValue()));
      }
      var _ = call.caller().ok(call.method(), call.arguments());
      Map<String, LawObserver.Seen> seen = new TreeMap<>();
      for (Map.Entry<String, LawObserver> observer : observers.entrySet()) {
        seen.put(observer.getKey(), observer.getValue().see());
      }
      check(scene, seen);
    } catch (Exception | AssertionError e) {
      broken.put(scene.name(), e.toString());
    }
  }

  private void check(LawScene scene, Map<String, LawObserver.Seen> seen) {
    seen.forEach(
        (name, view) -> {
          hold(scene, name + ", own stream first", view, view.ownFirst());
          hold(scene, name + ", own stream last", view, view.ownLast());
          hold(scene, name + ", as they came", view, view.events());
        });
    seen.values().removeIf(view -> view.events().isEmpty());
    if (seen.isEmpty() != (scene.silence() != null)) {
      wronglySilent.put(scene.name(), seen.keySet() + " heard of it");
    }
    if (!seen.isEmpty()) {
      files.put(scene.name() + ".json", LawFixture.write(scene, server.address().toString(), seen));
    }
  }

  private void hold(LawScene scene, String how, LawObserver.Seen view, List<JsonNode> events) {
    LawPage page = new LawPage(view.before());
    events.forEach(page::apply);
    String applied = LawFixture.text(page.state(page));
    String answered = LawFixture.text(new LawPage(view.after()).state(page));
    if (!applied.equals(answered)) {
      broken.put(
          scene.name() + ", " + how,
          LawFixture.difference(applied, answered) + "\n  after " + events);
    }
  }

  private void rewrite() throws IOException {
    Files.createDirectories(FOLDER);
    for (String name : written()) {
      Files.delete(FOLDER.resolve(name));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }
  }

  private static Set<String> written() throws IOException {
    try (Stream<Path> found = Files.list(FOLDER)) {
      return found
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void everyMethodThatWritesHasAScene() {
    assertThat(scenes.stream().map(LawScene::method).collect(Collectors.toSet()))
        .as("a scene in LawMessages, LawChannels, LawThings, LawAccounts or LawApps")
        .containsExactlyInAnyOrderElementsOf(writers);
  }

  @Test
  void eventsMakeOfTheSnapshotBeforeTheOneAfterwards() {
    assertThat(broken).isEmpty();
  }

  @Test
  void nothingIsToldOfWhatNoPageShowsAndSomethingOfAllElse() {
    assertThat(wronglySilent).isEmpty();
  }

  @Test
  void thePageIsTestedWithWhatTheServerSays() throws IOException {
    assertThat(written()).as("to rewrite them: %s", COMMAND).isEqualTo(files.keySet());
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertThat(Files.readString(FOLDER.resolve(file.getKey())))
          .as("%s is out of date; to rewrite it: %s", file.getKey(), COMMAND)
          .isEqualTo(file.getValue());
    }
  }
}
