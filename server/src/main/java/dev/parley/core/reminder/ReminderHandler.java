package dev.parley.core.reminder;

import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageService;
import dev.parley.core.schedule.DueHandler;
import dev.parley.core.schedule.DueKind;
import dev.parley.core.user.BuiltInBot;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ReminderId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Tells people what they wanted to be told, by a direct message of the built-in bot. A message's
/// `client_msg_id` is made of the reminder and the time at which it was due, so however often it is
/// tried, each time is told once.
public final class ReminderHandler implements DueHandler {
  private final TenantDatabase database;
  private final WorkspaceKeys keys;
  private final BuiltInBot bot;
  private final ChannelService channels;
  private final MessageService messages;
  private final Clock clock;

  public ReminderHandler(
      TenantDatabase database,
      WorkspaceKeys keys,
      BuiltInBot bot,
      ChannelService channels,
      MessageService messages,
      Clock clock) {
    this.database = database;
    this.keys = keys;
    this.bot = bot;
    this.channels = channels;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public DueKind kind() {
    return DueKind.REMINDER;
  }

  @Override
  public void fire(WorkspaceId workspace, long id) {
    Optional<Reminder> due =
        database
            .read(workspace, handle -> store(handle, workspace).find(new ReminderId(id)))
            .filter(reminder -> reminder.completed() == null);
    due.ifPresent(reminder -> tell(workspace, reminder));
  }

  private void tell(WorkspaceId workspace, Reminder reminder) {
    UserId author = bot.of(workspace);
    ChannelId channel = channels.open(workspace, author, Set.of(reminder.user())).channel();
    UUID once = new UUID(reminder.id().value(), reminder.at().toEpochMilli());
    var _ = messages.post(workspace, channel, author, once, "Reminder: " + reminder.text());
  }

  /// Somebody may forget it meanwhile: then it is over.
  @Override
  public Optional<Instant> next(Handle handle, WorkspaceId workspace, long id) {
    ReminderStore store = store(handle, workspace);
    Optional<Reminder> reminder = store.find(new ReminderId(id));
    return reminder
        .flatMap(r -> Optional.ofNullable(r.every()).map(e -> e.next(r.at(), clock.instant())))
        .filter(due -> store.move(new ReminderId(id), due));
  }

  /// One that was told stays until its person has done with it.
  @Override
  public void finish(Handle handle, WorkspaceId workspace, long id) {}

  private ReminderStore store(Handle handle, WorkspaceId workspace) {
    return new ReminderStore(handle, workspace, keys.of(workspace));
  }
}
