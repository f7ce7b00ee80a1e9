package dev.parley.core.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.fanout.MemoryBroker;
import dev.parley.fanout.Signal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is there.
final class PresenceTest extends AcmeTest {
  private int connections;
  private final MemoryBroker broker = new MemoryBroker();
  private final PresenceService presences =
      new PresenceService(core.tenants, (workspace, user) -> connections, broker);

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
  void whatOneSaysIsToldToOneselfAndThatItChangedToTheWorkspace() throws Exception {
    UserId carol = core.newUser(acme, "carol");
    List<Signal> own = new ArrayList<>();
    List<Signal> workspace = new ArrayList<>();
    try (var _ = broker.subscribe(StreamKey.of(acme, carol), own::add);
        var _ = broker.subscribe(StreamKey.of(acme), workspace::add)) {
      presences.setAway(acme, carol, true);
    }

    assertThat(own)
        .singleElement()
        .isInstanceOfSatisfying(
            Signal.Ephemeral.class,
            told ->
                assertThat(new String(told.frame(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"type\":\"manual_presence_change\",\"presence\":\"away\"}"));
    assertThat(workspace).containsExactly(new Signal.Presence(StreamKey.of(acme), carol));
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
