package dev.parley.gateway.hub;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The streams of one connection: parallel arrays, because there are many connections. A
/// subscription is live at a place among the stream's members, or behind at a position of its own.
///
/// Confined to the loop of its hub.
final class Subscriptions {
  /// The position of one that starts at the stream's head, whatever it is.
  static final long AT_HEAD = Long.MAX_VALUE - 1;

  static final int NONE = -1;
  private static final int BEHIND = -1;
  private static final @Nullable LiveStream[] NO_STREAMS = {};

  private @Nullable LiveStream[] streams = NO_STREAMS;
  private int[] places = {};
  private long @Nullable [] positions;
  private int size;
  private int behind;

  int size() {
    return size;
  }

  /// How many are behind.
  int behind() {
    return behind;
  }

  LiveStream stream(int index) {
    LiveStream stream = streams[index];
    if (stream == null) {
      throw new IllegalStateException("no subscription " + index + " of " + size);
    }
    return stream;
  }

  /// The index of a stream, or [#NONE].
  int indexOf(LiveStream stream) {
    for (int i = 0; i < size; i++) {
      if (stream.equals(streams[i])) {
        return i;
      }
    }
    return NONE;
  }

  boolean contains(LiveStream stream) {
    return indexOf(stream) != NONE;
  }

  boolean isLive(int index) {
    return places[index] != BEHIND;
  }

  boolean isBehind(LiveStream stream) {
    if (behind == 0) {
      return false;
    }
    int index = indexOf(stream);
    return index != NONE && !isLive(index);
  }

  int place(int index) {
    return places[index];
  }

  /// The offset up to which a connection that is behind has been sent the stream.
  long position(int index) {
    long[] present = positions;
    if (present == null || isLive(index)) {
      throw new IllegalStateException("a live subscription has no position of its own");
    }
    return present[index];
  }

  /// Makes room for so many, exactly.
  void reserve(int capacity) {
    if (capacity > streams.length) {
      resize(capacity);
    }
  }

  /// Adds a stream that is behind.
  void add(LiveStream stream, long position) {
    if (size == streams.length) {
      resize(size == 0 ? 2 : size + (size >> 1) + 1);
    }
    streams[size] = stream;
    places[size] = BEHIND;
    size++;
    behind++;
    setPosition(size - 1, position);
  }

  void remove(int index) {
    if (!isLive(index)) {
      behind--;
    }
    size--;
    streams[index] = streams[size];
    streams[size] = null;
    places[index] = places[size];
    if (positions != null) {
      positions[index] = positions[size];
    }
    forgetPositions();
  }

  void setLive(int index, int place) {
    if (!isLive(index)) {
      behind--;
    }
    places[index] = place;
    forgetPositions();
  }

  void setBehind(int index, long position) {
    if (isLive(index)) {
      behind++;
    }
    places[index] = BEHIND;
    setPosition(index, position);
  }

  private void setPosition(int index, long position) {
    long[] present = positions;
    if (present == null) {
      present = new long[streams.length];
      positions = present;
    }
    present[index] = position;
  }

  private void forgetPositions() {
    if (behind == 0) {
      positions = null;
    }
  }

  private void resize(int capacity) {
    streams = Arrays.copyOf(streams, capacity);
    places = Arrays.copyOf(places, capacity);
    if (positions != null) {
      positions = Arrays.copyOf(positions, capacity);
    }
  }
}
