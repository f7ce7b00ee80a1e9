package dev.parley.gateway;

import dev.parley.gateway.hub.GatewayMetrics;
import dev.parley.gateway.hub.Hub;
import dev.parley.gateway.hub.HubServices;
import dev.parley.gateway.hub.Loop;
import dev.parley.protocol.CloseCode;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/// What the connections of one event loop share. Confined to that loop.
final class LoopGateway {
  private static final long TICK_MILLIS = 1_000;

  final GatewayConfig config;
  final GatewayMetrics metrics;
  final Admission admission;
  final Hub hub;
  final TimingWheel wheel = new TimingWheel();
  final Authenticator authenticator;
  private final Executor blocking;
  private final Loop loop;
  private final long startedAt;
  private List<SendQueue> unflushed = new ArrayList<>();
  private List<SendQueue> spare = new ArrayList<>();
  private boolean flushQueued;
  private boolean stopped;

  LoopGateway(
      EventLoop eventLoop,
      GatewayConfig config,
      GatewayServices services,
      HubServices hubServices,
      Admission admission,
      GatewayMetrics metrics) {
    this.config = config;
    this.metrics = metrics;
    this.admission = admission;
    this.authenticator = services.authenticator();
    this.blocking = hubServices.blocking();
    this.loop = new NettyLoop(eventLoop, services.clock());
    this.startedAt = loop.uptimeMillis();
    this.hub =
        new Hub(
            loop,
            hubServices,
            config.hub(),
            NettyFrame.encoder(PooledByteBufAllocator.DEFAULT),
            metrics);
  }

  void start() {
    hub.start();
    loop.schedule(TICK_MILLIS, this::tick);
  }

  void stop() {
    stopped = true;
    hub.stop();
  }

  void execute(Runnable task) {
    loop.execute(task);
  }

  /// Runs what may block.
  void background(Runnable task) {
    blocking.execute(task);
  }

  /// Whole seconds since this began; never goes back. What began at one of them has lasted so long
  /// only when one more is over.
  int seconds() {
    return (int) ((loop.uptimeMillis() - startedAt) / 1_000);
  }

  boolean isPast(Instant moment) {
    return loop.wallMillis() / 1_000 >= moment.getEpochSecond();
  }

  /// Has a queue flushed after the tasks that are queued now: what they write goes with it.
  void flushLater(SendQueue queue) {
    unflushed.add(queue);
    if (!flushQueued) {
      flushQueued = true;
      loop.execute(this::flushAll);
    }
  }

  private void flushAll() {
    flushQueued = false;
    List<SendQueue> batch = unflushed;
    unflushed = spare;
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).flushNow();
    }
    batch.clear();
    spare = batch;
  }

  /// Says goodbye to every connection, and closes each at a random moment of the spread.
  void drain(long spreadMillis) {
    hub.forEach(
        connection -> {
          connection.goodbye("draining", spreadMillis);
          loop.schedule(
              ThreadLocalRandom.current().nextLong(spreadMillis + 1),
              () -> connection.close(CloseCode.DRAINING));
        });
  }

  private void tick() {
    if (!stopped) {
      try {
        wheel.tick();
      } finally {
        loop.schedule(TICK_MILLIS, this::tick);
      }
    }
  }
}
