package dev.parley.testkit;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
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

  @AfterAll
  void close() {
    core.close();
  }
}
