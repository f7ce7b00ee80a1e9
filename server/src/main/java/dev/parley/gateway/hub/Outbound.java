package dev.parley.gateway.hub;

/// The bounded send queue of one connection, as the hub sees it. Called on the loop; never calls
/// back into the hub from inside a call. A closed one takes everything and does nothing.
public interface Outbound {

  /// Queues an event, or refuses it because the queue is full. After a refusal the hub is told by
  /// [Connection#drained()] when there is room.
  ///
  /// @param alone whether nothing else is expected for this connection in this turn of the loop, so
  ///     that waiting for it would only cost time
  boolean offer(Frame frame, boolean alone);

  /// Queues a frame that is not to be lost. Far beyond the bound the connection is closed instead.
  void send(Frame frame);

  /// Queues a frame if the queue is short, else drops it.
  void sendEphemeral(Frame frame);

  /// Closes the connection after what is queued.
  ///
  /// @param code a code as in [CloseCode]
  void close(int code);
}
