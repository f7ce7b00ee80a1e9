package dev.parley.gateway.hub;

import dev.parley.gateway.wire.FrameError;
import dev.parley.gateway.wire.ResyncReason;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.kernel.UserId;
import dev.parley.protocol.CloseCode;
import java.util.Map;

/// The words of `docs/protocol.md`. Confined to the loop of its hub.
record PageSpeech(Connection connection) implements Speech {

  @Override
  public boolean offer(Encodings encodings, boolean alone) {
    return connection.delivery.offer(encodings.own(), alone);
  }

  @Override
  public void offerEphemeral(Encodings encodings) {
    connection.delivery.offerEphemeral(encodings.own());
  }

  @Override
  public void greet(byte[] resumed) {
    connection.send(resumed);
  }

  @Override
  public void tell(Map<UserId, Boolean> presences) {
    connection.send(ServerFrames.presence(presences));
  }

  @Override
  public void resync(LiveStream stream, ResyncReason reason) {
    connection.send(ServerFrames.resync(stream.key, stream.last(), reason));
    if (stream.equals(connection.own)) {
      Resume present = connection.resume();
      if (present != null && present.isCollecting()) {
        present.onOwnLost();
      } else if (reason == ResyncReason.TOO_OLD || reason == ResyncReason.SLOW) {
        connection.close(CloseCode.SERVER_FAULT);
      }
    }
  }

  @Override
  public void refuseFlood() {
    connection.send(ServerFrames.error(FrameError.TOO_MANY_FRAMES, null));
  }

  @Override
  public void goodbye(String reason, long spreadMillis) {
    connection.send(ServerFrames.goodbye(reason, spreadMillis));
  }

  @Override
  public void closed() {}
}
