package dev.parley.core.membership;

import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Encodes who came and went, for those in the channel.
public final class MembershipEvents implements EventEncoder {

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.MEMBER_JOINED_CHANNEL, EventType.MEMBER_LEFT_CHANNEL);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    ChannelId channel = new ChannelId(stream.stream());
    return events.stream().map(event -> encode(event, channel)).toList();
  }

  private static Publication encode(StoredEvent event, ChannelId channel) {
    @Nullable UserId other = event.actor() == event.subject() ? null : event.actorId();
    return event.type() == EventType.MEMBER_JOINED_CHANNEL
        ? ChannelPublications.memberJoined(event.offset(), channel, event.subjectUser(), other)
        : ChannelPublications.memberLeft(event.offset(), channel, event.subjectUser(), other);
  }
}
