package dev.parley.gateway.hub;

/// A set of connections that are meant to receive the same events of a stream: a frame and its
/// `prev` are the same for all of them, so it is encoded once per class.
enum FilterClass {
  /// Receives every event.
  FULL;

  /// The offset of the event before this one that the class receives.
  long prev(long offset) {
    return switch (this) {
      case FULL -> offset - 1;
    };
  }
}
