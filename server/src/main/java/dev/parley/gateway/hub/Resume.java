package dev.parley.gateway.hub;

import dev.parley.fanout.EventSource.Grants;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.gateway.wire.FrameError;
import dev.parley.gateway.wire.ResyncReason;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.kernel.StreamKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A `resume` being answered. The first one of a connection learns which channels the person may
/// receive (from a token, or by a lookup), brings that forward along the person's own stream, and
/// only then subscribes to channels; later ones repair single streams.
///
/// Exists only until `resumed` is sent. Confined to the loop of its hub.
final class Resume {
  private static final int MAX_QUEUED = 8;
  private static final long UNNAMED = Long.MAX_VALUE;

  /// What is being waited for.
  private enum Phase {
    GRANTS,
    OWN_STREAM,
    CHANNELS
  }

  private final Connection connection;
  private final ClientFrame.Resume request;
  private final ArrayDeque<ClientFrame.Resume> queued = new ArrayDeque<>(0);
  private final boolean otherEpoch;
  private final List<Publication> changes = new ArrayList<>(0);
  private final Set<StreamKey> lost = new HashSet<>(0);
  private Set<Long> channels = Set.of();
  private Phase phase = Phase.GRANTS;
  private boolean subscribing;

  /// Whether the client was told to fetch anew which channels it has. It may then know of a joining
  /// that has not come here yet, so nothing is said to be gone.
  private boolean ownLost;

  private long base;
  private long ownNeeded;
  private long sendAfter = UNNAMED;

  private Resume(Connection connection, ClientFrame.Resume request) {
    this.connection = connection;
    this.request = request;
    this.otherEpoch = request.epoch() != connection.hub.epoch();
  }

  /// Answers a `resume`, after those that are still being answered.
  static void begin(Connection connection, ClientFrame.Resume request) {
    Resume present = connection.resume();
    if (present != null) {
      if (present.queued.size() < MAX_QUEUED) {
        present.queued.add(request);
      } else {
        connection.send(ServerFrames.error(FrameError.TOO_MANY_FRAMES, request.id()));
      }
      return;
    }
    connection.hub.metrics.resume();
    Resume resume = new Resume(connection, request);
    connection.setResume(resume);
    if (connection.isResumed()) {
      resume.repair();
    } else {
      resume.start();
    }
  }

  // The own stream

  private void start() {
    Long named = request.streams().get(connection.own.key.name());
    if (named != null && !otherEpoch) {
      sendAfter = named;
    }
    ResumeTokens.@Nullable Content token =
        request.token() == null || otherEpoch
            ? null
            : connection.hub.passes.verify(request.token(), connection);
    if (token == null) {
      lookUp();
    } else {
      channels = token.channels();
      base = token.ownOffset();
      followOwnStream();
    }
  }

  private void lookUp() {
    phase = Phase.GRANTS;
    connection.hub.lookups.request(connection, this::onGrants);
  }

  private void onGrants(Grants grants) {
    if (connection.isClosed() || phase != Phase.GRANTS) {
      return;
    }
    channels = grants.channels();
    base = grants.heads().getOrDefault(connection.own.key, 0L);
    followOwnStream();
  }

  private void followOwnStream() {
    phase = Phase.OWN_STREAM;
    LiveStream own = connection.own;
    if (connection.subscriptions.contains(own)) {
      connection.rewind(own, own.last());
    } else {
      long from = Math.min(base, sendAfter);
      connection.setGrantsApplied(from);
      connection.subscribe(own.key, from);
    }
  }

  boolean isCollecting() {
    return phase != Phase.CHANNELS;
  }

  long neededOfOwn() {
    if (phase != Phase.OWN_STREAM) {
      return ownNeeded;
    }
    return sendAfter == UNNAMED ? base : Math.max(base, sendAfter);
  }

  boolean wantsOwn(long offset) {
    return phase == Phase.CHANNELS || offset > sendAfter;
  }

  void collect(Publication change) {
    changes.add(change);
  }

  /// The own stream cannot be followed from where the client was: what it may receive is looked up.
  void onOwnLost() {
    ownLost = true;
    sendAfter = connection.own.last();
    changes.clear();
    phase = Phase.GRANTS;
  }

  void onLive(LiveStream stream) {
    if (lost.remove(stream.key)) {
      connection.resync(stream, ResyncReason.EPOCH);
    }
    if (stream.equals(connection.own)) {
      switch (phase) {
        case GRANTS -> lookUp();
        case OWN_STREAM -> subscribeChannels();
        case CHANNELS -> {}
      }
    }
    finishIfComplete();
  }

  // The channels

  private void subscribeChannels() {
    // A client that is told of a joining starts anew there, whatever it held before.
    Map<Long, @Nullable Long> joinedAfter = new HashMap<>();
    Set<Long> allowed = new HashSet<>(channels);
    for (Publication change : changes) {
      boolean news = change.offset() > base;
      switch (change.grant()) {
        case Grant.Join join -> {
          if (news) {
            allowed.add(join.channel());
          }
          if (change.offset() > sendAfter) {
            joinedAfter.put(join.channel(), join.afterOffset());
          }
        }
        case Grant.Leave leave -> {
          if (news) {
            allowed.remove(leave.channel());
          }
          joinedAfter.remove(leave.channel());
        }
        case Grant.None none -> {}
      }
    }
    phase = Phase.CHANNELS;
    subscribing = true;
    Map<StreamKey, Long> named = named();
    connection.subscriptions.reserve(allowed.size() + 2);
    for (long channel : allowed) {
      StreamKey key = connection.channel(channel);
      Long position = named.remove(key);
      subscribe(key, joinedAfter.getOrDefault(channel, position));
    }
    if (named.remove(connection.own.key) != null && otherEpoch) {
      connection.resync(connection.own, ResyncReason.EPOCH);
      ownLost = true;
    }
    if (!ownLost) {
      named.keySet().forEach(key -> connection.send(ServerFrames.gone(key.name())));
    }
    subscribing = false;
    finishIfComplete();
  }

  private void subscribe(StreamKey key, @Nullable Long position) {
    if (position != null && otherEpoch) {
      lost.add(key);
    }
    connection.subscribe(key, position == null || otherEpoch ? Subscriptions.AT_HEAD : position);
  }

  /// The named streams; those that can be none are answered at once.
  private Map<StreamKey, Long> named() {
    Map<StreamKey, Long> named = new LinkedHashMap<>();
    request
        .streams()
        .forEach(
            (name, offset) ->
                StreamKey.parse(connection.own.key.workspaceId(), name)
                    .ifPresentOrElse(
                        key -> named.put(key, offset),
                        () -> connection.send(ServerFrames.gone(name))));
    return named;
  }

  // Repair

  private void repair() {
    phase = Phase.CHANNELS;
    subscribing = true;
    named()
        .forEach(
            (key, position) -> {
              LiveStream stream = connection.hub.streams.present(key);
              if (stream == null || !connection.subscriptions.contains(stream)) {
                connection.send(ServerFrames.gone(key.name()));
              } else {
                if (otherEpoch) {
                  lost.add(key);
                }
                rewind(stream, otherEpoch ? Subscriptions.AT_HEAD : position);
              }
            });
    subscribing = false;
    finishIfComplete();
  }

  /// On the own stream nothing is skipped, even if the client has seen it elsewhere: what changes
  /// the grants has to pass here too.
  private void rewind(LiveStream stream, long position) {
    if (stream.equals(connection.own)) {
      ownNeeded = position == Subscriptions.AT_HEAD ? 0 : position;
      connection.rewind(stream, Math.min(position, connection.position(stream)));
    } else {
      connection.rewind(stream, position);
    }
  }

  void finishIfComplete() {
    if (phase != Phase.CHANNELS
        || subscribing
        || connection.resume() != this
        || connection.subscriptions.behind() > 0) {
      return;
    }
    connection.setResume(null);
    connection.setResumed();
    connection.hub.sendResumed(connection, request.id());
    ClientFrame.Resume next = queued.poll();
    if (next != null) {
      begin(connection, next);
      Resume following = connection.resume();
      if (following != null) {
        following.queued.addAll(queued);
      } else {
        queued.forEach(more -> begin(connection, more));
      }
    }
  }
}
