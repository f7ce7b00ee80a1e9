package dev.parley.app.demo;

import dev.parley.core.membership.Mark;
import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.core.message.MessageTarget;
import dev.parley.core.thread.ThreadKey;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets one conversation happen. Belongs to the thread that runs it, which waits for each commit.
final class DemoLife {
  private static final Duration SECOND_THOUGHT = Duration.ofSeconds(70);
  private static final Duration RECENT = Duration.ofHours(20);

  private final DemoServices services;
  private final DemoTown town;
  private final DemoClock clock;
  private final ChannelId channel;
  private final DemoTalk talk;
  private final StreamKey stream;
  private final Map<UUID, MessageTs> posted = new HashMap<>();
  private final List<MessageTs> numbered = new ArrayList<>();
  private final Map<UUID, Hanging> threads = new LinkedHashMap<>();

  DemoLife(
      DemoServices services, DemoTown town, DemoClock clock, ChannelId channel, DemoTalk talk) {
    this.services = services;
    this.town = town;
    this.clock = clock;
    this.channel = channel;
    this.talk = talk;
    this.stream = StreamKey.of(town.workspace(), channel);
  }

  /// A thread as far as it has come.
  private static final class Hanging {
    private final Set<String> followers = new HashSet<>();
    private MessageTs last = MessageTs.ZERO;
    private Instant lastAt = Instant.EPOCH;
  }

  /// Lets everything happen.
  ///
  /// @param said is told of each message
  void run(Runnable said) {
    for (DemoTalk.Step step : talk.steps()) {
      clock.move(stream, step.at());
      switch (step) {
        case DemoTalk.Join join -> {
          UserId user = town.user(join.who());
          var _ = services.memberships().add(workspace(), channel, user, List.of(user));
        }
        case DemoTalk.Say say -> {
          say(say);
          said.run();
        }
      }
    }
  }

  private WorkspaceId workspace() {
    return town.workspace();
  }

  private void say(DemoTalk.Say say) {
    UserId author = town.user(say.author());
    @Nullable UUID root = say.answers();
    ReplyTo replyTo = root == null ? null : new ReplyTo(ts(root), say.isBroadcast());
    MessageTs ts =
        services
            .messages()
            .post(
                workspace(),
                channel,
                author,
                say.id(),
                MessageContent.text(town.text(say.text())),
                replyTo)
            .ts();
    posted.put(say.id(), ts);
    if (root != null) {
      hang(root, say, ts);
    }
    if (root == null || say.isBroadcast()) {
      numbered.add(ts);
    }
    MessageTarget target = new MessageTarget(workspace(), channel, ts);
    if (say.edited() != null) {
      clock.move(stream, say.at().plus(SECOND_THOUGHT));
      var _ = services.messages().edit(target, author, town.text(say.edited()));
    }
    if (say.isDeleted()) {
      services.messages().delete(target, author, false);
      numbered.remove(ts);
    }
  }

  private void hang(UUID root, DemoTalk.Say reply, MessageTs ts) {
    Hanging thread = threads.computeIfAbsent(root, _ -> new Hanging());
    thread.followers.add(reply.author());
    talk.said().stream()
        .filter(say -> say.id().equals(root))
        .forEach(say -> thread.followers.add(say.author()));
    thread.last = ts;
    thread.lastAt = reply.at();
  }

  private MessageTs ts(UUID message) {
    MessageTs ts = posted.get(message);
    if (ts == null) {
      throw new IllegalStateException("not said yet: " + message);
    }
    return ts;
  }

  /// What people put on the messages. Reactions have no date, so they are made when all is said,
  /// many at once.
  List<Runnable> reactions() {
    return talk.said().stream()
        .filter(say -> !say.isDeleted())
        .flatMap(
            say ->
                say.reactions().stream()
                    .<Runnable>map(reaction -> () -> react(ts(say.id()), reaction)))
        .toList();
  }

  private void react(MessageTs ts, DemoTalk.Reaction reaction) {
    UserId who = town.user(reaction.who());
    services.reactions().add(workspace(), channel, ts, who, reaction.emoji());
  }

  /// Lets somebody read all but the newest messages, and the threads that are not of today.
  void read(String handle, int unread, Instant now) {
    UserId user = town.user(handle);
    int newest = numbered.size() - 1 - unread;
    MessageTs ts = newest < 0 ? MessageTs.ZERO : numbered.get(newest);
    var _ =
        services
            .memberships()
            .mark(new Mark(workspace(), channel, user, ts, false, Mark.ANY_VERSION));
    threads.forEach(
        (root, thread) -> {
          if (thread.followers.contains(handle) && thread.lastAt.isBefore(now.minus(RECENT))) {
            ThreadKey key = new ThreadKey(workspace(), channel, ts(root));
            services.threads().mark(key, user, thread.last);
          }
        });
  }
}
