package dev.parley.storage;

import dev.parley.storage.writer.ClockGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node's number, leased from the directory so that no two nodes make the same ids, and what
/// all nodes think of the database's clock.
///
/// A thread of its own renews the lease. While the database cannot be reached nothing can be
/// written either, so the node goes on; when somebody else turns out to have the number, it must
/// not, and `lost` is called, once.
public final class NodeLease implements AutoCloseable, ClockGuard {
  private static final Logger log = LoggerFactory.getLogger(NodeLease.class);
  private static final int NUMBERS = 1024;
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final long MAX_SKEW_MICROS = 60_000_000;

  private static final String LOCK = "select pg_advisory_xact_lock(7261004)";

  private static final String FREE =
      """
      select min(n) from generate_series(0, :last) as n
       where not exists (select 1 from node where id = n and lease_until > now())
      """;

  private static final String TAKE =
      """
      insert into node (id, holder, lease_until, clock_offset)
      values (:node, :holder, now() + make_interval(secs => :seconds),
              make_interval(secs => :offset))
      on conflict (id) do update
         set holder = excluded.holder, lease_until = excluded.lease_until,
             clock_offset = excluded.clock_offset
      """;

  private static final String RENEW =
      """
      update node set lease_until = now() + make_interval(secs => :seconds),
                      clock_offset = make_interval(secs => :offset)
       where id = :node and holder = :holder
      """;

  private static final String RELEASE = "delete from node where id = :node and holder = :holder";

  private static final String NOW =
      "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";

  private static final String OFFSETS =
      """
      select (extract(epoch from clock_offset) * 1000000)::bigint
        from node where lease_until > now()
      """;

  private final DirectoryDatabase directory;
  private final Clock clock;
  private final Runnable lost;
  private final UUID holder;
  private final int number;
  private volatile long correctionMicros;
  private final Thread heart;

  private NodeLease(
      DirectoryDatabase directory, Clock clock, Runnable lost, UUID holder, int number) {
    this.directory = directory;
    this.clock = clock;
    this.lost = lost;
    this.holder = holder;
    this.number = number;
    this.heart = Thread.ofPlatform().name("node-lease").daemon(true).unstarted(this::beat);
  }

  /// Takes the smallest free number.
  ///
  /// @param lost what to do when the lease is gone: nothing may be written from then on
  /// @throws IllegalStateException if all numbers are taken
  public static NodeLease take(
      DirectoryDatabase directory, Clock clock, UUID holder, Runnable lost) {
    OptionalInt number =
        directory.run(
            handle -> {
              var _ = handle.createQuery(LOCK).map((_, _) -> 0).one();
              OptionalInt free =
                  handle
                      .createQuery(FREE)
                      .bind("last", NUMBERS - 1)
                      .mapTo(Integer.class)
                      .findOne()
                      .map(OptionalInt::of)
                      .orElse(OptionalInt.empty());
              free.ifPresent(
                  node -> {
                    var _ = bind(handle, TAKE, node, holder, offsetSeconds(handle, clock));
                  });
              return free;
            });
    NodeLease lease =
        new NodeLease(
            directory,
            clock,
            lost,
            holder,
            number.orElseThrow(() -> new IllegalStateException("all node numbers are taken")));
    var _ = lease.renew();
    lease.heart.start();
    return lease;
  }

  /// The leased number, 0 to 1023.
  public int number() {
    return number;
  }

  /// Compares the database's clock with the median of the nodes' clocks.
  @Override
  public boolean trusts(long databaseMicros) {
    long nodesNow = micros(clock.instant()) + correctionMicros;
    return Math.abs(databaseMicros - nodesNow) <= MAX_SKEW_MICROS;
  }

  /// Renews the lease and learns the other nodes' clocks.
  ///
  /// @return false if somebody else has the number
  boolean renew() {
    return directory.run(
        handle -> {
          double offset = offsetSeconds(handle, clock);
          if (bind(handle, RENEW, number, holder, offset) != 1) {
            return false;
          }
          List<Long> offsets = handle.createQuery(OFFSETS).mapTo(Long.class).list();
          correctionMicros = median(offsets) - (long) (offset * 1_000_000);
          return true;
        });
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(HEARTBEAT);
        if (!stillHeld()) {
          log.atError().addKeyValue("event", "node_lease_lost").addKeyValue("node", number).log();
          lost.run();
          return;
        }
      }
    } catch (InterruptedException e) {
      // Closing.
    }
  }

  private boolean stillHeld() {
    try {
      return renew();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("event", "node_lease_not_renewed").setCause(e).log();
      return true;
    }
  }

  private static int bind(Handle handle, String sql, int node, UUID holder, double offset) {
    return handle
        .createUpdate(sql)
        .bind("node", node)
        .bind("holder", holder)
        .bind("seconds", (double) LIFE.toSeconds())
        .bind("offset", offset)
        .execute();
  }

  /// This node's clock minus the database's, as seen at the middle of a round trip.
  private static double offsetSeconds(Handle handle, Clock clock) {
    long before = micros(clock.instant());
    long database = handle.createQuery(NOW).mapTo(Long.class).one();
    long after = micros(clock.instant());
    return ((before + after) / 2 - database) / 1_000_000.0;
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  /// Gives the number back.
  @Override
  public void close() {
    heart.interrupt();
    try {
      var _ = heart.join(HEARTBEAT);
      int _ =
          directory.run(
              handle ->
                  handle
                      .createUpdate(RELEASE)
                      .bind("node", number)
                      .bind("holder", holder)
                      .execute());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("event", "node_lease_not_released").setCause(e).log();
    }
  }
}
