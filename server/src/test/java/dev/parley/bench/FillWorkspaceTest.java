package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.view.ConversationView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.LargeWorkspace.Size;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A workspace is filled whole, however little is said in it.
final class FillWorkspaceTest extends AcmeTest {
  private static final int CHANNELS = 30;

  FillWorkspaceTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private void fill(int messages) throws Exception {
    Size size = new Size(5, CHANNELS, CHANNELS, 2, messages);
    FillWorkspace.fill(core.address, acme, alice, core.keys.of(acme), size);
  }

  @Test
  void withFewMessagesOnePersonIsInAllChannelsAndHasReadThem() throws Exception {
    fill(100);

    List<ConversationView> mine =
        core.tenants.read(acme, handle -> core.conversations.mine(handle, acme, alice));
    assertThat(mine).hasSize(CHANNELS);
    assertThat(mine).extracting(ConversationView::messageNumber).contains(1, 3);
    assertThat(mine)
        .allSatisfy(each -> assertThat(each.marker().number()).isEqualTo(each.messageNumber()));
  }
}
