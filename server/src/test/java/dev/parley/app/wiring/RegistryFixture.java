package dev.parley.app.wiring;

import dev.parley.api.Method;
import dev.parley.core.presence.PresenceService;
import dev.parley.fanout.MemoryBroker;
import dev.parley.kernel.IdGenerator;
import dev.parley.storage.DirectoryDatabase;
import dev.parley.storage.EventPartitions;
import dev.parley.storage.HistoryEpoch;
import dev.parley.storage.NodeLease;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.KeyStore;
import dev.parley.storage.keys.MasterKey;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.testkit.MemoryKeyStore;
import dev.parley.testkit.TestDatabase;
import dev.parley.testkit.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// What a server offers, as it is wired.
public final class RegistryFixture {

  private RegistryFixture() {}

  /// Every method, by name.
  public static List<Method> methods(TestPostgres.Cluster cluster) throws Exception {
    Clock clock = Clock.systemUTC();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    MemoryBroker broker = new MemoryBroker();
    try (StorageWiring storage = storage(cluster, clock);
        CoreWiring core = CoreWiring.start(storage, broker, meters, clock)) {
      SignInWiring signIn = SignInWiring.start(storage, core, broker, clock);
      PresenceService presences = new PresenceService(storage.tenants(), (_, _) -> 0, broker);
      return ApiWiring.start(
              storage,
              core,
              signIn,
              new ApiWiring.Realtime((_, _) -> "", presences, "", 1, clock),
              meters)
          .registry()
          .all();
    }
  }

  /// What the port leads to.
  public static List<String> routes() {
    return Arrays.stream(Route.values()).map(Route::path).toList();
  }

  private static StorageWiring storage(TestPostgres.Cluster cluster, Clock clock) throws Exception {
    KeyStore store = new MemoryKeyStore();
    MasterKey master = MasterKey.open(store);
    var databases = TestDatabase.connect(TestDatabase.create(cluster));
    DirectoryDatabase directory = new DirectoryDatabase(databases);
    NodeLease lease = NodeLease.take(directory, clock, UUID.randomUUID(), () -> {});
    return new StorageWiring(
        databases,
        new TenantDatabase(databases),
        directory,
        master,
        new WorkspaceKeys(store, master),
        new EventPartitions(databases),
        lease,
        HistoryEpoch.open(directory),
        new IdGenerator(clock, lease.number()));
  }
}
