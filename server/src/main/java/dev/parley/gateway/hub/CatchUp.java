package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.gateway.rtm.RtmTranslator;
import dev.parley.gateway.wire.ResyncReason;
import java.util.List;

/// Brings connections that are behind on a stream to its head: from the ring, by a read, or by
/// telling them that it cannot be done.
///
/// Confined to the loop of its hub.
final class CatchUp {
  /// Says that it is not known for certain how far the stream has come.
  static final long UNPROVEN = -1;

  private final Hub hub;
  private final LiveStream stream;
  private final Audience audience;

  CatchUp(Hub hub, LiveStream stream, Audience audience) {
    this.hub = hub;
    this.stream = stream;
    this.audience = audience;
  }

  /// Sends a connection what it lacks, and makes it live if that was everything; else answers false
  /// and has it wait.
  ///
  /// @param proven how far the stream has come for certain, or [#UNPROVEN]
  boolean send(Connection connection, long proven) {
    if (!connection.delivery.mayReceive(stream)) {
      return false;
    }
    int index = connection.subscriptions.indexOf(stream);
    long position = connection.subscriptions.position(index);
    if (!stream.isKnown()) {
      stream.request(position);
      return false;
    }
    if (position == Subscriptions.AT_HEAD) {
      return goLive(connection, index);
    }
    if (position < stream.last()) {
      if (connection.resume() != null && hub.replays.isSpent(connection.own.key)) {
        return resync(connection, index, ResyncReason.TOO_OLD);
      }
      if (!stream.ring.covers(position)) {
        return beyondRing(connection, index, position);
      }
      if (!replay(connection, position)) {
        return false;
      }
      index = connection.subscriptions.indexOf(stream);
    }
    long needed = Math.max(position, connection.needed(stream));
    if (needed <= stream.last()) {
      return goLive(connection, index);
    }
    if (proven != UNPROVEN && needed > proven) {
      return resync(connection, index, ResyncReason.FUTURE);
    }
    stream.request(stream.last());
    return false;
  }

  private boolean beyondRing(Connection connection, int index, long position) {
    if (connection.delivery.isSlow() && !stream.isReading()) {
      return resync(connection, index, ResyncReason.SLOW);
    }
    boolean tooMany = stream.last() - position > hub.config.replay().events();
    if (tooMany || !stream.isReadable(position)) {
      return resync(connection, index, ResyncReason.TOO_OLD);
    }
    stream.request(position);
    return false;
  }

  private boolean replay(Connection connection, long position) {
    long last = stream.last();
    RtmTranslator words = new RtmTranslator(stream.key);
    for (long offset = position + 1; offset <= last; offset++) {
      Publication publication = stream.ring.get(offset);
      if (connection.wants(stream, offset)) {
        try (Encodings encodings = Encodings.of(hub, stream.key, List.of(publication), words)) {
          if (!connection.offer(encodings, false)) {
            sent(connection, position, offset - 1);
            return false;
          }
        }
      }
      if (!(publication.grant() instanceof Grant.None)) {
        connection.onGrant(publication);
      }
    }
    sent(connection, position, last);
    return true;
  }

  private void sent(Connection connection, long from, long to) {
    connection.subscriptions.setBehind(connection.subscriptions.indexOf(stream), to);
    if (connection.resume() != null) {
      hub.replays.use(connection.own.key, to - from);
    }
  }

  private boolean resync(Connection connection, int index, ResyncReason reason) {
    audience.goLive(connection, index);
    connection.resync(stream, reason);
    connection.onLive(stream);
    return true;
  }

  private boolean goLive(Connection connection, int index) {
    audience.goLive(connection, index);
    connection.onLive(stream);
    return true;
  }
}
