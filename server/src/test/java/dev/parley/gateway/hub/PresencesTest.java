package dev.parley.gateway.hub;

import static dev.parley.gateway.hub.HubFixture.ACME;
import static dev.parley.gateway.hub.HubFixture.ALICE;
import static dev.parley.gateway.hub.HubFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fanout.Signal;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who is told that whom came or went.
class PresencesTest {
  private static final UserId CAROL = new UserId(1L << 30);
  private static final Duration GATHERED = Duration.ofMillis(Presences.GATHERED_MILLIS + 100);
  private final HubFixture world = new HubFixture();

  private HubFixture.Client page(UserId user) {
    HubFixture.Client page = world.open(user).resume(Map.of());
    var _ = page.take();
    return page;
  }

  private void watch(HubFixture.Client page, UserId... people) {
    List<String> names = List.of(people).stream().map(UserId::toString).toList();
    page.connection().receive(new ClientFrame.Presence(names));
    world.settle();
  }

  private void set(UserId user, boolean active) {
    var _ = active ? world.desk.active.add(user) : world.desk.active.remove(user);
    world.broker.publish(List.of(new Signal.Presence(StreamKey.of(ACME), user)));
    world.settle();
  }

  private static String told(String active, String away) {
    return "{\"type\":\"presence\",\"active\":[" + active + "],\"away\":[" + away + "]}";
  }

  private static String quoted(UserId user) {
    return "\"" + user + "\"";
  }

  @Test
  void whoIsWatchedIsToldOfAtOnceAndWhenItChanges() {
    HubFixture.Client page = page(ALICE);
    watch(page, BOB);
    assertThat(page.take()).containsExactly(told("", quoted(BOB)));

    set(BOB, true);
    set(CAROL, true);
    assertThat(page.take()).isEmpty();
    world.pass(GATHERED);
    assertThat(page.take()).containsExactly(told(quoted(BOB), ""));
  }

  @Test
  void whoLeavesAndComesBackMeanwhileIsNotToldOf() {
    world.desk.active.add(BOB);
    HubFixture.Client page = page(ALICE);
    watch(page, BOB);
    var _ = page.take();

    set(BOB, false);
    set(BOB, true);
    world.pass(GATHERED);

    assertThat(page.take()).isEmpty();
  }

  @Test
  void allThatChangedMeanwhileIsOneQuestionAndOneFrameForEachConnection() {
    HubFixture.Client alice = page(ALICE);
    HubFixture.Client bob = page(BOB);
    watch(alice, BOB, CAROL);
    watch(bob, CAROL);
    var _ = alice.take();
    var _ = bob.take();
    int before = world.desk.questions.get();

    set(BOB, true);
    set(CAROL, true);
    world.pass(GATHERED);

    assertThat(world.desk.questions.get() - before).isEqualTo(1);
    assertThat(alice.take()).singleElement().asString().contains(quoted(BOB), quoted(CAROL));
    assertThat(bob.take()).containsExactly(told(quoted(CAROL), ""));
  }

  @Test
  void aListReplacesTheLastOneAndAnEmptyOneEndsIt() {
    HubFixture.Client page = page(ALICE);
    watch(page, BOB);
    watch(page, CAROL);
    var _ = page.take();
    set(BOB, true);
    world.pass(GATHERED);
    assertThat(page.take()).isEmpty();

    watch(page);
    set(CAROL, true);
    world.pass(GATHERED);
    assertThat(page.take()).isEmpty();
  }

  @Test
  void peopleOfWhomOneMayNotKnowAreNotToldOf() {
    world.desk.unknown.add(BOB);
    HubFixture.Client page = page(ALICE);
    watch(page, BOB, CAROL);
    assertThat(page.take()).containsExactly(told("", quoted(CAROL)));

    set(BOB, true);
    world.pass(GATHERED);
    assertThat(page.take()).isEmpty();
  }

  @Test
  void whoIsGoneHoldsNothing() {
    world.hub.start();
    HubFixture.Client page = page(ALICE);
    int questions = world.desk.questions.get();
    watch(page, BOB);
    int held = world.hub.streams();
    page.connection().closed();
    set(BOB, true);
    world.pass(Duration.ofSeconds(70));

    assertThat(world.desk.questions.get() - questions).isEqualTo(1);
    assertThat(world.hub.streams()).isLessThan(held);
  }

  @Test
  void beforeResumeItIsRefused() {
    HubFixture.Client page = world.open(ALICE);
    watch(page, BOB);

    assertThat(page.take()).singleElement().asString().contains("resume_first");
  }
}
