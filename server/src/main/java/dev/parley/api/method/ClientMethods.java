package dev.parley.api.method;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.access.Actor;
import dev.parley.core.backfill.StreamPositions;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.message.MessagePages;
import dev.parley.core.message.MessageReader;
import dev.parley.core.thread.ThreadKey;
import dev.parley.core.thread.ThreadReader;
import dev.parley.core.user.People;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ThreadMarkerView;
import dev.parley.storage.TenantDatabase;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/// `client.*`: the snapshots the page starts from and returns to (`docs/protocol.md`). Everything
/// in one answer was true at one instant, which its positions name.
public final class ClientMethods {
  private static final int ALL_PEOPLE = 500;
  private static final int MAX_STREAMS = 200;
  private static final int MAX_PAGE = 200;

  private static final Arg<List<String>> STREAMS =
      Arg.list("streams").within("at most " + MAX_STREAMS).missing("invalid_arguments");
  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<MessageTs> BEFORE = Arg.ts("before");
  private static final Arg<MessageTs> AFTER = Arg.ts("after");
  private static final Arg<MessageTs> AROUND = Arg.ts("around");
  private static final Arg<MessageTs> THREAD_TS = Arg.ts("thread_ts").bad("thread_not_found");
  private static final Arg<Integer> LIMIT = Arg.limit(50, MAX_PAGE);

  private final Sources sources;
  private final People people;
  private final WorkspaceService workspaces;
  private final LongSupplier epoch;
  private final Clock clock;
  private final String build;

  public ClientMethods(
      Sources sources,
      People people,
      WorkspaceService workspaces,
      LongSupplier epoch,
      Clock clock,
      String build) {
    this.sources = sources;
    this.people = people;
    this.workspaces = workspaces;
    this.epoch = epoch;
    this.clock = clock;
    this.build = build;
  }

  /// Where the snapshots are read.
  public record Sources(
      TenantDatabase database,
      ChannelService channels,
      ConversationReader conversations,
      MessageReader messages) {}

  public List<Method> all() {
    return List.of(
        Method.named("client.boot", "The state from which the page starts.")
            .page()
            .tier(RateTier.TIER_3)
            .does(this::boot),
        Method.named("client.counts", "Where each conversation stands and what was read.")
            .page()
            .tier(RateTier.TIER_4)
            .does(this::counts),
        Method.named("client.resume", "The fresh state of streams whose gap could not be filled.")
            .page()
            .tier(RateTier.TIER_4)
            .args(STREAMS)
            .does(this::resume),
        Method.named("client.history", "Messages before, after or around one, with their people.")
            .page()
            .tier(RateTier.SPECIAL)
            .args(CHANNEL, THREAD_TS, BEFORE, AFTER, AROUND, LIMIT)
            .errors("channel_not_found", "thread_not_found")
            .does(this::history));
  }

  private Reply boot(Call call) {
    WorkspaceId workspace = call.workspace();
    UserId self = call.actor().user();
    return sources
        .database()
        .snapshot(
            workspace,
            handle -> {
              List<ConversationView> mine = sources.conversations().mine(handle, workspace, self);
              return reply()
                  .with("self", people.user(handle, workspace, self))
                  .with("team", workspaces.find(workspace).map(TeamJson::of))
                  .with("time", MessageTs.now(clock).toString())
                  .with("build", build)
                  .with("positions", positions(handle, call.actor()))
                  .with("channels", mine)
                  .with("users", users(handle, call.actor(), mine));
            });
  }

  /// Everybody where they are few; else those whom the person's direct and group messages name.
  private List<? extends JsonView> users(Handle handle, Actor self, List<ConversationView> mine) {
    List<? extends JsonView> everybody = people.everybody(handle, self, ALL_PEOPLE + 1);
    if (everybody.size() <= ALL_PEOPLE) {
      return everybody;
    }
    Set<UserId> met = new LinkedHashSet<>();
    met.add(self.user());
    mine.forEach(conversation -> met.addAll(conversation.channel().others()));
    return people.persons(handle, self.workspace(), met);
  }

  private Reply counts(Call call) {
    WorkspaceId workspace = call.workspace();
    return sources
        .database()
        .snapshot(
            workspace,
            handle ->
                reply()
                    .with(
                        "channels",
                        sources
                            .conversations()
                            .mine(handle, workspace, call.actor().user())
                            .stream()
                            .map(Counts::new)
                            .toList()));
  }

  private Reply resume(Call call) {
    List<String> names = call.get(STREAMS);
    if (names.size() > MAX_STREAMS) {
      throw new Refusal("invalid_arguments", "at most 200 streams");
    }
    List<ChannelId> wanted = new ArrayList<>();
    names.forEach(name -> ChannelId.parse(name).ifPresent(wanted::add));
    WorkspaceId workspace = call.workspace();
    UserId self = call.actor().user();
    return sources
        .database()
        .snapshot(
            workspace,
            handle -> {
              List<ConversationView> found =
                  sources.conversations().mine(handle, workspace, self, wanted);
              Set<String> gone = new LinkedHashSet<>(names);
              found.forEach(view -> gone.remove(view.channel().id().toString()));
              own(call.actor()).forEach(stream -> gone.remove(stream.name()));
              return reply()
                  .with("positions", positions(handle, call.actor()))
                  .with("channels", found)
                  .with("gone", List.copyOf(gone));
            });
  }

  private Reply history(Call call) {
    WorkspaceId workspace = call.workspace();
    ChannelId channel = call.get(CHANNEL);
    return sources
        .database()
        .snapshot(
            workspace,
            handle -> {
              var _ = sources.channels().visible(handle, workspace, call.actor().user(), channel);
              Optional<MessageView> root = root(call, handle);
              MessagePages.Page page = page(call, run(call, handle, root));
              Set<UserId> named = new LinkedHashSet<>();
              page.messages().forEach(message -> name(message, named));
              StreamKey stream = StreamKey.of(workspace, channel);
              Long position =
                  StreamPositions.read(handle, workspace, List.of(stream)).get(stream.name());
              return Reply.ok()
                  .with("messages", page.messages())
                  .with("has_more_before", page.hasMoreBefore())
                  .with("has_more_after", page.hasMoreAfter())
                  .with("position", position == null ? 0L : position)
                  .with("thread", root.flatMap(message -> marker(call, handle, message)))
                  .with("users", people.persons(handle, workspace, named));
            });
  }

  /// The message that the thread which is asked for hangs on.
  private Optional<MessageView> root(Call call, Handle handle) {
    return call.find(THREAD_TS)
        .map(
            ts ->
                sources
                    .messages()
                    .root(handle, call.workspace(), call.get(CHANNEL), ts)
                    .orElseThrow(() -> new Refusal("thread_not_found")));
  }

  private MessagePages run(Call call, Handle handle, Optional<MessageView> root) {
    MessageReader messages = sources.messages();
    ChannelId channel = call.get(CHANNEL);
    return root.map(message -> messages.thread(handle, call.workspace(), channel, message))
        .orElseGet(() -> messages.channel(handle, call.workspace(), channel));
  }

  private static MessagePages.Page page(Call call, MessagePages run) {
    int limit = call.get(LIMIT);
    if (call.find(AROUND).isPresent()) {
      return run.around(call.get(AROUND), limit);
    }
    if (call.find(BEFORE).isPresent()) {
      return run.before(call.get(BEFORE), limit);
    }
    if (call.find(AFTER).isPresent()) {
      return run.after(call.get(AFTER), limit);
    }
    return run.newest(limit);
  }

  /// How the caller stands in a thread that they follow or followed.
  private static Optional<ThreadMarkerView> marker(Call call, Handle handle, MessageView root) {
    ThreadKey key = new ThreadKey(call.workspace(), call.get(CHANNEL), root.ts());
    return ThreadReader.some(handle, call.workspace(), call.actor().user(), List.of(key)).stream()
        .findFirst();
  }

  private static void name(MessageView message, Set<UserId> named) {
    named.add(message.user());
    if (message.related() != null) {
      named.add(message.related());
    }
  }

  private Reply reply() {
    return Reply.ok().with("epoch", epoch.getAsLong());
  }

  private static java.util.Map<String, Long> positions(Handle handle, Actor self) {
    return StreamPositions.read(handle, self.workspace(), own(self));
  }

  /// The streams besides those of conversations: guests do not receive the workspace's.
  private static List<StreamKey> own(Actor self) {
    StreamKey user = StreamKey.of(self.workspace(), self.user());
    return self.isGuest() ? List.of(user) : List.of(StreamKey.of(self.workspace()), user);
  }

  /// The part of a conversation that `client.counts` shows.
  private record Counts(ConversationView conversation) implements JsonView {
    @Override
    public void writeFields(JsonGenerator json) throws IOException {
      json.writeStringField("id", conversation.channel().id().toString());
      conversation.writeState(json);
    }
  }
}
