package dev.parley.storage.embedded;

import dev.parley.testkit.TestPostgres;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process that starts a database and then waits to be killed.
final class DoomedServer {

  private DoomedServer() {}

  public static void main(String[] args) throws InterruptedException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            new EmbeddedPostgresConfig(Path.of(args[0]), TestPostgres.programs(), true));
    System.out.println("pid " + postgres.pid());
    new CountDownLatch(1).await();
  }
}
