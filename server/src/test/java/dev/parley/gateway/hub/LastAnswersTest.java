package dev.parley.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.testkit.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a program of Alice is told that comes back, when the clock is set meanwhile.
final class LastAnswersTest {
  private final LastAnswers.Owner alice =
      new LastAnswers.Owner(StreamKey.of(new WorkspaceId(4), new UserId(8)), 1);
  private final MovableClock clock = new MovableClock();
  private final LastAnswers answers = new LastAnswers(clock);

  private boolean isTold(LastAnswers.Place place) {
    return answers.before(alice, place).isPresent();
  }

  @Test
  void whatWasAnsweredBeforeTheClockWasSetBackIsNotToldForHours() {
    LastAnswers.Place lost = answers.enter(alice);
    lost.posted(IntNode.valueOf(1), "1.000001");
    lost.leave();

    clock.forward(Duration.ofHours(-1));
    assertThat(isTold(answers.enter(alice))).isFalse();
  }
}
