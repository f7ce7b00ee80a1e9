package dev.parley.testkit;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test of the rules on a database of its own: the workspace Acme with Alice and Bob.
@Tag("store")
@ExtendWith(TestPostgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AcmeTest {
  protected final CoreFixture core;
  protected final WorkspaceId acme;
  protected final UserId alice;
  protected final UserId bob;

  protected AcmeTest(TestPostgres.Cluster cluster) throws Exception {
    core = CoreFixture.start(cluster);
    acme = core.newWorkspace();
    alice = core.newUser(acme, "alice");
    bob = core.newUser(acme, "bob");
  }

  /// The events of a stream of Acme as they are read back now, as JSON.
  protected List<String> readBack(StreamKey stream) {
    var read = core.events.read(acme, Map.of(stream, 0L), 10_000, 10_000).get(stream);
    return read == null
        ? List.of()
        : read.events().stream()
            .map(event -> new String(event.event(), StandardCharsets.UTF_8))
            .toList();
  }

  /// How many mentions of somebody a channel counts for them.
  protected int mentions(ChannelId channel, UserId user) {
    return core.tenants
        .read(acme, handle -> core.conversations.mine(handle, acme, user, List.of(channel)))
        .getFirst()
        .marker()
        .mentionCount();
  }

  @AfterAll
  void close() {
    core.close();
  }
}
