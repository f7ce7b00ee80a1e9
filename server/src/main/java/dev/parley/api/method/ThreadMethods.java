package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.api.method.ConversationScopes.Right;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.message.MessageReader;
import dev.parley.core.message.MessageReader.Span;
import dev.parley.core.thread.ThreadKey;
import dev.parley.core.thread.ThreadReader;
import dev.parley.core.thread.ThreadService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ThreadMarkerView;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.TenantDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Threads: `conversations.replies`, and the page's calls for following and reading them.
public final class ThreadMethods {
  private static final String REPLIES = "conversations.replies";
  private static final long END = 9_999_999_999_999_999L;
  private static final int MOST_FOLLOWED = 200;

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<MessageTs> TS =
      Arg.ts("ts").missing("thread_not_found").bad("thread_not_found");
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Integer> LIMIT = Arg.limit(1_000, 1_000);
  private static final Arg<MessageTs> OLDEST = Arg.moment("oldest").bad("invalid_ts_oldest");
  private static final Arg<MessageTs> LATEST = Arg.moment("latest").bad("invalid_ts_latest");
  private static final Arg<Boolean> INCLUSIVE = Arg.bool("inclusive").or(false);
  private static final Arg<Boolean> METADATA = Arg.bool("include_all_metadata").or(false);
  private static final Arg<MessageTs> THREAD_TS =
      Arg.ts("thread_ts").missing("thread_not_found").bad("thread_not_found");
  private static final Arg<Boolean> FOLLOWING = Arg.bool("following").required();
  private static final Arg<MessageTs> READ_TS = Arg.ts("ts").required();
  private static final Arg<Integer> MOST = Arg.limit(50, MOST_FOLLOWED);

  private final TenantDatabase database;
  private final ThreadService threads;
  private final ChannelService channels;
  private final MessageReader messages;
  private final ConversationScopes scopes;

  public ThreadMethods(
      TenantDatabase database,
      ThreadService threads,
      ChannelService channels,
      MessageReader messages) {
    this.database = database;
    this.threads = threads;
    this.channels = channels;
    this.messages = messages;
    this.scopes = new ConversationScopes(database, channels);
  }

  public List<Method> all() {
    return List.of(
        Method.named(REPLIES, "Reads a thread: the message it hangs on and its replies.")
            .scopes(Right.HISTORY.all())
            .tier(RateTier.TIER_3)
            .args(CHANNEL, TS, CURSOR, LIMIT, OLDEST, LATEST, INCLUSIVE, METADATA)
            .errors(
                "channel_not_found",
                "not_in_channel",
                "thread_not_found",
                "invalid_ts_oldest",
                "invalid_ts_latest")
            .does(scopes.guard(Right.HISTORY, CHANNEL, this::replies)),
        Method.named("client.threads.list", "Lists the threads the caller follows.")
            .page()
            .args(MOST)
            .does(this::list),
        Method.named("client.threads.follow", "Begins or ends to follow a thread.")
            .page()
            .args(CHANNEL, THREAD_TS, FOLLOWING)
            .writes()
            .errors("channel_not_found", "not_in_channel", "thread_not_found")
            .does(this::follow),
        Method.named("client.threads.mark", "Sets how far the caller has read a thread.")
            .page()
            .args(CHANNEL, THREAD_TS, READ_TS)
            .writes()
            .errors("channel_not_found", "not_in_channel", "thread_not_found")
            .does(this::mark));
  }

  /// A page of a thread.
  ///
  /// @param marker how the caller stands in it, or null
  private record Excerpt(
      MessageView root, List<MessageView> replies, @Nullable ThreadMarkerView marker) {}

  private Reply replies(Call call) {
    int step = call.get(INCLUSIVE) ? 1 : 0;
    long oldest = call.find(OLDEST).map(ts -> ts.micros() - step).orElse(-1L);
    long latest =
        call.find(LATEST)
            .filter(ts -> ts.micros() > 0)
            .map(ts -> Math.min(END, ts.micros() + step))
            .orElse(END);
    long after = Math.clamp(Cursors.read(call, REPLIES, call.get(CURSOR), -1), oldest, END);
    int limit = call.get(LIMIT);
    Span span =
        new Span(new MessageTs(Math.max(0, after)), new MessageTs(Math.max(0, latest)), limit + 1);
    Excerpt thread = read(call, span);
    List<MessageView> found = new ArrayList<>(thread.replies());
    long root = thread.root().ts().micros();
    if (root > after && root < latest) {
      found.addFirst(thread.root());
    }
    boolean more = found.size() > limit;
    List<JsonView> page =
        found.stream().limit(limit).map(message -> shape(call, message, thread.marker())).toList();
    return Reply.ok()
        .with("messages", page)
        .with("has_more", more)
        .nextCursor(more ? Cursors.write(call, REPLIES, found.get(limit - 1).ts().micros()) : "");
  }

  private Excerpt read(Call call, Span span) {
    ChannelId channel = call.get(CHANNEL);
    return database.read(
        call.workspace(),
        handle -> {
          var _ = channels.joinedOrPublic(handle, call.workspace(), call.actor(), channel);
          MessageView root =
              messages
                  .root(handle, call.workspace(), channel, call.get(TS))
                  .orElseThrow(() -> new Refusal("thread_not_found"));
          if (!(root.thread() instanceof ThreadView.Root)) {
            return new Excerpt(root, List.of(), null);
          }
          ThreadKey key = new ThreadKey(call.workspace(), channel, root.ts());
          Optional<ThreadMarkerView> marker =
              ThreadReader.some(handle, call.workspace(), call.actor().user(), List.of(key))
                  .stream()
                  .findFirst();
          return new Excerpt(
              root,
              messages.replies(handle, call.workspace(), channel, root.ts(), span),
              marker.orElse(null));
        });
  }

  /// The root tells how the caller stands in the thread.
  private static JsonView shape(Call call, MessageView message, @Nullable ThreadMarkerView marker) {
    JsonView plain = (call.get(METADATA) ? message : message.withoutMetadata()).inSlacksShape();
    if (!(message.thread() instanceof ThreadView.Root root) || root.count() == 0) {
      return plain;
    }
    return json -> {
      plain.writeFields(json);
      json.writeBooleanField("is_locked", false);
      json.writeBooleanField("subscribed", marker != null && marker.isFollowing());
      if (marker != null && marker.isFollowing()) {
        json.writeStringField("last_read", marker.readTs().toString());
      }
    };
  }

  private Reply list(Call call) {
    return database.read(
        call.workspace(),
        handle ->
            Reply.ok()
                .with(
                    "threads",
                    ThreadReader.mine(
                        handle, call.workspace(), call.actor().user(), call.get(MOST))));
  }

  private Reply follow(Call call) {
    threads.follow(thread(call), call.actor().user(), call.get(FOLLOWING));
    return Reply.ok();
  }

  private Reply mark(Call call) {
    threads.mark(thread(call), call.actor().user(), call.get(READ_TS));
    return Reply.ok();
  }

  private static ThreadKey thread(Call call) {
    return new ThreadKey(call.workspace(), call.get(CHANNEL), call.get(THREAD_TS));
  }
}
