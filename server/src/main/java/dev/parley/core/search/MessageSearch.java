package dev.parley.core.search;

import dev.parley.core.message.MessageReader.Span;
import dev.parley.core.message.MessageScan;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Looks through what somebody may read, the newest first, until it has read as much as the bound
/// allows. Holds a connection no longer than a part of that takes. Blocks; run it on virtual
/// threads.
public final class MessageSearch {
  /// Most messages that one search reads.
  public static final int MOST_READ = 20_000;

  /// Most conversations that one search looks into, those with the newest message first.
  public static final int MOST_CONVERSATIONS = 500;

  /// How long one search may go on.
  static final Duration LONGEST = Duration.ofSeconds(3);

  private static final String ME = "me";

  private static final int AT_ONCE = 1_000;

  /// After so many messages others have their turn: a thread that only computes is not interrupted.
  private static final int TURN = 16;

  static final String SELECT_CONVERSATIONS =
      """
      select c.id from channel c
        join stream_head h on h.workspace_id = c.workspace_id and h.stream_id = c.id
       where c.workspace_id = :workspace
         and ((not c.is_private
               and not exists (select from user_account g
                                where g.workspace_id = :workspace and g.id = :user
                                  and g.role = 5))
              or exists (select from membership m
                          where m.workspace_id = c.workspace_id and m.channel_id = c.id
                            and m.user_id = :user))
         and (cardinality(:names) = 0
              or c.name = any(:names)
              or c.id = any(:channels)
              or (c.id & 3 = 2 and exists (
                    select from membership o
                      join user_account u on u.workspace_id = o.workspace_id and u.id = o.user_id
                     where o.workspace_id = c.workspace_id and o.channel_id = c.id
                       and o.user_id <> :user and (u.handle = any(:names) or u.id = any(:users)))))
       order by h.last_ts desc limit :limit
      """;

  static final String SELECT_PEOPLE =
      """
      select id from user_account
       where workspace_id = :workspace and (handle = any(:names) or id = any(:users))
      """;

  private final TenantDatabase database;
  private final MessageScan scan;

  public MessageSearch(TenantDatabase database, WorkspaceKeys keys) {
    this.database = database;
    this.scan = new MessageScan(keys);
  }

  /// What was found.
  ///
  /// @param messages newest first
  /// @param isComplete false if the bound ended the search before the end of history
  public record Found(List<MessageView> messages, boolean isComplete) {}

  /// Finds messages that the reader may see.
  // Nothing takes a core from a virtual thread that computes: it has to give it.
  @SuppressWarnings("ThreadPriorityCheck")
  public Found find(WorkspaceId workspace, UserId reader, SearchQuery query) {
    List<ChannelId> channels =
        database.read(workspace, handle -> conversations(handle, workspace, reader, query));
    Set<ChannelId> withThem =
        database.read(workspace, handle -> direct(handle, workspace, reader, query.to()));
    Set<UserId> authors =
        database.read(workspace, handle -> people(handle, workspace, reader, query.from()));
    boolean isPossible = !channels.isEmpty() && (query.from().isEmpty() || !authors.isEmpty());
    List<MessageView> found = new ArrayList<>();
    MessageTs latest = query.latest();
    long end = System.nanoTime() + LONGEST.toNanos();
    for (int read = 0; isPossible && read < MOST_READ; read += AT_ONCE) {
      Span span = new Span(query.oldest(), latest, AT_ONCE);
      List<MessageView> part =
          database.read(workspace, handle -> scan.newest(handle, workspace, channels, span));
      for (int i = 0; i < part.size(); i++) {
        MessageView message = part.get(i);
        boolean isAuthor = authors.isEmpty() || authors.contains(message.user());
        if (isAuthor && isTo(message, reader, query, withThem) && query.matches(message)) {
          found.add(message);
        }
        if (i % TURN == 0) {
          Thread.yield();
          if (System.nanoTime() - end > 0) {
            return new Found(found, false);
          }
        }
      }
      if (part.size() < AT_ONCE) {
        return new Found(found, channels.size() < MOST_CONVERSATIONS);
      }
      latest = part.getLast().ts();
    }
    return new Found(found, !isPossible);
  }

  /// What was sent to the reader is what others said in direct and group messages; to others, what
  /// the reader said in direct messages with them.
  private static boolean isTo(
      MessageView message, UserId reader, SearchQuery query, Set<ChannelId> withThem) {
    if (query.to().isEmpty()) {
      return true;
    }
    return message.user().equals(reader)
        ? withThem.contains(message.channel())
        : query.to().contains(ME) && message.channel().kind() != ChannelKind.CHANNEL;
  }

  /// The direct messages with some people.
  private static Set<ChannelId> direct(
      Handle handle, WorkspaceId workspace, UserId reader, List<String> to) {
    List<String> others = to.stream().filter(name -> !name.equals(ME)).toList();
    return others.isEmpty()
        ? Set.of()
        : named(handle, workspace, reader, others).stream()
            .filter(channel -> channel.kind() == ChannelKind.DIRECT)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static List<ChannelId> conversations(
      Handle handle, WorkspaceId workspace, UserId reader, SearchQuery query) {
    List<ChannelId> in = named(handle, workspace, reader, query.in());
    return query.to().isEmpty()
        ? in
        : in.stream().filter(channel -> channel.kind() != ChannelKind.CHANNEL).toList();
  }

  /// All that the reader may read if there are no names.
  private static List<ChannelId> named(
      Handle handle, WorkspaceId workspace, UserId reader, List<String> in) {
    return handle
        .createQuery(SELECT_CONVERSATIONS)
        .bind("workspace", workspace.value())
        .bind("user", reader.value())
        .bindArray("names", String.class, in.toArray())
        .bindArray(
            "channels",
            Long.class,
            in.stream().flatMap(n -> ChannelId.parse(n).stream()).map(ChannelId::value).toArray())
        .bindArray("users", Long.class, ids(in))
        .bind("limit", MOST_CONVERSATIONS)
        .map((row, _) -> new ChannelId(row.getLong(1)))
        .list();
  }

  private static Set<UserId> people(
      Handle handle, WorkspaceId workspace, UserId reader, List<String> from) {
    if (from.isEmpty()) {
      return Set.of();
    }
    Set<UserId> people =
        new HashSet<>(
            handle
                .createQuery(SELECT_PEOPLE)
                .bind("workspace", workspace.value())
                .bindArray("names", String.class, from.toArray())
                .bindArray("users", Long.class, ids(from))
                .map((row, _) -> new UserId(row.getLong(1)))
                .list());
    if (from.contains(ME)) {
      people.add(reader);
    }
    return people;
  }

  private static Object[] ids(List<String> people) {
    return people.stream().flatMap(n -> UserId.parse(n).stream()).map(UserId::value).toArray();
  }
}
