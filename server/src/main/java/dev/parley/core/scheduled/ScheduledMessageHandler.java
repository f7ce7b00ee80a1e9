package dev.parley.core.scheduled;

import dev.parley.core.message.MessageService;
import dev.parley.core.message.MessageService.By;
import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.core.schedule.DueHandler;
import dev.parley.core.schedule.DueKind;
import dev.parley.kernel.ScheduledId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Posts messages whose time has come, as their authors.
public final class ScheduledMessageHandler implements DueHandler {
  private final TenantDatabase database;
  private final WorkspaceKeys keys;
  private final MessageService messages;

  public ScheduledMessageHandler(
      TenantDatabase database, WorkspaceKeys keys, MessageService messages) {
    this.database = database;
    this.keys = keys;
    this.messages = messages;
  }

  @Override
  public DueKind kind() {
    return DueKind.MESSAGE;
  }

  @Override
  public void fire(WorkspaceId workspace, long id) {
    Optional<ScheduledMessage> due =
        database.read(workspace, handle -> store(handle, workspace).find(new ScheduledId(id)));
    due.ifPresent(
        message -> {
          var _ =
              messages.post(
                  new By(workspace, message.author(), message.reach()),
                  message.channel(),
                  message.clientMsgId(),
                  message.content(),
                  message.thread() == null
                      ? null
                      : new ReplyTo(message.thread(), message.isBroadcast()));
        });
  }

  @Override
  public void finish(Handle handle, WorkspaceId workspace, long id) {
    store(handle, workspace).delete(new ScheduledId(id));
  }

  private ScheduledMessageStore store(Handle handle, WorkspaceId workspace) {
    return new ScheduledMessageStore(handle, workspace, keys.of(workspace));
  }
}
