package dev.parley.core.reaction;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.reaction.React.Reacted;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ReactionEventView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Commits reactions. Runs on commit threads.
public final class ReactKind extends SingleKind<React, Reacted> {
  private static final int MAX_EMOJI = 50;
  private static final int MAX_OF_ONE = 23;

  private static final String STATE =
      """
      select m.user_id, c.archived_at is not null, a.user_id is not null,
             (select count(distinct x.name) from reaction x
               where x.workspace_id = m.workspace_id and x.channel_id = m.channel_id
                 and x.ts = m.ts and not x.removed and x.name <> k.name),
             (select count(*) from reaction x
               where x.workspace_id = m.workspace_id and x.channel_id = m.channel_id
                 and x.ts = m.ts and not x.removed and x.user_id = k.u),
             (select x.id from reaction x
               where x.workspace_id = m.workspace_id and x.channel_id = m.channel_id
                 and x.ts = m.ts and not x.removed and x.user_id = k.u and x.name = k.name)
        from (values (?::bigint, ?::text)) as k(u, name)
        join message m on m.workspace_id = ? and m.channel_id = ? and m.ts = ?
             and m.deleted_ts is null
        join channel c on c.workspace_id = m.workspace_id and c.id = m.channel_id
        left join membership a on a.workspace_id = m.workspace_id and a.channel_id = m.channel_id
             and a.user_id = k.u
      """;

  private static final String ADD =
      """
      insert into reaction (workspace_id, channel_id, ts, name, user_id, id)
      values (?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, channel_id, ts, name, user_id) do update
         set removed = false, id = excluded.id
      """;

  private static final String REMOVE =
      """
      update reaction set removed = true
       where workspace_id = ? and channel_id = ? and ts = ? and name = ? and user_id = ?
      """;

  private static final String COUNT =
      """
      update message set reaction_count = reaction_count + ?
       where workspace_id = ? and channel_id = ? and ts = ?
      """;

  private final IdGenerator ids;

  /// @param ids numbers reactions in the order in which they were made
  public ReactKind(IdGenerator ids) {
    super(React.class);
    this.ids = ids;
  }

  /// How a message and somebody's reactions to it stand.
  ///
  /// @param otherEmoji different emoji on the message besides the one in question
  /// @param own reactions of the person
  /// @param id of their reaction by this emoji, or 0
  private record State(
      UserId author, boolean isArchived, boolean isMember, int otherEmoji, int own, long id) {

    static State read(ResultSet row) throws SQLException {
      return new State(
          new UserId(row.getLong(1)),
          row.getBoolean(2),
          row.getBoolean(3),
          row.getInt(4),
          row.getInt(5),
          row.getLong(6));
    }
  }

  @Override
  protected Reacted apply(Batch batch, React react) throws SQLException {
    State state = read(batch, react);
    if (!state.isMember()) {
      throw new Refusal("not_in_channel");
    }
    if (state.isArchived()) {
      throw new Refusal("is_archived");
    }
    long id = react.isAdded() ? add(batch, react, state) : remove(batch, react, state);
    batch.update(
        COUNT,
        react.isAdded() ? 1 : -1,
        react.workspace().value(),
        react.channel().value(),
        react.ts().micros());
    EventType type = react.isAdded() ? EventType.REACTION_ADDED : EventType.REACTION_REMOVED;
    UserId author = state.author();
    EventFact fact =
        new EventFact(type.number(), react.user().value(), react.ts().micros(), author.value(), id);
    ReactionEventView event =
        new ReactionEventView(react.channel(), react.ts(), react.user(), react.name(), author);
    var _ =
        batch.append(
            batch.head(StreamKey.of(react.workspace(), react.channel())),
            fact,
            offset -> EventPublications.of(offset, type, event));
    return new Reacted();
  }

  private static State read(Batch batch, React react) throws SQLException {
    List<State> found =
        batch.query(
            STATE,
            State::read,
            react.user().value(),
            react.name(),
            react.workspace().value(),
            react.channel().value(),
            react.ts().micros());
    if (found.isEmpty()) {
      throw new Refusal("message_not_found");
    }
    return found.getFirst();
  }

  private long add(Batch batch, React react, State state) throws SQLException {
    if (state.id() != 0) {
      throw new Refusal("already_reacted");
    }
    if (state.otherEmoji() >= MAX_EMOJI) {
      throw new Refusal("too_many_emoji");
    }
    if (state.own() >= MAX_OF_ONE) {
      throw new Refusal("too_many_reactions");
    }
    long id = ids.newId();
    batch.update(
        ADD,
        react.workspace().value(),
        react.channel().value(),
        react.ts().micros(),
        react.name(),
        react.user().value(),
        id);
    return id;
  }

  private static long remove(Batch batch, React react, State state) throws SQLException {
    if (state.id() == 0) {
      throw new Refusal("no_reaction");
    }
    batch.update(
        REMOVE,
        react.workspace().value(),
        react.channel().value(),
        react.ts().micros(),
        react.name(),
        react.user().value());
    return state.id();
  }
}
