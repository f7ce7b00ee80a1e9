package dev.parley.app.wiring;

import dev.parley.core.reminder.ReminderHandler;
import dev.parley.core.schedule.Scheduler;
import dev.parley.core.scheduled.ScheduledMessageHandler;
import dev.parley.core.user.BuiltInBot;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;

/// What happens at a time.
final class ScheduleWiring {

  private ScheduleWiring() {}

  static Scheduler start(
      StorageWiring storage, CoreWiring core, Clock clock, MeterRegistry meters) {
    return new Scheduler(
        storage.databases().scheduler(),
        storage.tenants(),
        List.of(
            new ScheduledMessageHandler(storage.tenants(), storage.keys(), core.messages()),
            new ReminderHandler(
                storage.tenants(),
                storage.keys(),
                new BuiltInBot(core.users()),
                core.channels(),
                core.messages(),
                clock)),
        clock,
        meters);
  }
}
