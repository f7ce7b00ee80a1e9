package dev.parley.core.message;

import dev.parley.core.message.MessageReader.Span;
import dev.parley.core.reaction.ReactionReader;
import dev.parley.core.reaction.ReactionReader.Place;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ReactionView;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Reads what people said in several conversations at once, replies too, within a tenant
/// transaction, for whoever has made sure that the reader may see them.
public final class MessageScan {
  static final String SELECT_SPAN =
      "select s.* from unnest(:channels) as k(c) cross join lateral (select "
          + MessageMapper.COLUMNS
          + """
          , channel_id
             from message
            where workspace_id = :workspace and channel_id = k.c
              and ts > :oldest and ts < :latest
              and deleted_ts is null and subtype in (0, 8, 14)
            order by ts desc limit :limit) s
          order by s.ts desc limit :limit
          """;

  private final WorkspaceKeys keys;

  public MessageScan(WorkspaceKeys keys) {
    this.keys = keys;
  }

  /// The newest messages of a span, newest first.
  public List<MessageView> newest(
      Handle handle, WorkspaceId workspace, Collection<ChannelId> channels, Span span) {
    Sealer sealer = keys.of(workspace);
    Map<Long, MessageMapper> mappers = new HashMap<>();
    List<MessageView> found =
        handle
            .createQuery(SELECT_SPAN)
            .bind("workspace", workspace.value())
            .bindArray("channels", Long.class, channels.stream().map(ChannelId::value).toArray())
            .bind("oldest", span.oldest().micros())
            .bind("latest", span.latest().micros())
            .bind("limit", span.limit())
            .map(
                (row, context) ->
                    mappers
                        .computeIfAbsent(
                            row.getLong("channel_id"),
                            channel -> new MessageMapper(workspace, new ChannelId(channel), sealer))
                        .map(row, context))
            .list();
    return withReactions(handle, workspace, mappers, found);
  }

  private static List<MessageView> withReactions(
      Handle handle,
      WorkspaceId workspace,
      Map<Long, MessageMapper> mappers,
      List<MessageView> found) {
    List<Place> reacted = new ArrayList<>();
    mappers.forEach(
        (channel, mapper) ->
            mapper.reacted().forEach(ts -> reacted.add(new Place(new ChannelId(channel), ts))));
    if (reacted.isEmpty()) {
      return found;
    }
    Map<Place, List<ReactionView>> reactions = ReactionReader.of(handle, workspace, reacted);
    List<MessageView> messages = new ArrayList<>(found.size());
    for (MessageView message : found) {
      List<ReactionView> given = reactions.get(new Place(message.channel(), message.ts()));
      messages.add(given == null ? message : message.withReactions(given));
    }
    return messages;
  }
}
