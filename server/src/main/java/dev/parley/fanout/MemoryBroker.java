package dev.parley.fanout;

import dev.parley.kernel.StreamKey;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The broker of a single process: signals go straight to the listeners, on the publisher's thread.
public final class MemoryBroker implements Broker {
  private final ConcurrentHashMap<StreamKey, CopyOnWriteArrayList<Listener>> listeners =
      new ConcurrentHashMap<>();

  @Override
  public void publish(List<? extends Signal> signals) {
    for (Signal signal : signals) {
      List<Listener> interested = listeners.get(signal.stream());
      if (interested != null) {
        interested.forEach(listener -> listener.onSignal(signal));
      }
    }
  }

  @Override
  public Subscription subscribe(StreamKey stream, Listener listener) {
    listeners.compute(
        stream,
        (key, present) -> {
          CopyOnWriteArrayList<Listener> list =
              present == null ? new CopyOnWriteArrayList<>() : present;
          list.add(listener);
          return list;
        });
    return () ->
        listeners.computeIfPresent(
            stream,
            (key, present) -> {
              present.remove(listener);
              return present.isEmpty() ? null : present;
            });
  }
}
