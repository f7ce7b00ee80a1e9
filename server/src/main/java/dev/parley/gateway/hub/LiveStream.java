package dev.parley.gateway.hub;

import dev.parley.fanout.Broker;
import dev.parley.fanout.EventSource.Backfill;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Signal;
import dev.parley.gateway.wire.ResyncReason;
import dev.parley.kernel.StreamKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stream on one loop: brings its events into order, without gap or duplicate, keeps the recent
/// ones and hands them to its [Audience].
///
/// Until the first read answers, the stream does not know its last offset, and connections wait.
/// Confined to the loop of its hub.
class LiveStream {
  private static final long UNKNOWN = -1;
  private static final long STRETCH_MILLIS = 10_000;
  private static final long MAX_BACKOFF_MILLIS = 2_000;
  private static final int MAX_SHIFT = 6;

  /// After so many reads that did not find what was heard of, it is taken to have been a mistake.
  private static final int MAX_FAILURES = 20;

  final StreamKey key;
  final Ring ring;
  final Audience audience;
  private final Hub hub;
  private final Ahead ahead = new Ahead();
  private Broker.@Nullable Subscription subscription;
  private long last = UNKNOWN;
  private long known;
  private long unreadable;
  private long stretchedUntil;
  private int failures;
  private boolean timerSet;
  private boolean reading;
  private boolean askedMeanwhile;
  private boolean lostWhileReading;
  private boolean closed;

  LiveStream(Hub hub, StreamKey key, Ring ring) {
    this.hub = hub;
    this.key = key;
    this.ring = ring;
    this.audience = new Audience(hub, this);
  }

  /// The offset of the last event handed on.
  long last() {
    return last;
  }

  /// Whether it has learned its last offset.
  boolean isKnown() {
    return last != UNKNOWN;
  }

  /// Whether a read of it is under way.
  boolean isReading() {
    return reading;
  }

  /// Whether what follows a position is, for all that is known, still there to be read.
  boolean isReadable(long position) {
    return position >= unreadable;
  }

  boolean isClosed() {
    return closed;
  }

  boolean needsSubscription() {
    return subscription == null && !closed;
  }

  void subscribed(Broker.Subscription subscription) {
    this.subscription = subscription;
  }

  /// Ends the stream here; the subscription, if there is one, is for the caller to close.
  Broker.@Nullable Subscription close() {
    closed = true;
    ring.reset(last);
    Broker.Subscription present = subscription;
    subscription = null;
    return present;
  }

  // Signals

  void onSignal(Signal signal) {
    if (closed) {
      return;
    }
    switch (signal) {
      case Signal.Event event -> accept(event.publication());
      case Signal.Head head -> hear(head.offset());
      case Signal.Ephemeral ephemeral -> audience.spread(ephemeral);
      case Signal.Presence presence -> hub.presences.changed(key, presence.user());
      case Signal.EndSession end -> audience.endSession(end);
    }
  }

  /// Takes an event in whatever order it came.
  void accept(Publication publication) {
    if (last != UNKNOWN && publication.offset() <= last) {
      hub.metrics.duplicate();
      return;
    }
    if (last == UNKNOWN || publication.offset() > last + 1) {
      ahead.hold(publication);
      hear(publication.offset());
      return;
    }
    deliver(publication);
    deliverAhead();
  }

  /// Takes note that the stream has come so far; what is missing is read if it does not arrive
  /// soon.
  void hear(long offset) {
    known = Math.max(known, offset);
    if (last != UNKNOWN && known > last && !timerSet && !reading) {
      timerSet = true;
      hub.loop.schedule(gapDelay(), this::onGapTimer);
    }
  }

  private long gapDelay() {
    long wait = hub.config.gapWait().toMillis();
    return Math.min(MAX_BACKOFF_MILLIS, wait << Math.min(failures, MAX_SHIFT));
  }

  private void onGapTimer() {
    timerSet = false;
    if (!closed && known > last) {
      hub.metrics.gap();
      request(last);
    }
  }

  private void deliverAhead() {
    for (Publication next = ahead.take(last + 1); next != null; next = ahead.take(last + 1)) {
      deliver(next);
    }
  }

  /// Hands on the next event.
  void deliver(Publication publication) {
    last = publication.offset();
    boolean stretched = reading || hub.loop.uptimeMillis() < stretchedUntil;
    if (ring.append(publication, stretched) && reading) {
      lostWhileReading = true;
    }
    audience.deliver(publication);
  }

  // Reads

  /// Asks for what follows an offset, together with what others ask for.
  void request(long after) {
    if (reading) {
      askedMeanwhile = true;
    } else {
      hub.reads.request(this, after);
    }
  }

  void onReadBegins() {
    reading = true;
    askedMeanwhile = false;
    lostWhileReading = false;
    hub.streams.stretched(this);
  }

  /// Gives up half of what the ring holds.
  void halveRing() {
    if (ring.halve() && reading) {
      lostWhileReading = true;
    }
  }

  /// Gives up what the ring holds for a replay and answers true, if that is over.
  boolean shrinkIfIdle() {
    boolean over = !reading && hub.loop.uptimeMillis() >= stretchedUntil;
    if (over) {
      ring.shrink();
    }
    return over;
  }

  /// Was subscribed without a read.
  void onSubscribed() {
    reading = false;
    if (askedMeanwhile) {
      goOn();
    }
  }

  /// There was no room for what was asked.
  void onLeftOut(long after) {
    reading = false;
    request(after);
  }

  void onReadFailed() {
    reading = false;
    failures++;
    hub.loop.schedule(gapDelay(), this::goOn);
  }

  private void goOn() {
    if (!closed) {
      audience.catchUpAll(CatchUp.UNPROVEN);
      hear(known);
    }
  }

  void onRead(long after, Backfill fill) {
    reading = false;
    if (closed) {
      return;
    }
    boolean usable = !fill.tooOld() && fill.follows(after);
    if (!usable || (fill.events().isEmpty() && fill.head() > after)) {
      unreadable = Math.max(unreadable, after + 1);
    }
    long before = last;
    if (last == UNKNOWN) {
      anchor(after, usable ? fill.events() : List.of(), fill.head());
    } else if (usable) {
      merge(fill.events());
    }
    if (last == after && before == after && fill.head() > last) {
      skipTo(fill.head());
    }
    deliverAhead();
    failures = last > before || known <= last ? 0 : failures + 1;
    if (failures > MAX_FAILURES) {
      known = last;
    }
    audience.catchUpAll(askedMeanwhile ? CatchUp.UNPROVEN : Math.max(fill.head(), last));
    hear(fill.head());
  }

  /// Learns the last offset, and keeps what was read if it reaches the head.
  private void anchor(long after, List<Publication> events, long head) {
    boolean whole = !events.isEmpty() && events.getLast().offset() >= head;
    last = whole ? after : head;
    ring.reset(last);
    if (whole) {
      stretch();
      for (Publication publication : events) {
        deliver(ahead.stubbed(publication));
      }
    }
  }

  private void merge(List<Publication> events) {
    stretch();
    int older = 0;
    while (older < events.size() && events.get(older).offset() < ring.first()) {
      older++;
    }
    if (older > 0) {
      mergeOlder(events.subList(0, older));
    }
    for (Publication publication : events) {
      if (publication.offset() == last + 1) {
        deliver(ahead.stubbed(publication));
      }
    }
  }

  /// Adds what was read to the ring, or gives up what does not join it or has no room there. If
  /// younger events were lost from the ring meanwhile, nobody knows what those made obsolete: all
  /// is read once more.
  private void mergeOlder(List<Publication> older) {
    if (lostWhileReading && !hub.streams.budget.isSpent()) {
      return;
    }
    boolean joins = !lostWhileReading && older.getLast().offset() == ring.first() - 1;
    if (!joins || !ring.prepend(older)) {
      unreadable = Math.max(unreadable, ring.first() - 1);
    }
  }

  private void stretch() {
    stretchedUntil = hub.loop.uptimeMillis() + STRETCH_MILLIS;
  }

  /// Gives up events that can no longer be read: whoever was live has to fetch the state anew.
  private void skipTo(long head) {
    last = head;
    ring.reset(head);
    audience.resyncLive(ResyncReason.TOO_OLD);
  }
}
