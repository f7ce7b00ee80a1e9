package dev.parley.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Runs many small worlds, each decided by its seed. A seed that fails is printed; run it alone
/// with `-Dparley.seed=<seed>`.
@Tag("simulation")
@Timeout(value = 1, unit = TimeUnit.HOURS)
class SimulationTest {
  private static final int SEEDS = Integer.getInteger("parley.seeds", 1_000);
  private static final long ONE_SEED = Long.getLong("parley.seed", -1);

  @Test
  void nothingIsMissedDoubledReorderedOrLeaked() {
    long first = ONE_SEED < 0 ? 0 : ONE_SEED;
    long end = ONE_SEED < 0 ? SEEDS : ONE_SEED + 1;
    for (long seed = first; seed < end; seed++) {
      List<String> failures = new SimWorld(seed, Flaw.NONE).run();
      assertThat(failures).as("seed " + seed).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aPlantedFlawIsFound(Flaw flaw) {
    long seed = 0;
    while (seed < SEEDS && new SimWorld(seed, flaw).run().isEmpty()) {
      seed++;
    }
    assertThat(seed).as("seeds without a sign of " + flaw).isLessThan(SEEDS);
  }

  @Test
  void aSeedReplays() {
    List<String> once = new SimWorld(42, Flaw.NO_GAP_CHECK).run();
    List<String> again = new SimWorld(42, Flaw.NO_GAP_CHECK).run();

    assertThat(again).isEqualTo(once);
  }
}
