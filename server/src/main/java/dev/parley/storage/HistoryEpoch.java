package dev.parley.storage;

import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which history the database holds. A restore or a failover may lose what was acknowledged; both
/// change the system identifier or the timeline, and then the epoch is raised and clients fetch
/// anew what they show. A copy of the files that was put back changes neither: whoever puts it
/// back says so ([#restored]). Safe for many threads.
public final class HistoryEpoch {
  private static final Logger log = LoggerFactory.getLogger(HistoryEpoch.class);

  private static final String PRESENT =
      """
      select system_identifier,
             ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer
               as timeline
        from pg_control_system()
      """;

  private static final String BEGIN =
      """
      insert into history_epoch (epoch, system_identifier, timeline)
      values (1, :system, :timeline) on conflict (only_row) do nothing
      """;

  private static final String RAISE =
      """
      update history_epoch
         set epoch = epoch + 1, system_identifier = :system, timeline = :timeline
       where (system_identifier, timeline) is distinct from (:system, :timeline)
      """;

  /// Seconds since 2025: above what was reached by single steps, also after an earlier restore of
  /// the same copy.
  private static final String RESTORED =
      """
      update history_epoch
         set epoch = greatest(epoch + 1, (extract(epoch from now()) - 1735689600)::integer)
      """;

  private static final String READ = "select epoch from history_epoch";

  private final DirectoryDatabase directory;
  private final AtomicLong epoch = new AtomicLong();

  private HistoryEpoch(DirectoryDatabase directory) {
    this.directory = directory;
  }

  /// Compares the database with what was noted of it, at the start of a node.
  public static HistoryEpoch open(DirectoryDatabase directory) {
    HistoryEpoch history = new HistoryEpoch(directory);
    history.check();
    return history;
  }

  /// Notes that the database is an earlier copy, before it is opened: the next epoch is one that no
  /// client has seen.
  public static void restored(DirectoryDatabase directory) {
    int _ = directory.run(handle -> handle.createUpdate(RESTORED).execute());
  }

  /// The present epoch. Does not block.
  public long epoch() {
    return epoch.get();
  }

  /// Compares again; to be called after connections to the database were lost.
  public void check() {
    int found = directory.run(HistoryEpoch::compare);
    long before = epoch.getAndSet(found);
    if (before != 0 && before != found) {
      log.atWarn().addKeyValue("event", "history_epoch_raised").addKeyValue("epoch", found).log();
    }
  }

  private static int compare(Handle handle) {
    record Identity(long system, int timeline) {}
    Identity present =
        handle
            .createQuery(PRESENT)
            .map((row, _) -> new Identity(row.getLong(1), row.getInt(2)))
            .one();
    for (String statement : new String[] {BEGIN, RAISE}) {
      int _ =
          handle
              .createUpdate(statement)
              .bind("system", present.system())
              .bind("timeline", present.timeline())
              .execute();
    }
    return handle.createQuery(READ).mapTo(Integer.class).one();
  }
}
