package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.fanout.Signal;
import dev.parley.gateway.rtm.RtmTranslator;
import dev.parley.gateway.wire.ResyncReason;
import dev.parley.gateway.wire.ServerFrames;
import java.util.ArrayList;
import java.util.List;

/// The connections that receive one stream. Those to which it is live get each event as it comes;
/// the others wait until they have been sent what they lack.
///
/// Confined to the loop of its hub.
final class Audience {
  /// Says that it is not known for certain how far the stream has come.
  static final long UNPROVEN = -1;

  private static final int MAX_BATCH = 64;
  private static final int MAX_BATCH_BYTES = 32 << 10;

  private final Hub hub;
  private final LiveStream stream;
  private final RtmTranslator translator;
  private final Members live = new Members();
  private final List<Publication> batch = new ArrayList<>(0);
  private int batchBytes;
  private List<Connection> waiting = List.of();
  private List<Connection> owners = List.of();

  Audience(Hub hub, LiveStream stream) {
    this.hub = hub;
    this.stream = stream;
    this.translator = new RtmTranslator(stream.key);
  }

  /// Whether nobody receives the stream or is about to.
  boolean isEmpty() {
    return live.size() == 0 && waiting.isEmpty() && owners.isEmpty();
  }

  // Signals

  /// Sends an event to everyone to whom the stream is live, together with others that come in the
  /// same turn of the loop.
  void deliver(Publication publication) {
    if (live.size() == 0) {
      return;
    }
    if (batch.isEmpty()) {
      hub.batches++;
      hub.loop.execute(this::flush);
    }
    if (publication.supersedes() && publication.subject() != 0) {
      batch.replaceAll(
          earlier -> earlier.subject() == publication.subject() ? earlier.obsolete() : earlier);
    }
    batch.add(publication);
    batchBytes += publication.event().length;
    boolean changesGrants = !(publication.grant() instanceof Grant.None);
    if (changesGrants || batch.size() >= MAX_BATCH || batchBytes > MAX_BATCH_BYTES) {
      flush();
    }
    if (changesGrants) {
      for (int place = live.size() - 1; place >= 0; place--) {
        live.get(place).onGrant(publication);
      }
    }
  }

  /// Sends what was gathered. Comes before anything else that concerns who is sent what.
  void flush() {
    if (batch.isEmpty()) {
      return;
    }
    List<Publication> events = List.copyOf(batch);
    long before = batch.getFirst().offset() - 1;
    hub.metrics.delivered(live.size() * batch.size());
    batch.clear();
    batchBytes = 0;
    hub.batches--;
    boolean alone = hub.batches == 0;
    try (Encodings encodings = encodings(events, translator)) {
      for (int place = live.size() - 1; place >= 0; place--) {
        Connection connection = live.get(place);
        if (!connection.mayReceive(stream) || !connection.offer(encodings, alone)) {
          fallBehind(connection, before);
        }
      }
    }
  }

  void spread(Signal.Ephemeral ephemeral) {
    if (live.size() == 0) {
      return;
    }
    byte[] frame = ephemeral.frame();
    try (Encodings encodings =
        new Encodings(hub.encoder, () -> List.of(frame), () -> RtmTranslator.ephemeral(frame))) {
      for (int place = live.size() - 1; place >= 0; place--) {
        live.get(place).offerEphemeral(encodings, stream.key, ephemeral.exceptUser());
      }
    }
  }

  void endSession(Signal.EndSession end) {
    owners.forEach(connection -> connection.endSession(end.session(), end.closeCode()));
  }

  /// Tells everyone to whom the stream is live that events were given up.
  void resyncLive(ResyncReason reason) {
    flush();
    for (int place = live.size() - 1; place >= 0; place--) {
      live.get(place).resync(stream, reason);
    }
  }

  private Encodings encodings(List<Publication> events, RtmTranslator words) {
    return new Encodings(
        hub.encoder,
        () -> events.stream().map(this::text).toList(),
        () -> {
          long now = hub.loop.wallMillis() * 1_000;
          return events.stream()
              .flatMap(event -> words.translate(event.event(), now).stream())
              .toList();
        });
  }

  private byte[] text(Publication publication) {
    long offset = publication.offset();
    return ServerFrames.event(stream.key, offset, offset - 1, publication.event());
  }

  // Joining and leaving

  /// Takes in a connection of the person whose own stream this is.
  void belongsTo(Connection connection) {
    if (owners.isEmpty()) {
      owners = List.of(connection);
      return;
    }
    owners = new ArrayList<>(owners);
    owners.add(connection);
  }

  void belongsNoMoreTo(Connection connection) {
    owners = owners.stream().filter(other -> !other.equals(connection)).toList();
    noteIfEmpty();
  }

  /// Takes in a connection whose subscription is behind, and sends it what it can at once.
  void join(Connection connection) {
    flush();
    if (!catchUp(connection, UNPROVEN)) {
      await(connection);
    }
  }

  /// Lets a connection go. Its subscription is still as it was.
  void leave(Connection connection, int index) {
    flush();
    if (connection.subscriptions.isLive(index)) {
      removeLive(connection.subscriptions.place(index));
    } else {
      stopWaiting(connection);
    }
    noteIfEmpty();
  }

  /// Sends a connection that is behind what it can, after its queue had been full.
  void resumeSending(Connection connection) {
    flush();
    stopWaiting(connection);
    join(connection);
  }

  /// Sends everyone who waits what they lack, as far as it is there now.
  ///
  /// @param proven how far the stream has come for certain, by a read that began after everyone
  ///     here waited; else [#UNPROVEN]
  void catchUpAll(long proven) {
    flush();
    List<Connection> batch = waiting;
    waiting = List.of();
    for (Connection connection : batch) {
      if (connection.subscriptions.isBehind(stream) && !catchUp(connection, proven)) {
        await(connection);
      }
    }
    noteIfEmpty();
  }

  private void await(Connection connection) {
    if (waiting.isEmpty()) {
      waiting = new ArrayList<>(2);
    }
    waiting.add(connection);
  }

  private void stopWaiting(Connection connection) {
    if (!waiting.isEmpty()) {
      waiting.removeIf(connection::equals);
    }
  }

  private void noteIfEmpty() {
    if (isEmpty()) {
      hub.streams.idle(stream);
    }
  }

  private void fallBehind(Connection connection, long position) {
    int index = connection.subscriptions.indexOf(stream);
    removeLive(connection.subscriptions.place(index));
    connection.subscriptions.setBehind(index, position);
    connection.onBehind(stream);
    await(connection);
  }

  private void removeLive(int place) {
    Connection moved = live.removeAt(place);
    if (moved != null) {
      moved.subscriptions.setLive(moved.subscriptions.indexOf(stream), place);
    }
  }

  // Catching up

  /// Sends a connection what it lacks, and makes it live if that was everything.
  private boolean catchUp(Connection connection, long proven) {
    if (!connection.mayReceive(stream)) {
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
    if (connection.isSlow() && !stream.isReading()) {
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
        try (Encodings encodings = encodings(List.of(publication), words)) {
          if (!connection.offer(encodings, false)) {
            setBehind(connection, offset - 1);
            return false;
          }
        }
      }
      if (!(publication.grant() instanceof Grant.None)) {
        connection.onGrant(publication);
      }
    }
    setBehind(connection, last);
    return true;
  }

  private void setBehind(Connection connection, long position) {
    connection.subscriptions.setBehind(connection.subscriptions.indexOf(stream), position);
  }

  private boolean resync(Connection connection, int index, ResyncReason reason) {
    place(connection, index);
    connection.resync(stream, reason);
    connection.onLive(stream);
    return true;
  }

  private boolean goLive(Connection connection, int index) {
    place(connection, index);
    connection.onLive(stream);
    return true;
  }

  private void place(Connection connection, int index) {
    connection.subscriptions.setLive(index, live.add(connection));
  }
}
