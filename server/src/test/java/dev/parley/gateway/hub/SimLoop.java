package dev.parley.gateway.hub;

/// An event loop of a simulated node: tasks in order, a little late. Dead, it runs nothing.
final class SimLoop implements Loop {
  private final SimSchedule schedule;
  private long busyUntil;
  private boolean dead;

  SimLoop(SimSchedule schedule) {
    this.schedule = schedule;
  }

  void die() {
    dead = true;
  }

  @Override
  public void execute(Runnable task) {
    busyUntil = Math.max(busyUntil, schedule.micros() + schedule.random.nextInt(300));
    schedule.at(busyUntil, () -> run(task));
  }

  @Override
  public void schedule(long delayMillis, Runnable task) {
    schedule.after(delayMillis * 1_000, () -> run(task));
  }

  @Override
  public long uptimeMillis() {
    return schedule.micros() / 1_000;
  }

  @Override
  public long wallMillis() {
    return schedule.clock().millis();
  }

  private void run(Runnable task) {
    if (!dead) {
      task.run();
    }
  }
}
