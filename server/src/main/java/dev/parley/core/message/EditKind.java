package dev.parley.core.message;

import dev.parley.core.body.MessageBody;
import dev.parley.core.event.Effect;
import dev.parley.core.event.EventType;
import dev.parley.core.event.MessagePublications;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.ChangeKind;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Commits edits: the old body becomes a revision, the new one takes its place. Runs on the commit
/// loop's thread.
public final class EditKind implements ChangeKind<Edit, MessageView> {
  private static final String KEEP_REVISIONS =
      """
      insert into revision (workspace_id, channel_id, ts, revision, body, replaced_ts)
      select m.workspace_id, m.channel_id, m.ts, m.revision, m.body, ?
        from message m
        join unnest(?::bigint[], ?::bigint[], ?::bigint[]) as i(w, c, ts)
          on m.workspace_id = i.w and m.channel_id = i.c and m.ts = i.ts
      """;

  private static final String UPDATE =
      """
      update message m
         set body = i.body, revision = i.revision, edited_ts = i.edited, edited_by = i.editor
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::integer[],
                    ?::bigint[], ?::bigint[])
          as i(w, c, ts, body, revision, edited, editor)
       where m.workspace_id = i.w and m.channel_id = i.c and m.ts = i.ts
      """;

  private final WorkspaceKeys keys;

  public EditKind(WorkspaceKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<Edit> type() {
    return Edit.class;
  }

  /// An edit that may be made, and what it changes.
  private record Admitted(Item<Edit, MessageView> item, StoredMessage before) {}

  @Override
  public void commit(Batch batch, List<Item<Edit, MessageView>> items) throws SQLException {
    List<Admitted> admitted = admit(batch, items);
    if (!admitted.isEmpty()) {
      write(batch, admitted);
    }
  }

  private static List<Admitted> admit(Batch batch, List<Item<Edit, MessageView>> items)
      throws SQLException {
    @Nullable StoredMessage[] found =
        StoredMessage.read(
            batch,
            items.stream().map(item -> item.change().target()).toList(),
            items.stream().map(item -> item.change().actor()).toList());
    List<Admitted> admitted = new ArrayList<>(items.size());
    for (int i = 0; i < found.length; i++) {
      Item<Edit, MessageView> item = items.get(i);
      StoredMessage message = found[i];
      String refusal = refusal(item.change(), message);
      if (refusal != null || message == null) {
        item.refuse(new Refusal(refusal == null ? "message_not_found" : refusal));
      } else {
        admitted.add(new Admitted(item, message));
      }
    }
    return admitted;
  }

  private static @Nullable String refusal(Edit edit, @Nullable StoredMessage message) {
    if (message == null || message.deleted()) {
      return "message_not_found";
    }
    if (!message.actorIsMember()
        || message.subtype().isLine()
        || !message.author().equals(edit.actor())) {
      return "cant_update_message";
    }
    if (message.archived()) {
      return "is_archived";
    }
    return edit.isStale(message.mentioned(), message.revision()) ? MessageTarget.STALE : null;
  }

  private void write(Batch batch, List<Admitted> edits) throws SQLException {
    MentionRows mentions = new MentionRows(batch);
    List<byte[]> bodies = new ArrayList<>(edits.size());
    List<MessageView> views = new ArrayList<>(edits.size());
    for (Admitted admitted : edits) {
      Edit edit = admitted.item().change();
      StoredMessage before = admitted.before();
      MessageView view = view(edit, before, now(batch, edit));
      views.add(view);
      bodies.add(
          MessageBody.seal(
              edit.content(),
              keys.of(edit.workspace()),
              edit.workspace(),
              view.channel(),
              view.ts(),
              view.revision()));
      Effect effect =
          Effect.addressing(
              before.everybodyMentioned(), addressesAll(edit, before), before.author());
      append(batch, view, edit.actor(), effect);
      changeMentions(mentions, edit, before);
      admitted.item().answer(view);
    }
    keepRevisions(batch, views);
    update(batch, views, bodies);
    mentions.write();
  }

  private static MessageTs now(Batch batch, Edit edit) {
    return new MessageTs(batch.nowMicros(StreamKey.of(edit.workspace(), edit.target().channel())));
  }

  private static MessageView view(Edit edit, StoredMessage before, MessageTs now) {
    return new MessageView(
        edit.workspace(),
        edit.target().channel(),
        edit.target().ts(),
        before.author(),
        edit.content(),
        before.number(),
        before.subtype(),
        null,
        before.clientMsgId(),
        new MessageView.Edit(edit.actor(), now),
        before.revision() + 1,
        before.thread(),
        List.of(),
        false);
  }

  private static void append(Batch batch, MessageView view, UserId actor, Effect effect) {
    EventFact fact =
        new EventFact(
            EventType.MESSAGE_CHANGED.number(),
            actor.value(),
            view.ts().micros(),
            effect.subject(),
            view.revision());
    var _ =
        batch.append(
            batch.head(StreamKey.of(view.workspace(), view.channel())),
            fact,
            offset -> MessagePublications.changed(offset, view, effect));
  }

  private static void changeMentions(MentionRows rows, Edit edit, StoredMessage before) {
    MessageTarget target = edit.target();
    Set<UserId> named = new HashSet<>(edit.mentions().people());
    named.remove(before.author());
    for (UserId user : named) {
      if (!before.mentioned().contains(user)) {
        rows.add(target, user.value(), before.threadOnly());
      }
    }
    for (UserId user : before.mentioned()) {
      if (!named.contains(user)) {
        rows.remove(target, user.value(), before.threadOnly());
      }
    }
    boolean everybody = addressesAll(edit, before);
    if (everybody && !before.everybodyMentioned()) {
      rows.add(target, 0, MessageTs.ZERO);
    } else if (!everybody && before.everybodyMentioned()) {
      rows.remove(target, 0, MessageTs.ZERO);
    }
  }

  /// What is in a thread only addresses nobody but those whom it names.
  private static boolean addressesAll(Edit edit, StoredMessage before) {
    return edit.mentions().everybody() && !before.isInThreadOnly();
  }

  private static void keepRevisions(Batch batch, List<MessageView> views) throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(KEEP_REVISIONS)) {
      statement.setLong(1, batch.nowMicros());
      bindKeys(batch, statement, 2, views);
      statement.execute();
    }
  }

  private static void update(Batch batch, List<MessageView> views, List<byte[]> bodies)
      throws SQLException {
    List<MessageView.Edit> edits =
        views.stream().map(view -> Objects.requireNonNull(view.edited())).toList();
    try (PreparedStatement statement = batch.connection().prepareStatement(UPDATE)) {
      bindKeys(batch, statement, 1, views);
      statement.setArray(4, batch.array("bytea", bodies.toArray(byte[][]::new)));
      statement.setArray(
          5, batch.bigints(views.stream().mapToLong(MessageView::revision).toArray()));
      statement.setArray(
          6, batch.bigints(edits.stream().mapToLong(edit -> edit.ts().micros()).toArray()));
      statement.setArray(
          7, batch.bigints(edits.stream().mapToLong(edit -> edit.user().value()).toArray()));
      statement.execute();
    }
  }

  private static void bindKeys(
      Batch batch, PreparedStatement statement, int first, List<MessageView> views)
      throws SQLException {
    statement.setArray(
        first, batch.bigints(views.stream().mapToLong(v -> v.workspace().value()).toArray()));
    statement.setArray(
        first + 1, batch.bigints(views.stream().mapToLong(v -> v.channel().value()).toArray()));
    statement.setArray(
        first + 2, batch.bigints(views.stream().mapToLong(v -> v.ts().micros()).toArray()));
  }
}
