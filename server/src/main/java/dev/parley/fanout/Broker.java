package dev.parley.fanout;

import dev.parley.kernel.StreamKey;
import java.util.List;

/// Carries signals from the nodes that make them to the gateways that want them.
///
/// Delivery is best effort: a signal may be lost, doubled or late. Implementations are safe for use
/// by many threads.
public interface Broker {

  /// Sends signals to everyone subscribed to their streams, on all nodes. Does not block on slow
  /// subscribers.
  void publish(List<? extends Signal> signals);

  /// Has signals of a stream handed to a listener until the subscription is closed. When the call
  /// returns, signals published later will arrive. May block, so never call it on an event loop.
  Subscription subscribe(StreamKey stream, Listener listener);

  /// Receives signals on a thread of the broker; must not block.
  @FunctionalInterface
  interface Listener {
    void onSignal(Signal signal);
  }

  /// One listener's interest in one stream.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
