package dev.parley.core.event;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;

/// A row of `event`: ids and numbers, 0 where there is none.
///
/// @param actor who did it
/// @param ts the message it is about, in microseconds
/// @param subject the person, channel or other thing it is about
/// @param number message number, revision or the like, by type
public record StoredEvent(
    StreamKey stream, long offset, EventType type, long actor, long ts, long subject, long number) {

  public MessageTs messageTs() {
    return new MessageTs(ts);
  }

  public UserId actorId() {
    return new UserId(actor);
  }

  public UserId subjectUser() {
    return new UserId(subject);
  }

  public ChannelId subjectChannel() {
    return new ChannelId(subject);
  }
}
