package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.MovableClock;
import dev.parley.testkit.TestDatabase;
import dev.parley.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("store")
@ExtendWith(TestPostgres.class)
class NodeLeaseTest {
  private final DatabaseAddress address;
  private final Databases databases;
  private final DirectoryDatabase directory;

  NodeLeaseTest(TestPostgres.Cluster cluster) throws SQLException {
    address = TestDatabase.create(cluster);
    databases = TestDatabase.connect(address);
    directory = new DirectoryDatabase(databases);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void nodesGetDifferentNumbersAndAReleasedOneIsReused() {
    try (NodeLease first = take(Clock.systemUTC())) {
      NodeLease second = take(Clock.systemUTC());

      assertThat(first.number()).isZero();
      assertThat(second.number()).isEqualTo(1);
      second.close();
      try (NodeLease third = take(Clock.systemUTC())) {
        assertThat(third.number()).isEqualTo(1);
      }
    }
  }

  @Test
  void leaseThatRanOutIsTakenOverAndItsHolderLearnsOfIt() throws SQLException {
    try (NodeLease first = take(Clock.systemUTC())) {
      administer("update parley.node set lease_until = now() - interval '1 second'");

      try (NodeLease second = take(Clock.systemUTC())) {
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(first.renew()).isFalse();
        assertThat(second.renew()).isTrue();
      }
    }
  }

  @Test
  void databaseClockFarFromTheNodesIsNotTrusted() {
    try (NodeLease lease = take(Clock.systemUTC())) {
      long now = Instant.now().toEpochMilli() * 1_000;

      assertThat(lease.trusts(now)).isTrue();
      assertThat(lease.trusts(now + 50_000_000)).isTrue();
      assertThat(lease.trusts(now + 70_000_000)).isFalse();
      assertThat(lease.trusts(now - 70_000_000)).isFalse();
    }
  }

  @Test
  void oneNodeWithAWrongClockIsOutvoted() {
    MovableClock wrong = new MovableClock();
    wrong.forward(Duration.ofMinutes(10));
    try (NodeLease first = take(Clock.systemUTC());
        NodeLease second = take(Clock.systemUTC());
        NodeLease astray = take(wrong)) {
      assertThat(first.renew() && second.renew() && astray.renew()).isTrue();

      assertThat(astray.trusts(Instant.now().toEpochMilli() * 1_000)).isTrue();
      assertThat(first.trusts(wrong.millis() * 1_000)).isFalse();
    }
  }

  @Test
  void epochStaysUntilTheHistoryIsAnother() throws SQLException {
    HistoryEpoch history = HistoryEpoch.open(directory);
    assertThat(history.epoch()).isEqualTo(1);
    assertThat(HistoryEpoch.open(directory).epoch()).isEqualTo(1);

    administer("update parley.history_epoch set timeline = timeline - 1");

    history.check();
    assertThat(history.epoch()).isEqualTo(2);
    assertThat(HistoryEpoch.open(directory).epoch()).isEqualTo(2);
  }

  @Test
  void aCopyThatIsPutBackBeginsAnEpochThatNobodyHasSeen() {
    long before = HistoryEpoch.open(directory).epoch();

    HistoryEpoch.restored(directory);
    long first = HistoryEpoch.open(directory).epoch();
    HistoryEpoch.restored(directory);

    assertThat(first).isGreaterThan(before + 1_000_000);
    assertThat(HistoryEpoch.open(directory).epoch()).isGreaterThan(first);
  }

  private NodeLease take(Clock clock) {
    return NodeLease.take(directory, clock, UUID.randomUUID(), () -> {});
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
