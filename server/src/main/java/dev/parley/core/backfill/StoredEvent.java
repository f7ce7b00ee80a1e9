package dev.parley.core.backfill;

import dev.parley.core.event.EventType;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;

/// A row of `event`.
record StoredEvent(
    StreamKey stream, long offset, EventType type, long actor, long ts, long subject, long number) {

  MessageTs messageTs() {
    return new MessageTs(ts);
  }

  UserId actorId() {
    return new UserId(actor);
  }

  UserId subjectUser() {
    return new UserId(subject);
  }

  ChannelId subjectChannel() {
    return new ChannelId(subject);
  }
}
