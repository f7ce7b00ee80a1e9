package dev.parley.core.message;

import dev.parley.core.access.ChannelAccess;
import dev.parley.core.message.Post.Answer;
import dev.parley.core.message.Post.Posted;
import dev.parley.core.usergroup.UsergroupReader;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.writer.Change;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What people do with messages. Blocks until a change is durable; run it on virtual threads.
public final class MessageService {
  /// How often a change is tried whose message others change at the same time.
  private static final int ATTEMPTS = 30;

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final MessageReader messages;
  private final ChannelAccess access;
  private final MessageTurns turns = new MessageTurns();

  public MessageService(
      TenantDatabase database, CommitLoop commits, MessageReader messages, ChannelAccess access) {
    this.database = database;
    this.commits = commits;
    this.messages = messages;
    this.access = access;
  }

  /// Posts a text at top level; a repetition answers the first one.
  ///
  /// @param text escaped mrkdwn, not empty
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`
  public MessageView post(
      WorkspaceId workspace, ChannelId channel, UserId author, UUID clientMsgId, String text) {
    return post(workspace, channel, author, clientMsgId, MessageContent.text(text), null);
  }

  /// What a post answers.
  ///
  /// @param ts any message of the thread
  /// @param isBroadcast whether it is shown in the channel too
  public record ReplyTo(MessageTs ts, boolean isBroadcast) {}

  /// Posts a message; a repetition answers the first one.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`,
  ///     `cannot_reply_to_message`
  public MessageView post(
      WorkspaceId workspace,
      ChannelId channel,
      UserId author,
      UUID clientMsgId,
      MessageContent content,
      @Nullable ReplyTo replyTo) {
    return post(new By(workspace, author, Reach.OWN), channel, clientMsgId, content, replyTo);
  }

  /// Who posts, and in which conversations they may besides their own.
  public record By(WorkspaceId workspace, UserId user, Reach reach) {}

  /// The same for somebody who may post where they are not.
  public MessageView post(
      By by,
      ChannelId channel,
      UUID clientMsgId,
      MessageContent content,
      @Nullable ReplyTo replyTo) {
    WorkspaceId workspace = by.workspace();
    Answer answer = replyTo == null ? null : answer(by, channel, replyTo);
    Mentions named = Mentions.of(content);
    if (answer != null && !answer.isBroadcast()) {
      named = new Mentions(named.people(), named.groups(), false);
    }
    Mentions mentions = resolve(workspace, channel, named);
    Post.Author author = new Post.Author(by.user(), by.reach());
    return commit(
        new Post(workspace, channel, author, clientMsgId, content, mentions, answer, false));
  }

  /// Posts what somebody says of themselves, as by `/me`.
  ///
  /// @param text escaped mrkdwn, not empty
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`
  public MessageView postMe(
      WorkspaceId workspace, ChannelId channel, UserId author, UUID clientMsgId, String text) {
    MessageContent content = MessageContent.text(text);
    Mentions mentions = resolve(workspace, channel, Mentions.of(content));
    Post.Author by = new Post.Author(author, Reach.OWN);
    return commit(new Post(workspace, channel, by, clientMsgId, content, mentions, null, true));
  }

  private MessageView commit(Post post) {
    Posted posted = Outcome.await(commits.submit(post));
    MessageView message = posted.message();
    return message != null ? message : message(post.workspace(), post.channel(), posted.ts());
  }

  private Answer answer(By by, ChannelId channel, ReplyTo replyTo) {
    return database
        .read(
            by.workspace(),
            handle -> {
              requireReach(handle, by, channel);
              return messages.root(handle, by.workspace(), channel, replyTo.ts());
            })
        .map(root -> new Answer(root.ts(), root.user(), replyTo.isBroadcast()))
        .orElseThrow(() -> new Refusal("cannot_reply_to_message"));
  }

  private void requireReach(Handle handle, By by, ChannelId channel) {
    var _ =
        switch (by.reach()) {
          case OWN -> access.joined(handle, by.workspace(), by.user(), channel);
          case PUBLIC -> access.visible(handle, by.workspace(), by.user(), channel);
          case ANYWHERE -> channel;
        };
  }

  /// Replaces one's own message. Attachments stay if the new content says nothing of them: an empty
  /// array takes them away.
  ///
  /// @throws Refusal `channel_not_found`, `message_not_found`, `cant_update_message`, `is_archived`
  public MessageView edit(MessageTarget target, UserId actor, MessageContent content) {
    requireVisible(target, actor);
    return retryStale(target, mentioned -> replacement(target, actor, content, mentioned));
  }

  private Edit replacement(
      MessageTarget target, UserId actor, MessageContent content, Set<UserId> mentioned) {
    MessageView before =
        content.author() == null && content.attachments() != null ? null : find(target);
    MessageContent changed = before == null ? content : keeping(before.content(), content);
    Mentions mentions = resolve(target.workspace(), target.channel(), Mentions.of(changed));
    return new Edit(
        target,
        actor,
        changed.withoutEmptyAttachments(),
        mentions,
        mentioned,
        before == null ? Edit.NOTHING : before.revision());
  }

  /// What an app posted stays shown as it was, and with its attachments unless it has others now.
  private static MessageContent keeping(MessageContent old, MessageContent content) {
    MessageContent shown = content.author() == null ? content : content.by(old.author());
    return shown.attachments() == null ? shown.withAttachments(old.attachments()) : shown;
  }

  private @Nullable MessageView find(MessageTarget target) {
    return database.read(
        target.workspace(),
        handle ->
            messages
                .some(handle, target.workspace(), target.channel(), Set.of(target.ts()))
                .get(target.ts()));
  }

  /// The same with a text alone.
  public MessageView edit(MessageTarget target, UserId actor, String text) {
    return edit(target, actor, MessageContent.text(text));
  }

  /// Deletes a message.
  ///
  /// @param anyones whether the actor may delete what others wrote
  /// @throws Refusal `channel_not_found`, `message_not_found`, `cant_delete_message`
  public void delete(MessageTarget target, UserId actor, boolean anyones) {
    requireVisible(target, actor);
    var _ = retryStale(target, mentioned -> new Delete(target, actor, anyones, mentioned));
  }

  private void requireVisible(MessageTarget target, UserId actor) {
    var _ =
        database.read(
            target.workspace(),
            handle -> access.visible(handle, target.workspace(), actor, target.channel()));
  }

  /// Submits a change that depends on what the message is now, again if that changes meanwhile.
  private <R> R retryStale(MessageTarget target, Function<Set<UserId>, Change<R>> change) {
    return attempt(target, change)
        .orElseGet(() -> turns.inTurn(target, () -> retry(target, change)));
  }

  private <R> R retry(MessageTarget target, Function<Set<UserId>, Change<R>> change) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      Optional<R> outcome = attempt(target, change);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new Refusal("service_unavailable", "the message keeps changing");
  }

  /// Empty if the message has changed meanwhile.
  private <R> Optional<R> attempt(MessageTarget target, Function<Set<UserId>, Change<R>> change) {
    Set<UserId> mentioned =
        database.read(
            target.workspace(),
            handle ->
                messages.mentioned(handle, target.workspace(), target.channel(), target.ts()));
    try {
      return Optional.of(Outcome.await(commits.submit(change.apply(mentioned))));
    } catch (Refusal refusal) {
      if (refusal.code().equals(MessageTarget.STALE)) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /// Only members are told that they are named, by themselves or by a group they are in.
  private Mentions resolve(WorkspaceId workspace, ChannelId channel, Mentions mentions) {
    if (mentions.people().isEmpty() && mentions.groups().isEmpty()) {
      return mentions;
    }
    Set<UserId> members =
        database.read(workspace, handle -> members(handle, workspace, channel, mentions));
    return new Mentions(members, Set.of(), mentions.everybody());
  }

  private Set<UserId> members(
      Handle handle, WorkspaceId workspace, ChannelId channel, Mentions mentions) {
    Set<UserId> members =
        new LinkedHashSet<>(messages.membersAmong(handle, workspace, channel, mentions.people()));
    if (!mentions.groups().isEmpty()) {
      UsergroupReader.addressed(handle, workspace, channel, mentions.groups(), Mentions.MAX_PEOPLE)
          .stream()
          .takeWhile(_ -> members.size() < Mentions.MAX_PEOPLE)
          .forEach(members::add);
    }
    return members;
  }

  private MessageView message(WorkspaceId workspace, ChannelId channel, MessageTs ts) {
    MessageView message = find(new MessageTarget(workspace, channel, ts));
    if (message == null) {
      throw new Refusal("duplicate_message_not_found");
    }
    return message;
  }
}
