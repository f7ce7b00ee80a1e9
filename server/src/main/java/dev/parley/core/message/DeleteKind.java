package dev.parley.core.message;

import dev.parley.core.event.Effect;
import dev.parley.core.event.EventType;
import dev.parley.core.event.MessagePublications;
import dev.parley.core.event.ThreadState;
import dev.parley.core.message.Delete.Deleted;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.ChangeKind;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Commits deletions: the row stays as a tombstone with its number, everything that was said goes.
/// Runs on commit threads.
public final class DeleteKind implements ChangeKind<Delete, Deleted> {
  private static final String EMPTY =
      """
      update message m
         set body = null, deleted_ts = ?, edited_ts = null, edited_by = null, reaction_count = 0,
             pinned_by = null, pinned_at = null
        from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as i(w, c, ts)
       where m.workspace_id = i.w and m.channel_id = i.c and m.ts = i.ts
      """;

  private static final String FORGET_REVISIONS =
      """
      delete from revision r
       using unnest(?::bigint[], ?::bigint[], ?::bigint[]) as i(w, c, ts)
       where r.workspace_id = i.w and r.channel_id = i.c and r.ts = i.ts
      """;

  private static final String FORGET_REACTIONS =
      """
      delete from reaction r
       using unnest(?::bigint[], ?::bigint[], ?::bigint[]) as i(w, c, ts)
       where r.workspace_id = i.w and r.channel_id = i.c and r.ts = i.ts
      """;

  @Override
  public Class<Delete> type() {
    return Delete.class;
  }

  /// A deletion that may be made, and what it takes away.
  private record Admitted(Item<Delete, Deleted> item, StoredMessage before) {}

  @Override
  public void commit(Batch batch, List<Item<Delete, Deleted>> items) throws SQLException {
    List<Admitted> admitted = admit(batch, items);
    if (!admitted.isEmpty()) {
      write(batch, admitted);
    }
  }

  private static List<Admitted> admit(Batch batch, List<Item<Delete, Deleted>> items)
      throws SQLException {
    @Nullable StoredMessage[] found =
        StoredMessage.read(
            batch,
            items.stream().map(item -> item.change().target()).toList(),
            items.stream().map(item -> item.change().actor()).toList());
    List<Admitted> admitted = new ArrayList<>(items.size());
    for (int i = 0; i < found.length; i++) {
      Delete delete = items.get(i).change();
      StoredMessage message = found[i];
      if (message == null || message.deleted()) {
        items.get(i).refuse(new Refusal("message_not_found"));
      } else if (!delete.anyones() && !message.author().equals(delete.actor())) {
        items.get(i).refuse(new Refusal("cant_delete_message"));
      } else if (!message.mentioned().equals(delete.mentionedBefore())) {
        items.get(i).refuse(new Refusal(MessageTarget.STALE));
      } else {
        admitted.add(new Admitted(items.get(i), message));
      }
    }
    return admitted;
  }

  private static void write(Batch batch, List<Admitted> deletions) throws SQLException {
    MentionRows mentions = new MentionRows(batch);
    ThreadRecount recount = new ThreadRecount(batch);
    List<MessageTarget> targets = new ArrayList<>(deletions.size());
    for (Admitted deletion : deletions) {
      Delete delete = deletion.item().change();
      targets.add(delete.target());
      append(batch, delete, deletion.before(), recount);
      forgetMentions(mentions, delete.target(), deletion.before());
      deletion.item().answer(new Deleted());
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(EMPTY)) {
      statement.setLong(1, batch.nowMicros());
      bindKeys(batch, statement, 2, targets);
      statement.execute();
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(FORGET_REVISIONS)) {
      bindKeys(batch, statement, 1, targets);
      statement.execute();
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(FORGET_REACTIONS)) {
      bindKeys(batch, statement, 1, targets);
      statement.execute();
    }
    recount.write();
    mentions.write();
  }

  private static void append(
      Batch batch, Delete delete, StoredMessage before, ThreadRecount recount) {
    MessageTarget target = delete.target();
    Effect effect = Effect.addressing(before.everybodyMentioned(), false, before.author());
    EventFact fact =
        new EventFact(
            EventType.MESSAGE_DELETED.number(),
            delete.actor().value(),
            target.ts().micros(),
            effect.subject(),
            before.number());
    Supplier<@Nullable ThreadState> thread =
        switch (before.thread()) {
          case null -> () -> null;
          case ThreadView.Root root ->
              () -> root.count() == 0 ? null : recount.after(target, target.ts(), root);
          case ThreadView.Reply reply -> recount.without(target, reply, before.author());
        };
    var _ =
        batch.append(
            batch.head(StreamKey.of(target.workspace(), target.channel())),
            fact,
            offset ->
                MessagePublications.deleted(
                    offset,
                    target.channel(),
                    target.ts(),
                    delete.actor(),
                    before.number(),
                    effect,
                    thread.get()));
  }

  private static void forgetMentions(MentionRows rows, MessageTarget target, StoredMessage before) {
    for (UserId user : before.mentioned()) {
      rows.remove(target, user.value(), before.threadOnly());
    }
    if (before.everybodyMentioned()) {
      rows.remove(target, 0, MessageTs.ZERO);
    }
  }

  private static void bindKeys(
      Batch batch, PreparedStatement statement, int first, List<MessageTarget> targets)
      throws SQLException {
    statement.setArray(
        first, batch.bigints(targets.stream().mapToLong(t -> t.workspace().value()).toArray()));
    statement.setArray(
        first + 1, batch.bigints(targets.stream().mapToLong(t -> t.channel().value()).toArray()));
    statement.setArray(
        first + 2, batch.bigints(targets.stream().mapToLong(t -> t.ts().micros()).toArray()));
  }
}
