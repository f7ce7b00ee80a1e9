package dev.parley.storage.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchQueueTest {
  private static final int BATCH = 4;

  private final BatchQueue queue = new BatchQueue(100, BATCH);

  /// A change of one stream that depends on one thing.
  private record Step(String name, long stream, Touch touch) implements Change<String> {
    @Override
    public WorkspaceId workspace() {
      return new WorkspaceId(1);
    }

    @Override
    public List<StreamKey> streams() {
      return List.of(new StreamKey(1, stream));
    }

    @Override
    public List<Touch> touches() {
      return List.of(touch);
    }
  }

  private void offer(String name, long stream) {
    offer(name, stream, Change.Touch.shared(name));
  }

  private void offer(String name, long stream, Change.Touch touch) {
    assertThat(queue.offer(new Pending<>(new Step(name, stream, touch)))).isTrue();
  }

  private BatchQueue.Taken take() throws InterruptedException {
    return queue.take(20);
  }

  private static List<String> names(BatchQueue.Taken taken) {
    return taken.changes().stream().map(pending -> ((Step) pending.change()).name()).toList();
  }

  @Test
  void aSecondBatchBeginsOnlyWhenAFullOneWaits() throws InterruptedException {
    offer("a", 1);
    BatchQueue.Taken first = take();
    offer("b", 2);
    offer("c", 3);
    offer("d", 4);

    assertThat(names(first)).containsExactly("a");
    assertThat(names(take())).isEmpty();
    offer("e", 5);
    assertThat(names(take())).containsExactly("b", "c", "d", "e");
  }

  @Test
  void changesOfAStreamInFlightWaitInTheirOrder() throws InterruptedException {
    offer("a", 1);
    BatchQueue.Taken first = take();
    offer("b", 1);
    offer("c", 2);
    offer("d", 1);
    offer("e", 3);

    BatchQueue.Taken second = take();
    assertThat(names(second)).containsExactly("c", "e");
    queue.release(second);
    queue.release(first);
    assertThat(names(take())).containsExactly("b", "d");
  }

  @Test
  void whatAnotherBatchTouchesExclusivelyIsLeftAlone() throws InterruptedException {
    offer("a", 1, Change.Touch.exclusive("name"));
    BatchQueue.Taken first = take();
    offer("b", 2, Change.Touch.exclusive("name"));
    offer("c", 3);
    offer("d", 4);
    offer("e", 5);

    BatchQueue.Taken second = take();
    assertThat(names(second)).containsExactly("c", "d", "e");
    queue.release(second);
    queue.release(first);
    assertThat(names(take())).containsExactly("b");
  }
}
