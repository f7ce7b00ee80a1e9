package dev.parley.gateway.hub;

import java.util.concurrent.Executor;

/// The event loop a hub lives on: runs one task after another, in the order given.
public interface Loop extends Executor {

  /// Runs a task on the loop, later. May be called by any thread.
  @Override
  void execute(Runnable task);

  /// Runs a task on the loop after a delay. Called on the loop.
  void schedule(long delayMillis, Runnable task);

  /// Milliseconds since some moment; never goes back. For durations.
  long uptimeMillis();

  /// Milliseconds since 1970, as far as the machine knows; may jump. For what clients are told.
  long wallMillis();
}
