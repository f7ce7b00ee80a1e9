package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.fanout.Signal;
import dev.parley.gateway.rtm.RtmTranslator;
import dev.parley.gateway.wire.ResyncReason;
import dev.parley.kernel.StreamKey;
import java.util.ArrayList;
import java.util.List;

/// The connections that receive one stream. Those to which it is live get each event as it comes;
/// the others wait until they have been sent what they lack.
///
/// Confined to the loop of its hub.
final class Audience {
  private final Hub hub;
  private final LiveStream stream;
  private final RtmTranslator translator;
  private final Members live = new Members();
  private final TurnBatch batch = new TurnBatch();
  private final CatchUp catchUp;
  private List<Connection> waiting = List.of();
  private List<Connection> owners = List.of();
  private int holders;

  Audience(Hub hub, LiveStream stream) {
    this.hub = hub;
    this.stream = stream;
    this.translator = new RtmTranslator(stream.key);
    this.catchUp = new CatchUp(hub, stream, this);
  }

  /// Whether nobody receives the stream or is about to.
  boolean isEmpty() {
    return live.size() == 0 && waiting.isEmpty() && owners.isEmpty() && holders == 0;
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
    batch.add(publication);
    boolean changesGrants = !(publication.grant() instanceof Grant.None);
    if (publication.grant() instanceof Grant.Leave leave) {
      flushChannel(leave.channel());
    }
    if (changesGrants || batch.isFull()) {
      flush();
    }
    if (changesGrants) {
      for (int place = live.size() - 1; place >= 0; place--) {
        live.get(place).onGrant(publication);
      }
    }
  }

  /// Sends what was gathered of a channel before those who leave it are told so.
  private void flushChannel(long channel) {
    LiveStream left = hub.streams.present(new StreamKey(stream.key.workspace(), channel));
    if (left != null) {
      left.audience.flush();
    }
  }

  /// Sends what was gathered. Comes before anything else that concerns who is sent what.
  void flush() {
    if (batch.isEmpty()) {
      return;
    }
    List<Publication> events = batch.take();
    long before = events.getFirst().offset() - 1;
    hub.metrics.delivered(live.size() * events.size());
    hub.batches--;
    boolean alone = hub.batches == 0;
    try (Encodings encodings = Encodings.of(hub, stream.key, events, translator)) {
      for (int place = live.size() - 1; place >= 0; place--) {
        Connection connection = live.get(place);
        if (!connection.delivery.mayReceive(stream) || !connection.offer(encodings, alone)) {
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

  /// Keeps the stream subscribed though nobody receives its events, for what else it tells.
  void hold() {
    holders++;
  }

  void release() {
    holders--;
    noteIfEmpty();
  }

  /// Takes in a connection whose subscription is behind, and sends it what it can at once.
  void join(Connection connection) {
    flush();
    if (!catchUp.send(connection, CatchUp.UNPROVEN)) {
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
  ///     here waited; else [CatchUp#UNPROVEN]
  void catchUpAll(long proven) {
    flush();
    List<Connection> all = waiting;
    waiting = List.of();
    for (Connection connection : all) {
      if (connection.subscriptions.isBehind(stream) && !catchUp.send(connection, proven)) {
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
    connection.delivery.onBehind(stream);
    await(connection);
  }

  private void removeLive(int place) {
    Connection moved = live.removeAt(place);
    if (moved != null) {
      moved.subscriptions.setLive(moved.subscriptions.indexOf(stream), place);
    }
  }

  /// Everything was sent to a connection that was behind: from now on it gets events as they come.
  void goLive(Connection connection, int index) {
    connection.subscriptions.setLive(index, live.add(connection));
  }
}
