package dev.parley.core.channel;

import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.line.ChannelLines;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.text.LineText;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.MessageView.Subtype;
import dev.parley.protocol.view.PostingView;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import dev.parley.storage.writer.SingleKind;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Commits changes of one thing about a channel, each with a line in its history. Runs on commit
// threads.
public final class EditChannelKind extends SingleKind<EditChannel, ChannelView> {
  private static final String FIND_NAME =
      "select 1 from channel where workspace_id = ? and name = ?";

  private static final String SET_NAME =
      "update channel set name = ?, updated_at = ? where workspace_id = ? and id = ?";

  private static final String SET_TOPIC =
      """
      update channel set topic = ?, topic_by = ?, topic_at = ?, updated_at = ?
       where workspace_id = ? and id = ?
      """;

  private static final String SET_PURPOSE =
      """
      update channel set purpose = ?, purpose_by = ?, purpose_at = ?, updated_at = ?
       where workspace_id = ? and id = ?
      """;

  private static final String SET_ARCHIVED =
      "update channel set archived_at = ?, updated_at = ? where workspace_id = ? and id = ?";

  private static final String SET_PRIVATE =
      "update channel set is_private = ?, updated_at = ? where workspace_id = ? and id = ?";

  private static final String SET_POSTING =
      """
      update channel set posting_role = ?, reply_role = ?, posters = ?, updated_at = ?
       where workspace_id = ? and id = ?
      """;

  private static final String COUNT_PEOPLE =
      "select count(*) from user_account where workspace_id = ? and id = any(?)";

  private final WorkspaceKeys keys;
  private final ConversationReader conversations;

  public EditChannelKind(WorkspaceKeys keys, ConversationReader conversations) {
    super(EditChannel.class);
    this.keys = keys;
    this.conversations = conversations;
  }

  @Override
  protected ChannelView apply(Batch batch, EditChannel change) throws SQLException {
    ChannelView before = read(batch, change);
    if (before.isPrivate() && !before.isMember()) {
      throw new Refusal("channel_not_found");
    }
    if (before.id().kind() != ChannelKind.CHANNEL) {
      throw new Refusal("method_not_supported_for_channel_type");
    }
    return switch (change.edit()) {
      case ChannelEdit.Name(String name) -> rename(batch, change, before, name);
      case ChannelEdit.Topic(String text) ->
          describe(batch, change, before, before.topic().value(), text, Subtype.CHANNEL_TOPIC);
      case ChannelEdit.Purpose(String text) ->
          describe(batch, change, before, before.purpose().value(), text, Subtype.CHANNEL_PURPOSE);
      case ChannelEdit.Archived(boolean archived) -> archive(batch, change, before, archived);
      case ChannelEdit.Private(boolean isPrivate) -> convert(batch, change, before, isPrivate);
      case ChannelEdit.Posting edit -> permit(batch, change, before, edit.on(before.posting()));
    };
  }

  private ChannelView read(Batch batch, EditChannel change) throws SQLException {
    return conversations
        .channel(batch, change.workspace(), change.actor(), change.channel())
        .orElseThrow(() -> new Refusal("channel_not_found"));
  }

  private ChannelView rename(Batch batch, EditChannel change, ChannelView before, String name)
      throws SQLException {
    if (!change.isAdmin() && !before.creator().equals(change.actor())) {
      throw new Refusal("not_authorized");
    }
    requireOpenMember(change, before);
    if (name.equals(before.name())) {
      return before;
    }
    if (!batch.query(FIND_NAME, row -> 1, change.workspace().value(), name).isEmpty()) {
      throw new Refusal("name_taken");
    }
    update(batch, change, SET_NAME, name);
    String old = Objects.requireNonNull(before.name());
    String text = LineText.renamed(change.actor().toString(), old, name);
    return tell(batch, change, before, Subtype.CHANNEL_NAME, text);
  }

  private ChannelView describe(
      Batch batch, EditChannel change, ChannelView before, String old, String text, Subtype subtype)
      throws SQLException {
    requireOpenMember(change, before);
    if (text.equals(old)) {
      return before;
    }
    boolean isTopic = subtype == Subtype.CHANNEL_TOPIC;
    String column = isTopic ? "channel.topic" : "channel.purpose";
    byte[] place = Sealer.place(column, change.workspace().value(), change.channel().value());
    byte[] sealed = text.isEmpty() ? null : keys.of(change.workspace()).sealText(text, place);
    Instant now = batch.now(own(change));
    batch.update(
        isTopic ? SET_TOPIC : SET_PURPOSE,
        sealed,
        change.actor().value(),
        now,
        now,
        workspace(change),
        change.channel().value());
    String what = isTopic ? "topic" : "purpose";
    String line = LineText.described(change.actor().toString(), what, text);
    return tell(batch, change, before, subtype, line);
  }

  private ChannelView archive(Batch batch, EditChannel change, ChannelView before, boolean archived)
      throws SQLException {
    if (before.isGeneral() && archived) {
      throw new Refusal("cant_archive_general");
    }
    if (!before.isMember() && !change.isAdmin()) {
      throw new Refusal("not_in_channel");
    }
    if (before.isArchived() == archived) {
      throw new Refusal(archived ? "already_archived" : "not_archived");
    }
    update(batch, change, SET_ARCHIVED, archived ? batch.now(own(change)) : null);
    return tell(
        batch,
        change,
        before,
        archived ? Subtype.CHANNEL_ARCHIVE : Subtype.CHANNEL_UNARCHIVE,
        null);
  }

  private ChannelView convert(
      Batch batch, EditChannel change, ChannelView before, boolean isPrivate) throws SQLException {
    requireOpenMember(change, before);
    if (before.isGeneral() || before.isPrivate() == isPrivate) {
      throw new Refusal("could_not_convert_channel");
    }
    update(batch, change, SET_PRIVATE, isPrivate);
    Subtype subtype =
        isPrivate ? Subtype.CHANNEL_CONVERT_TO_PRIVATE : Subtype.CHANNEL_CONVERT_TO_PUBLIC;
    return tell(batch, change, before, subtype, null);
  }

  private ChannelView permit(
      Batch batch, EditChannel change, ChannelView before, PostingView posting)
      throws SQLException {
    requireOpenMember(change, before);
    if (posting.equals(before.posting())) {
      return before;
    }
    Long[] people = posting.people().stream().map(UserId::value).toArray(Long[]::new);
    Array ids = batch.array("int8", people);
    int known = batch.query(COUNT_PEOPLE, row -> row.getInt(1), workspace(change), ids).getFirst();
    if (known != people.length) {
      throw new Refusal("user_not_found");
    }
    batch.update(
        SET_POSTING,
        posting.messages().role(),
        posting.replies().role(),
        ids,
        batch.now(),
        workspace(change),
        change.channel().value());
    return tell(batch, change, before, Subtype.CHANNEL_POSTING_PERMISSIONS, null);
  }

  private static long workspace(EditChannel change) {
    return change.workspace().value();
  }

  private static void requireOpenMember(EditChannel change, ChannelView channel) {
    if (!channel.isMember() && !change.isAdmin()) {
      throw new Refusal("not_in_channel");
    }
    if (channel.isArchived()) {
      throw new Refusal("is_archived");
    }
  }

  private static void update(Batch batch, EditChannel change, String sql, @Nullable Object value)
      throws SQLException {
    Instant now = batch.now(own(change));
    batch.update(sql, value, now, change.workspace().value(), change.channel().value());
  }

  private static StreamKey own(EditChannel change) {
    return StreamKey.of(change.workspace(), change.channel());
  }

  /// Writes the line and tells what the channel is like now: its members, and everybody if it
  /// concerns them.
  private ChannelView tell(
      Batch batch, EditChannel change, ChannelView before, Subtype subtype, @Nullable String text)
      throws SQLException {
    Head head = batch.head(own(change));
    ChannelLines lines = new ChannelLines(batch);
    if (text == null) {
      lines.add(head, change.channel(), change.actor(), subtype, null);
    } else {
      Sealer sealer = keys.of(change.workspace());
      lines.addText(head, change.channel(), change.actor(), subtype, text, sealer);
    }
    lines.write();
    ChannelView after = read(batch, change);
    EventFact fact =
        new EventFact(EventType.CHANNEL_CHANGED.number(), change.actor().value(), 0, 0, 0);
    var _ =
        batch.append(
            head, fact, offset -> ChannelPublications.channelChanged(offset, after.seenByMember()));
    if (change.concernsEverybody() && !(before.isPrivate() && after.isPrivate())) {
      tellEverybody(batch, change, after, subtype);
    }
    return after;
  }

  private static void tellEverybody(
      Batch batch, EditChannel change, ChannelView after, Subtype subtype) {
    EventType type =
        after.isPrivate() ? EventType.PUBLIC_CHANNEL_GONE : EventType.PUBLIC_CHANNEL_CHANGED;
    UserId actor = change.actor();
    EventFact fact =
        new EventFact(type.number(), actor.value(), 0, change.channel().value(), subtype.number());
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace())),
            fact,
            offset ->
                after.isPrivate()
                    ? ChannelPublications.publicChannelGone(offset, after.id())
                    : ChannelPublications.publicChannelChanged(offset, after, subtype, actor));
  }
}
