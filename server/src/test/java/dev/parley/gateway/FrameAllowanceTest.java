package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameAllowanceTest {
  private final FrameAllowance frames = new FrameAllowance(10);

  @Test
  void twoHundredAndFiftyComeAtOnceAndFiftyMoreASecond() {
    assertThat(takenAt(10)).isEqualTo(250);
    assertThat(takenAt(11)).isEqualTo(50);
    assertThat(takenAt(11)).isZero();
    assertThat(takenAt(13)).isEqualTo(100);
    assertThat(takenAt(Integer.MAX_VALUE)).isEqualTo(250);
  }

  /// Asked each second by a client that says one thing a second.
  @Test
  void nothingOfTheRefillIsLostByAskingOften() {
    assertThat(takenAt(10)).isEqualTo(250);
    for (int second = 11; second <= 14; second++) {
      assertThat(frames.take(second)).isTrue();
    }

    assertThat(takenAt(14)).isEqualTo(4 * 50 - 4);
  }

  private int takenAt(int second) {
    int taken = 0;
    while (taken < 1_000 && frames.take(second)) {
      taken++;
    }
    return taken;
  }
}
