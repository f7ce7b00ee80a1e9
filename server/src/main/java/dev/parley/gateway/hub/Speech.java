package dev.parley.gateway.hub;

import dev.parley.gateway.wire.ResyncReason;
import dev.parley.kernel.UserId;
import java.util.Map;

/// In which words a connection is spoken to. Confined to the loop of its hub.
sealed interface Speech permits PageSpeech, RtmSession {

  /// Sends events, or answers false if the queue is full.
  boolean offer(Encodings encodings, boolean alone);

  /// Sends what may be lost.
  void offerEphemeral(Encodings encodings);

  /// Says that everything was sent and events come from now on.
  ///
  /// @param resumed how the page is told
  void greet(byte[] resumed);

  /// Says whether people are there: true for who is.
  void tell(Map<UserId, Boolean> presences);

  /// Says that a gap of a stream is not filled.
  void resync(LiveStream stream, ResyncReason reason);

  /// Says that too many frames came.
  void refuseFlood();

  /// Says that the connection closes soon.
  void goodbye(String reason, long spreadMillis);

  /// The connection is gone.
  void closed();
}
