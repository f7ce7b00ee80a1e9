package dev.parley.app.wiring;

import dev.parley.kernel.IdGenerator;
import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.DatabaseRole;
import dev.parley.storage.Databases;
import dev.parley.storage.DirectoryDatabase;
import dev.parley.storage.EventPartitions;
import dev.parley.storage.HistoryEpoch;
import dev.parley.storage.Migrations;
import dev.parley.storage.NodeLease;
import dev.parley.storage.RoleSetup;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.KeyStore;
import dev.parley.storage.keys.LocalKeyStore;
import dev.parley.storage.keys.MasterKey;
import dev.parley.storage.keys.WorkspaceKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database, migrated, and the keys.
record StorageWiring(
    Databases databases,
    TenantDatabase tenants,
    DirectoryDatabase directory,
    MasterKey master,
    WorkspaceKeys keys,
    EventPartitions partitions,
    NodeLease lease,
    HistoryEpoch epoch,
    IdGenerator ids)
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StorageWiring.class);
  private static final int APP_CONNECTIONS = 24;

  /// @param data the data directory: keysets lie below it, apart from the database, and a file
  ///     `restored` if the database was put back from a backup since the last start
  static StorageWiring start(DatabaseAddress address, Path data, Clock clock)
      throws IOException, SQLException {
    KeyStore store = new LocalKeyStore(data.resolve("keys").resolve("workspaces"));
    MasterKey master = MasterKey.open(store);
    Function<DatabaseRole, String> passwords = role -> master.secret(role.roleName());
    new RoleSetup(address, passwords).run();
    Databases databases = new Databases(address, passwords, APP_CONNECTIONS);
    try {
      Migrations.run(databases);
      EventPartitions partitions = new EventPartitions(databases);
      partitions.maintain(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
      DirectoryDatabase directory = new DirectoryDatabase(databases);
      noteRestore(data.resolve("restored"), directory);
      NodeLease lease =
          NodeLease.take(directory, clock, UUID.randomUUID(), StorageWiring::leaseLost);
      return new StorageWiring(
          databases,
          new TenantDatabase(databases),
          directory,
          master,
          new WorkspaceKeys(store, master),
          partitions,
          lease,
          HistoryEpoch.open(directory),
          new IdGenerator(clock, lease.number()));
    } catch (IOException | SQLException | RuntimeException e) {
      databases.close();
      throw e;
    }
  }

  private static void noteRestore(Path marker, DirectoryDatabase directory) throws IOException {
    if (Files.exists(marker)) {
      HistoryEpoch.restored(directory);
      Files.delete(marker);
      log.atWarn().addKeyValue("event", "restore_noted").log("Clients will fetch everything anew");
    }
  }

  /// Another node has this one's number: going on would make ids twice.
  private static void leaseLost() {
    log.atError().addKeyValue("event", "node_lease_lost").log("The node's number is lost; exiting");
    Runtime.getRuntime().halt(75);
  }

  @Override
  public void close() {
    lease.close();
    databases.close();
  }
}
