package dev.parley.gateway.hub;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The connections to which a stream is live, in no order. Each knows its place here, so one leaves
/// in constant time. Confined to the loop of its hub.
///
/// Going through it from the last place to the first allows the connection at hand to leave.
final class Members {
  private static final @Nullable Connection[] NONE = {};

  private @Nullable Connection[] connections = NONE;
  private int size;

  int size() {
    return size;
  }

  Connection get(int place) {
    Connection connection = connections[place];
    if (connection == null) {
      throw new IllegalStateException("no connection at place " + place + " of " + size);
    }
    return connection;
  }

  /// Adds a connection and answers its place.
  int add(Connection connection) {
    if (size == connections.length) {
      connections = Arrays.copyOf(connections, size == 0 ? 1 : size + (size >> 1) + 1);
    }
    connections[size] = connection;
    return size++;
  }

  /// Removes the connection at a place and answers the one that is there instead, or null.
  @Nullable Connection removeAt(int place) {
    size--;
    Connection moved = place == size ? null : connections[size];
    connections[place] = moved;
    connections[size] = null;
    if (size == 0) {
      connections = NONE;
    }
    return moved;
  }
}
