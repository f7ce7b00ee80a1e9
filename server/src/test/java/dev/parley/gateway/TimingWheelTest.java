package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingWheelTest {
  private final TimingWheel wheel = new TimingWheel();
  private int second;

  @Test
  void eachIsCalledWhenItAskedToBe() {
    Entry often = new Entry(1);
    Entry seldom = new Entry(5);
    wheel.add(often, 1);
    wheel.add(seldom, 3);

    pass(8);

    assertThat(often.calls).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(seldom.calls).containsExactly(3, 8);
  }

  @Test
  void whoIsRemovedIsNotCalledAndItsNeighboursStillAre() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      entries.add(new Entry(0));
      wheel.add(entries.getLast(), 2);
    }
    wheel.remove(entries.get(1));
    wheel.remove(entries.get(4));
    wheel.remove(entries.get(4));

    pass(3);

    assertThat(entries.stream().map(entry -> entry.calls.size())).containsExactly(1, 0, 1, 1, 0);
  }

  @Test
  void whatIsVeryFarAwayIsCalledEarlier() {
    Entry entry = new Entry(0);
    wheel.add(entry, 1_000);

    pass(63);

    assertThat(entry.calls).containsExactly(63);
  }

  @Test
  void oneThatFailsHoldsUpNoOtherAndIsCalledAgain() {
    Entry bad = new Entry(1);
    Entry good = new Entry(1);
    bad.failsAt = 2;
    wheel.add(bad, 1);
    wheel.add(good, 1);

    pass(4);

    assertThat(good.calls).containsExactly(1, 2, 3, 4);
    assertThat(bad.calls).containsExactly(1, 3, 4);
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      second++;
      wheel.tick();
    }
  }

  private final class Entry implements TimingWheel.Timed {
    private final List<Integer> calls = new ArrayList<>();
    private final int next;
    private int bucket = TimingWheel.NOWHERE;
    private int place;
    private int failsAt;

    Entry(int next) {
      this.next = next;
    }

    @Override
    public int bucket() {
      return bucket;
    }

    @Override
    public int place() {
      return place;
    }

    @Override
    public void setPlace(int nextBucket, int nextPlace) {
      bucket = nextBucket;
      place = nextPlace;
    }

    @Override
    public int onTimer() {
      if (second == failsAt) {
        throw new StackOverflowError("planted");
      }
      calls.add(second);
      return next;
    }
  }
}
