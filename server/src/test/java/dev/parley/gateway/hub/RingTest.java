package dev.parley.gateway.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingTest {
  private final RingBudget budget = new RingBudget(10_000);
  private final Ring ring =
      new Ring(
          new HubConfig(
              new HubConfig.Rings(4, 1_000, 10_000),
              new HubConfig.Replay(8, 2_000, 100),
              new HubConfig.ReplayAllowance(100, 100),
              Duration.ofMillis(1),
              Duration.ofSeconds(1),
              1,
              1),
          budget);

  @Test
  void itKeepsTheNewestWithinItsBounds() {
    append(1, 10);

    assertThat(ring.first()).isEqualTo(7);
    assertThat(ring.covers(6)).isTrue();
    assertThat(ring.covers(5)).isFalse();
    assertThat(text(10)).isEqualTo("m10");
  }

  @Test
  void bytesBoundItTooButTheNewestStays() {
    ring.reset(0);
    boolean lost = ring.append(publication(1, "x".repeat(600), 0, false), false);
    lost |= ring.append(publication(2, "x".repeat(1_500), 0, false), false);

    assertThat(lost).isTrue();
    assertThat(ring.size()).isEqualTo(1);
    assertThat(ring.bytes()).isEqualTo(1_500);
  }

  @Test
  void whatAllRingsHoldIsCountedAndOnceTooMuchEachGivesUpWhatItTakes() {
    append(1, 4);
    assertThat(budget.held()).isEqualTo(ring.bytes());

    budget.add(10_000 - ring.bytes());
    int before = ring.bytes();
    boolean lost = ring.append(publication(5, "x".repeat(100), 0, false), false);

    assertThat(budget.isSpent()).isTrue();
    assertThat(lost).isTrue();
    assertThat(ring.bytes()).isBetween(100, Math.max(100, before));
    assertThat(ring.prepend(List.of(publication(ring.first() - 1, "old", 0, false)))).isFalse();
    ring.reset(5);
    assertThat(budget.held()).isEqualTo(10_000 - before);
  }

  @Test
  void olderOnesGoInFrontAndAreStubbedByWhatIsHere() {
    ring.reset(6);
    boolean lost = ring.append(publication(7, "gone", 5, true), false);
    List<Publication> older = new ArrayList<>();
    for (int i = 2; i <= 6; i++) {
      older.add(publication(i, "m" + i, i, false));
    }

    boolean whole = ring.prepend(older);

    assertThat(whole).isTrue();
    assertThat(lost).isFalse();
    assertThat(ring.first()).isEqualTo(2);
    assertThat(text(4)).isEqualTo("m4");
    assertThat(text(5)).isEqualTo("stub");
    assertThat(text(7)).isEqualTo("gone");
  }

  @Test
  void aLaterEventPurgesEarlierOnesOfItsSubject() {
    ring.reset(0);
    boolean lost = ring.append(publication(1, "secret", 5, false), false);
    lost |= ring.append(publication(2, "other", 6, false), false);
    lost |= ring.append(publication(3, "deleted", 5, true), false);

    assertThat(lost).isFalse();
    assertThat(text(1)).isEqualTo("stub");
    assertThat(text(2)).isEqualTo("other");
    assertThat(ring.bytes()).isEqualTo("stub".length() + "other".length() + "deleted".length());
  }

  private void append(int from, int to) {
    ring.reset(from - 1);
    for (int i = from; i <= to; i++) {
      boolean lost = ring.append(publication(i, "m" + i, 0, false), false);
      assertThat(lost).isEqualTo(i > 4);
    }
  }

  private String text(long offset) {
    return new String(ring.get(offset).event(), UTF_8);
  }

  private static Publication publication(
      long offset, String text, long subject, boolean supersedes) {
    return new Publication(
        offset, text.getBytes(UTF_8), subject, supersedes, "stub".getBytes(UTF_8), Grant.NONE);
  }
}
