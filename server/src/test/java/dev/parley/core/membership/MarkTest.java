package dev.parley.core.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.MarkerView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import org.junit.jupiter.api.Test;

final class MarkTest extends AcmeTest {
  MarkTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private MarkerView mark(ChannelId channel, MessageTs ts, boolean forwardOnly, int version) {
    return core.memberships.mark(new Mark(acme, channel, bob, ts, forwardOnly, version));
  }

  @Test
  void whatWasReadBeforeItWasMarkedUnreadElsewhereMovesNothing() {
    ChannelId channel = core.newChannel(acme, "marks", alice, bob);
    MessageTs first = core.post(acme, channel, alice, "One").ts();
    MessageTs last = core.post(acme, channel, alice, "Two").ts();

    assertThat(mark(channel, last, true, 0).ts()).isEqualTo(last);
    MarkerView back = mark(channel, first, false, Mark.ANY_VERSION);
    assertThat(back.ts()).isEqualTo(first);
    assertThat(back.version()).isEqualTo(1);

    assertThat(mark(channel, last, true, 0)).isEqualTo(back);
    assertThat(mark(channel, last, true, 1).ts()).isEqualTo(last);
  }

  @Test
  void whoSaysNoVersionMovesForwardInAnyCase() {
    ChannelId channel = core.newChannel(acme, "any", alice, bob);
    MessageTs first = core.post(acme, channel, alice, "One").ts();
    MessageTs last = core.post(acme, channel, alice, "Two").ts();
    var _ = mark(channel, last, true, Mark.ANY_VERSION);
    var _ = mark(channel, first, false, Mark.ANY_VERSION);

    assertThat(mark(channel, last, true, Mark.ANY_VERSION).ts()).isEqualTo(last);
    assertThat(mark(channel, first, true, Mark.ANY_VERSION).ts()).isEqualTo(last);
  }
}
