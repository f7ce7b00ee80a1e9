package dev.parley.gateway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.gateway.rtm.RtmAnswers;
import dev.parley.kernel.StreamKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last message that each RTM connection of this node posted. Whoever comes back after a line
/// was cut is told it once more, before `hello`: the answer may have been lost with the line, and
/// Slack's JavaScript SDK gives up what is not answered by then.
///
/// RTM does not say which connection somebody comes back from. So nothing is told unless the same
/// credential had exactly one other connection lately: the answer to another program's message
/// would be taken for one's own. Answers are told for a minute, and without their text.
///
/// Safe for many threads.
public final class LastAnswers {
  private static final Duration TOLD = Duration.ofMinutes(1);
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST_OWNERS = 10_000;
  private static final int MOST_PLACES = 64;

  private final Clock clock;
  private final Map<Owner, List<Place>> places =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Owner, List<Place>> eldest) {
          return size() > MOST_OWNERS;
        }
      };

  public LastAnswers(Clock clock) {
    this.clock = clock;
  }

  /// Whose connections look alike.
  ///
  /// @param session the credential's number
  record Owner(StreamKey own, long session) {}

  private record Answer(JsonNode replyTo, String ts, Instant at) {}

  /// What is remembered of one connection.
  final class Place {
    private @Nullable Answer last;
    private @Nullable Instant endedAt;

    private boolean isForgotten(Instant now) {
      return endedAt != null && !isWithin(REMEMBERED, endedAt, now);
    }

    /// A message was posted.
    ///
    /// @param replyTo the number that the client gave it; any other name is not remembered
    void posted(@Nullable JsonNode replyTo, String ts) {
      if (replyTo != null && replyTo.canConvertToLong()) {
        synchronized (LastAnswers.this) {
          last = new Answer(replyTo, ts, clock.instant());
        }
      }
    }

    /// The connection is gone.
    void leave() {
      synchronized (LastAnswers.this) {
        endedAt = clock.instant();
      }
    }
  }

  /// Whether something happened lately. What the clock has not reached happened before it was set
  /// back, who knows when.
  private static boolean isWithin(Duration time, Instant at, Instant now) {
    return !at.isAfter(now) && !at.plus(time).isBefore(now);
  }

  /// A connection begins; gives its place.
  synchronized Place enter(Owner owner) {
    Instant now = clock.instant();
    List<Place> others = places.computeIfAbsent(owner, _ -> new ArrayList<>());
    others.removeIf(place -> place.isForgotten(now));
    if (others.size() >= MOST_PLACES) {
      others.removeFirst();
    }
    Place place = new Place();
    others.add(place);
    return place;
  }

  /// What whoever came to a place is told first, if they can only have come from one other. One
  /// that has ended was left for good then.
  synchronized Optional<byte[]> before(Owner owner, Place place) {
    List<Place> all = places.getOrDefault(owner, List.of());
    List<Place> others = all.stream().filter(other -> other != place).toList();
    if (others.size() != 1) {
      return Optional.empty();
    }
    Place left = others.getFirst();
    if (left.endedAt != null) {
      all.remove(left);
    }
    return Optional.ofNullable(left.last)
        .filter(last -> isWithin(TOLD, last.at(), clock.instant()))
        .map(last -> RtmAnswers.posted(last.replyTo(), last.ts()));
  }
}
