package dev.parley.gateway.hub;

/// A frame encoded once, to be given to any number of connections of the same loop. Whoever made it
/// closes it after the last has been given it; connections keep what they need themselves.
public interface Frame extends AutoCloseable {
  @Override
  void close();

  /// Makes frames.
  @FunctionalInterface
  interface Encoder {
    /// @param text one JSON object, UTF-8
    Frame encode(byte[] text);
  }
}
