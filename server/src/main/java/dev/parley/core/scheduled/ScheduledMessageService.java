package dev.parley.core.scheduled;

import dev.parley.core.access.ChannelAccess;
import dev.parley.core.access.Role;
import dev.parley.core.message.MessageReader;
import dev.parley.core.message.MessageService.By;
import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.core.message.Reach;
import dev.parley.core.schedule.DueItems;
import dev.parley.core.schedule.DueKind;
import dev.parley.core.scheduled.ScheduledMessageStore.Wanted;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.ScheduledId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.MessageContent;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What people do with messages that are to be posted later. Calls block; run them on virtual
/// threads.
public final class ScheduledMessageService {
  private static final Duration FARTHEST = Duration.ofDays(120);
  private static final Duration SPAN = Duration.ofMinutes(5);
  private static final int MOST_IN_SPAN = 30;

  private final TenantDatabase database;
  private final WorkspaceKeys keys;
  private final IdGenerator ids;
  private final ChannelAccess access;
  private final MessageReader messages;
  private final Clock clock;

  public ScheduledMessageService(
      TenantDatabase database,
      WorkspaceKeys keys,
      IdGenerator ids,
      ChannelAccess access,
      MessageReader messages,
      Clock clock) {
    this.database = database;
    this.keys = keys;
    this.ids = ids;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /// Has a message posted at a time. Its author must be able to post then, too; if not, nothing is
  /// posted.
  ///
  /// @param by who posts it, and where they may besides their own conversations
  /// @param role the author's, now
  /// @param replyTo what it answers, or null
  /// @throws Refusal `time_in_past`, `time_too_far`, `restricted_too_many`, `channel_not_found`,
  ///     `not_in_channel`, `is_archived`, `cannot_reply_to_message`, the codes of [PostingView]
  public ScheduledMessage schedule(
      By by,
      ChannelId channel,
      Role role,
      Instant postAt,
      MessageContent content,
      @Nullable ReplyTo replyTo) {
    Instant now = clock.instant();
    if (!postAt.isAfter(now)) {
      throw new Refusal("time_in_past");
    }
    if (postAt.isAfter(now.plus(FARTHEST))) {
      throw new Refusal("time_too_far");
    }
    ScheduledMessage message =
        new ScheduledMessage(
            new ScheduledId(ids.newId()),
            channel,
            by.user(),
            postAt,
            now.truncatedTo(ChronoUnit.SECONDS),
            UUID.randomUUID(),
            by.reach(),
            replyTo == null ? null : replyTo.ts(),
            replyTo != null && replyTo.isBroadcast(),
            content);
    return database.write(
        by.workspace(), handle -> schedule(handle, by.workspace(), role, message));
  }

  private ScheduledMessage schedule(
      Handle handle, WorkspaceId workspace, Role role, ScheduledMessage message) {
    ChannelView channel =
        message.reach() == Reach.PUBLIC
            ? access.visible(handle, workspace, message.author(), message.channel())
            : access.joined(handle, workspace, message.author(), message.channel());
    if (channel.isArchived()) {
      throw new Refusal("is_archived");
    }
    MessageTs thread = message.thread();
    channel
        .posting()
        .refusal(message.author(), role.number(), thread != null && !message.isBroadcast())
        .ifPresent(
            code -> {
              throw new Refusal(code);
            });
    if (thread != null && messages.root(handle, workspace, message.channel(), thread).isEmpty()) {
      throw new Refusal("cannot_reply_to_message");
    }
    ScheduledMessageStore store = store(handle, workspace);
    List<Instant> times =
        new ArrayList<>(store.timesAbout(message.channel(), message.postAt(), SPAN));
    times.add(message.postAt());
    times.sort(null);
    for (int i = MOST_IN_SPAN; i < times.size(); i++) {
      if (times.get(i).isBefore(times.get(i - MOST_IN_SPAN).plus(SPAN))) {
        throw new Refusal("restricted_too_many");
      }
    }
    store.insert(message);
    DueItems.add(handle, workspace, message.id().value(), DueKind.MESSAGE, message.postAt());
    return message;
  }

  /// Those of somebody's messages that have not begun to be posted, in the order in which they were
  /// scheduled.
  ///
  /// @param channel null for all
  /// @param oldest earliest time, seconds since 1970
  /// @param latest latest time, seconds since 1970
  /// @param after number of the last one that was seen, or 0
  public List<ScheduledMessage> list(
      WorkspaceId workspace,
      UserId user,
      @Nullable ChannelId channel,
      double oldest,
      double latest,
      long after,
      int limit) {
    long inChannel = channel == null ? 0 : channel.value();
    return database.read(
        workspace,
        handle ->
            store(handle, workspace)
                .list(new Wanted(user, inChannel, oldest, latest, after, limit)));
  }

  /// Has a message of somebody not be posted.
  ///
  /// @throws Refusal `invalid_scheduled_message_id` also if it has begun to be posted
  public void cancel(WorkspaceId workspace, UserId user, ChannelId channel, ScheduledId id) {
    boolean isCancelled =
        database.write(
            workspace,
            handle -> {
              ScheduledMessageStore store = store(handle, workspace);
              boolean isTheirs =
                  store
                      .find(id)
                      .filter(m -> m.author().equals(user) && m.channel().equals(channel))
                      .isPresent();
              if (!isTheirs || !DueItems.cancel(handle, workspace, id.value())) {
                return false;
              }
              store.delete(id);
              return true;
            });
    if (!isCancelled) {
      throw new Refusal("invalid_scheduled_message_id");
    }
  }

  private ScheduledMessageStore store(Handle handle, WorkspaceId workspace) {
    return new ScheduledMessageStore(handle, workspace, keys.of(workspace));
  }
}
