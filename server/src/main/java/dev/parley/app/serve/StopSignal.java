package dev.parley.app.serve;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C and SIGTERM into an interrupt of the thread that runs the server, waits until it
/// has stopped everything, and ends the process with exit code 0.
final class StopSignal {
  private static final int LONGEST_STOP_SECONDS = 60;

  private final Thread server;
  private final CountDownLatch handled = new CountDownLatch(1);
  private volatile boolean received;

  private StopSignal(Thread server) {
    this.server = server;
  }

  static StopSignal listen(Thread server) {
    StopSignal signal = new StopSignal(server);
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
    return signal;
  }

  private void stop() {
    if (handled.getCount() == 0) {
      return;
    }
    received = true;
    server.interrupt();
    try {
      boolean stopped = handled.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
      Runtime.getRuntime().halt(stopped ? 0 : 1);
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  /// Whether the operator asked to stop.
  boolean received() {
    return received;
  }

  /// Says that everything has stopped.
  void handled() {
    handled.countDown();
  }
}
