package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;

/// A fault planted to see whether the simulation finds it.
enum Flaw {
  NONE,
  /// A subscription takes effect only after the read that was to follow it.
  FILL_BEFORE_SUBSCRIBE,
  /// A stream takes any later event for the next one.
  NO_GAP_CHECK,
  /// What the relay publishes again is handed on again.
  RELAYED_TWICE,
  /// A ring keeps the text of what was changed or deleted.
  RING_NOT_PURGED,
  /// A commit is sometimes not published, and nobody tells the head.
  LOST_PUBLISH;

  LiveStream stream(Hub hub, StreamKey key, Ring ring) {
    return switch (this) {
      case NO_GAP_CHECK -> new Gapless(hub, key, ring);
      case RELAYED_TWICE -> new Repeating(hub, key, ring);
      case RING_NOT_PURGED -> new LiveStream(hub, key, new Unpurged(hub));
      case NONE, FILL_BEFORE_SUBSCRIBE, LOST_PUBLISH -> new LiveStream(hub, key, ring);
    };
  }

  private static final class Gapless extends LiveStream {
    Gapless(Hub hub, StreamKey key, Ring ring) {
      super(hub, key, ring);
    }

    @Override
    void accept(Publication publication) {
      if (isKnown() && publication.offset() > last() + 1) {
        ring.reset(publication.offset() - 1);
        deliver(publication);
      } else {
        super.accept(publication);
      }
    }
  }

  private static final class Repeating extends LiveStream {
    Repeating(Hub hub, StreamKey key, Ring ring) {
      super(hub, key, ring);
    }

    @Override
    void accept(Publication publication) {
      if (isKnown() && publication.offset() == last()) {
        audience.deliver(publication);
      } else {
        super.accept(publication);
      }
    }
  }

  private static final class Unpurged extends Ring {
    Unpurged(Hub hub) {
      super(hub.config, hub.streams.budget);
    }

    @Override
    void purge(Publication by) {}

    @Override
    Publication stubbed(Publication publication) {
      return publication;
    }
  }
}
