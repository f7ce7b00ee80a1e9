package dev.parley.core.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import org.junit.jupiter.api.Test;

/// Who is there.
final class PresenceTest extends AcmeTest {
  private int connections;
  private final PresenceService presences =
      new PresenceService(core.tenants, (workspace, user) -> connections);

  PresenceTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  @Test
  void whoIsConnectedIsThereUnlessTheySayOtherwise() {
    connections = 0;
    assertThat(presences.of(acme, bob).isActive()).isFalse();
    connections = 2;
    assertThat(presences.of(acme, bob).isActive()).isTrue();

    presences.setAway(acme, bob, true);
    assertThat(presences.of(acme, bob)).isEqualTo(new Presence(true, 2));
    assertThat(presences.of(acme, bob).isActive()).isFalse();
    assertThat(presences.of(acme, alice).isAway()).isFalse();

    presences.setAway(acme, bob, false);
    assertThat(presences.of(acme, bob).isActive()).isTrue();
  }

  @Test
  void aForeignPersonIsAsUnknownAsAny() throws Exception {
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    presences.setAway(acme, mallory, true);

    assertThat(presences.of(globex, mallory).isAway()).isFalse();
    assertThatThrownBy(() -> presences.of(acme, mallory)).hasMessage("user_not_found");
    assertThatThrownBy(() -> presences.of(acme, new UserId(4))).hasMessage("user_not_found");
  }
}
