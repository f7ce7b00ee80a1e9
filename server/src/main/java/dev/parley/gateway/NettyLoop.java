package dev.parley.gateway;

import dev.parley.gateway.hub.Loop;
import io.netty.channel.EventLoop;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Netty event loop as the loop of a hub.
record NettyLoop(EventLoop loop, Clock clock) implements Loop {
  private static final Logger log = LoggerFactory.getLogger(NettyLoop.class);

  @Override
  public void execute(Runnable task) {
    if (!loop.isShuttingDown()) {
      loop.execute(task);
    }
  }

  @Override
  public void schedule(long delayMillis, Runnable task) {
    loop.schedule(task, delayMillis, TimeUnit.MILLISECONDS)
        .addListener(
            done -> {
              if (done.cause() != null && !loop.isShuttingDown()) {
                log.atError()
                    .addKeyValue("event", "gateway_task_failed")
                    .setCause(done.cause())
                    .log("A task of a gateway's loop failed.");
              }
            });
  }

  @Override
  public long uptimeMillis() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public long wallMillis() {
    return clock.millis();
  }
}
