package dev.parley.core.draft;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.DraftView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;

/// Commits what people have begun to write. Runs on commit threads.
public final class KeepDraftKind extends SingleKind<KeepDraft, DraftView> {
  private static final String WRITE =
      """
      insert into draft (workspace_id, user_id, channel_id, thread_ts, body, updated_ts)
      select m.workspace_id, m.user_id, m.channel_id, ?, ?, ?
        from membership m
       where m.workspace_id = ? and m.user_id = ? and m.channel_id = ?
      on conflict (workspace_id, user_id, channel_id, thread_ts) do update
         set body = excluded.body, updated_ts = excluded.updated_ts
      """;

  private final WorkspaceKeys keys;

  public KeepDraftKind(WorkspaceKeys keys) {
    super(KeepDraft.class);
    this.keys = keys;
  }

  @Override
  protected DraftView apply(Batch batch, KeepDraft draft) throws SQLException {
    StreamKey own = StreamKey.of(draft.workspace(), draft.user());
    MessageTs now = new MessageTs(batch.nowMicros(own));
    byte[] body =
        draft.text().isEmpty()
            ? null
            : keys.of(draft.workspace())
                .sealText(
                    draft.text(),
                    DraftReader.place(
                        draft.workspace(), draft.user(), draft.channel(), draft.thread()));
    int kept =
        batch.update(
            WRITE,
            draft.thread().micros(),
            body,
            now.micros(),
            draft.workspace().value(),
            draft.user().value(),
            draft.channel().value());
    if (kept == 0) {
      throw new Refusal("not_in_channel");
    }
    DraftView view = new DraftView(draft.channel(), draft.thread(), draft.text(), now);
    var _ =
        batch.append(
            batch.head(own),
            new EventFact(
                EventType.DRAFT_CHANGED.number(),
                draft.user().value(),
                draft.thread().micros(),
                draft.channel().value(),
                0),
            offset -> EventPublications.of(offset, EventType.DRAFT_CHANGED, view));
    return view;
  }
}
