package dev.parley.gateway.hub;

/// What a connection can be sent: nothing while its queue is full, and nothing of a channel while
/// the own stream is behind, since what is not sent of that yet may say that the person has left
/// the channel.
///
/// Confined to the loop of its hub.
final class Delivery {
  private final Connection connection;
  private final Outbound out;
  private boolean refused;
  private boolean slow;
  private boolean ownBehind;

  Delivery(Connection connection, Outbound out) {
    this.connection = connection;
    this.out = out;
  }

  /// Sends a frame, or answers false if the queue is full.
  boolean offer(Frame frame, boolean alone) {
    if (out.offer(frame, alone)) {
      return true;
    }
    if (!slow) {
      connection.hub.metrics.slow();
    }
    slow = true;
    refused = true;
    return false;
  }

  /// Sends a frame that may be lost.
  void offerEphemeral(Frame frame) {
    out.sendEphemeral(frame);
  }

  /// Whether the queue was full and has not been emptied since.
  boolean isSlow() {
    return slow;
  }

  /// Whether the own stream was sent as far as it has come.
  boolean isOwnLive() {
    return !ownBehind;
  }

  /// Whether events of a stream may be sent.
  boolean mayReceive(LiveStream stream) {
    return !ownBehind || stream.equals(connection.own);
  }

  /// A stream is not live any more, or not yet.
  void onBehind(LiveStream stream) {
    if (stream.equals(connection.own)) {
      ownBehind = true;
    }
  }

  /// Everything of a stream was sent.
  void onLive(LiveStream stream) {
    if (ownBehind && stream.equals(connection.own)) {
      ownBehind = false;
      if (!slow) {
        resumeSending();
      }
    }
  }

  /// The queue has room again.
  void drained() {
    if (!slow) {
      return;
    }
    refused = false;
    if (ownBehind) {
      connection.own.audience.resumeSending(connection);
    }
    if (!ownBehind) {
      resumeSending();
    }
    slow = refused;
  }

  /// Goes on with every stream that is behind, until the queue is full.
  private void resumeSending() {
    Subscriptions subscriptions = connection.subscriptions;
    for (int i = subscriptions.size() - 1; i >= 0 && !refused; i--) {
      if (i < subscriptions.size() && !subscriptions.isLive(i)) {
        subscriptions.stream(i).audience.resumeSending(connection);
      }
    }
  }
}
