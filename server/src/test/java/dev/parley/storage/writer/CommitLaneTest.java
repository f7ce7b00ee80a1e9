package dev.parley.storage.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.DatabaseRole;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a lane does with a batch of which a part fails, with changes that only count.
@Tag("store")
@ExtendWith(TestPostgres.class)
final class CommitLaneTest {
  private static final int CHANGES = 16;
  private static final String HOLD =
      "select 1 from stream_head where workspace_id = ? for no key update";

  private final List<Integer> committed = new CopyOnWriteArrayList<>();
  private final CountDownLatch taken = new CountDownLatch(1);
  private final CountDownLatch submitted = new CountDownLatch(1);

  /// A change that fails as its number says.
  private record Step(WorkspaceId workspace, List<StreamKey> streams, int number)
      implements Change<Integer> {
    @Override
    public List<Touch> touches() {
      return List.of();
    }
  }

  /// Decides about steps; one with a negative number keeps the lane busy until all others are
  /// submitted, so that those form one batch.
  private final class StepKind implements ChangeKind<Step, Integer> {
    private final Failure failure;

    private StepKind(Failure failure) {
      this.failure = failure;
    }

    @Override
    public Class<Step> type() {
      return Step.class;
    }

    @Override
    public void commit(Batch batch, List<Item<Step, Integer>> items) throws SQLException {
      if (items.getFirst().change().number() < 0) {
        taken.countDown();
        await(submitted);
      }
      failure.mayHappen(items.stream().map(item -> item.change().number()).toList());
      items.forEach(item -> item.answer(item.change().number()));
    }
  }

  @FunctionalInterface
  private interface Failure {
    void mayHappen(List<Integer> numbers) throws SQLException;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CommitLoop loop(CoreFixture core, Failure failure) {
    return loop(core, () -> {}, failure);
  }

  private CommitLoop loop(CoreFixture core, Runnable onConnect, Failure failure) {
    return new CommitLoop(
        new WriterDatabase(core.databases, onConnect),
        core.ids,
        new CommitConfig(256, 1_000, 1, Duration.ofMillis(20)),
        List.of(new StepKind(failure)),
        (_, _, _) -> {},
        ClockGuard.TRUSTING,
        core.meters);
  }

  /// Submits steps so that they are taken as one batch; each tells when it is done.
  private List<CompletableFuture<Integer>> submit(CommitLoop commits, List<Step> steps) {
    Step first = new Step(steps.getFirst().workspace(), List.of(), -1);
    CompletableFuture<Integer> blocker = commits.submit(first);
    await(taken);
    List<CompletableFuture<Integer>> done = new ArrayList<>();
    for (Step step : steps) {
      CompletableFuture<Integer> future = commits.submit(step);
      var _ = future.thenAccept(committed::add);
      done.add(future);
    }
    submitted.countDown();
    assertThat(blocker.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(-1);
    return done;
  }

  private static List<Step> steps(WorkspaceId workspace) {
    List<StreamKey> streams = List.of(StreamKey.of(workspace));
    return numbers().stream().map(number -> new Step(workspace, streams, number)).toList();
  }

  private static List<Integer> numbers() {
    return IntStream.range(0, CHANGES).boxed().toList();
  }

  @Test
  void aConnectionLostWhileABatchIsHalvedKeepsTheOrderOfAStream(TestPostgres.Cluster cluster)
      throws Exception {
    boolean[] lost = {false};
    try (CoreFixture core = CoreFixture.start(cluster);
        CommitLoop commits =
            loop(
                core,
                numbers -> {
                  if (numbers.size() > 1) {
                    throw new IllegalStateException("only one by one");
                  }
                  if (numbers.contains(0) && !lost[0]) {
                    lost[0] = true;
                    throw new SQLException("cut", "08006");
                  }
                })) {
      for (CompletableFuture<Integer> done : submit(commits, steps(core.newWorkspace()))) {
        var _ = done.get(10, TimeUnit.SECONDS);
      }

      assertThat(lost[0]).isTrue();
      assertThat(committed).containsExactlyElementsOf(numbers());
    }
  }

  @Test
  void aConnectionThatCannotBeUsedFailsNoChange(TestPostgres.Cluster cluster) throws Exception {
    AtomicInteger connections = new AtomicInteger();
    List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    try (CoreFixture core = CoreFixture.start(cluster);
        CommitLoop commits =
            loop(
                core,
                () -> {
                  if (connections.incrementAndGet() == 2) {
                    throw new IllegalStateException("too many connections");
                  }
                },
                numbers -> {
                  batches.add(numbers);
                  if (numbers.contains(0) && connections.get() == 1) {
                    throw new SQLException("this is a standby", "25006");
                  }
                })) {
      for (CompletableFuture<Integer> done : submit(commits, steps(core.newWorkspace()))) {
        var _ = done.get(10, TimeUnit.SECONDS);
      }

      assertThat(connections).hasValue(3);
      assertThat(batches).containsExactly(List.of(-1), numbers(), numbers());
      assertThat(core.meters.counter("parley.writer.faults").count()).isZero();
    }
  }

  @Test
  void whoWaitsForALaneThatIsInterruptedIsTold(TestPostgres.Cluster cluster) throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster);
        CommitLoop commits =
            loop(
                core,
                numbers -> {
                  Thread.currentThread().interrupt();
                  throw new SQLException("cut", "08006");
                })) {
      Step step = new Step(core.newWorkspace(), List.of(), 1);

      assertThatThrownBy(() -> commits.submit(step).get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(Refusal.class);
    }
  }

  @Test
  void aHeadHeldWhileABatchIsHalvedKeepsTheOrderOfAStream(TestPostgres.Cluster cluster)
      throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster);
        Connection other = core.databases.connect(DatabaseRole.WRITER);
        PreparedStatement hold = other.prepareStatement(HOLD)) {
      WorkspaceId workspace = core.newWorkspace();
      List<StreamKey> free = List.of(StreamKey.of(core.newWorkspace()));
      List<Step> steps = new ArrayList<>(steps(workspace));
      steps.set(1, new Step(workspace, free, 1));
      steps.set(CHANGES - 1, new Step(workspace, free, CHANGES - 1));
      hold.setLong(1, workspace.value());
      assertThat(hold.execute()).isTrue();
      try (CommitLoop commits =
          loop(
              core,
              numbers -> {
                if (numbers.size() > 1) {
                  throw new IllegalStateException("only one by one");
                }
                if (numbers.contains(1)) {
                  other.rollback();
                }
              })) {
        for (CompletableFuture<Integer> done : submit(commits, steps)) {
          var _ = done.get(10, TimeUnit.SECONDS);
        }
      }

      assertThat(committed.subList(0, 2)).containsExactly(1, CHANGES - 1);
      assertThat(committed.subList(2, CHANGES)).isSorted();
    }
  }

  @Test
  void anErrorOfOneChangeFailsItAloneAndEndsNothing(TestPostgres.Cluster cluster) throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster);
        CommitLoop commits =
            loop(
                core,
                numbers -> {
                  if (numbers.contains(5)) {
                    throw new StackOverflowError("planted");
                  }
                })) {
      List<CompletableFuture<Integer>> done = submit(commits, steps(core.newWorkspace()));

      for (int number : numbers()) {
        if (number == 5) {
          assertThatThrownBy(() -> done.get(5).get(10, TimeUnit.SECONDS))
              .hasRootCauseInstanceOf(StackOverflowError.class);
        } else {
          assertThat(done.get(number).get(10, TimeUnit.SECONDS)).isEqualTo(number);
        }
      }
    }
  }

  @Test
  void aListenerThatFailsEndsNothingAndNothingIsMadeTwice(TestPostgres.Cluster cluster)
      throws Exception {
    List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    try (CoreFixture core = CoreFixture.start(cluster)) {
      WorkspaceId workspace = core.newWorkspace();
      StreamKey stream = StreamKey.of(workspace);
      ChangeKind<Step, Integer> kind =
          new ChangeKind<>() {
            @Override
            public Class<Step> type() {
              return Step.class;
            }

            @Override
            public void commit(Batch batch, List<Item<Step, Integer>> items) {
              batches.add(items.stream().map(item -> item.change().number()).toList());
              for (Item<Step, Integer> item : items) {
                long offset =
                    batch.append(
                        batch.head(stream),
                        new EventFact((short) 1, 0, 0, 0, 0),
                        _ -> {
                          throw new IllegalStateException("not asked for");
                        });
                item.answer((int) offset);
              }
            }
          };
      try (CommitLoop commits =
          new CommitLoop(
              new WriterDatabase(core.databases, () -> {}),
              core.ids,
              CommitConfig.DEFAULT,
              List.of(kind),
              (_, _, _) -> {
                throw new IllegalStateException("planted");
              },
              ClockGuard.TRUSTING,
              core.meters)) {
        for (int i = 1; i <= 3; i++) {
          Step step = new Step(workspace, List.of(stream), i);
          assertThat(commits.submit(step).get(10, TimeUnit.SECONDS)).isEqualTo(i);
        }
      }

      assertThat(batches).containsExactly(List.of(1), List.of(2), List.of(3));
    }
  }
}
