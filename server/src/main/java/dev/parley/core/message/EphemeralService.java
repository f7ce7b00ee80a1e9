package dev.parley.core.message;

import dev.parley.core.access.Actor;
import dev.parley.core.access.ChannelAccess;
import dev.parley.core.event.MessagePublications;
import dev.parley.fanout.Broker;
import dev.parley.fanout.Signal;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.MessageView.Subtype;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.TenantDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Messages that one person sees at once, if they are connected, and that are kept nowhere. Calls
/// block; run them on virtual threads.
public final class EphemeralService {
  private final TenantDatabase database;
  private final MessageReader messages;
  private final ChannelAccess access;
  private final Broker broker;
  private final Clock clock;

  public EphemeralService(
      TenantDatabase database,
      MessageReader messages,
      ChannelAccess access,
      Broker broker,
      Clock clock) {
    this.database = database;
    this.messages = messages;
    this.access = access;
    this.broker = broker;
    this.clock = clock;
  }

  /// Shows a message to one member of a channel.
  ///
  /// @param replyTo any message of the thread in which it is shown, or null
  /// @return the message's `ts`, by which nothing can be found later
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `user_not_in_channel`,
  ///     `cannot_reply_to_message`, `restricted_action_…` as for a post
  public MessageTs show(
      Actor actor,
      ChannelId channel,
      UserId reader,
      MessageContent content,
      @Nullable MessageTs replyTo) {
    WorkspaceId workspace = actor.workspace();
    ThreadView thread =
        database.read(workspace, handle -> place(handle, actor, channel, reader, replyTo)).thread();
    Instant now = clock.instant();
    MessageTs ts = new MessageTs(now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
    MessageView message =
        new MessageView(
            workspace,
            channel,
            ts,
            actor.user(),
            content,
            0,
            Subtype.NONE,
            null,
            null,
            null,
            0,
            thread,
            List.of(),
            false);
    broker.publish(
        List.of(
            new Signal.Ephemeral(
                StreamKey.of(workspace, reader), MessagePublications.ephemeral(message), 0)));
    return ts;
  }

  /// Where it is shown.
  private record Place(@Nullable ThreadView thread) {}

  private Place place(
      Handle handle, Actor actor, ChannelId channel, UserId reader, @Nullable MessageTs replyTo) {
    WorkspaceId workspace = actor.workspace();
    ChannelView found = access.joined(handle, workspace, actor.user(), channel);
    if (found.isArchived()) {
      throw new Refusal("is_archived");
    }
    found
        .posting()
        .refusal(actor.user(), actor.role().number(), replyTo != null)
        .ifPresent(
            code -> {
              throw new Refusal(code);
            });
    if (messages.membersAmong(handle, workspace, channel, Set.of(reader)).isEmpty()) {
      throw new Refusal("user_not_in_channel");
    }
    if (replyTo == null) {
      return new Place(null);
    }
    MessageView root =
        messages
            .root(handle, workspace, channel, replyTo)
            .orElseThrow(() -> new Refusal("cannot_reply_to_message"));
    return new Place(new ThreadView.Reply(root.ts(), root.user(), 0));
  }
}
