package dev.parley.gateway.hub;

import java.util.List;

/// Frames encoded once, to be given to any number of connections of the same loop. Whoever made
/// them closes them after the last has been given them; connections keep what they need themselves.
public interface Frame extends AutoCloseable {
  @Override
  void close();

  /// Makes frames.
  @FunctionalInterface
  interface Encoder {
    /// @param texts one JSON object each, UTF-8, in the order they are to be sent
    Frame encode(List<byte[]> texts);
  }
}
