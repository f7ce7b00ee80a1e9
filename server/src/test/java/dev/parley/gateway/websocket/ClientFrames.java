package dev.parley.gateway.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// Bytes as a WebSocket client sends them: masked frames.
public final class ClientFrames {
  private static final byte[] MASK = {0x12, 0x34, (byte) 0xab, (byte) 0xfe};

  private ClientFrames() {}

  public static byte[] text(String text) {
    return frame(0x81, text.getBytes(UTF_8));
  }

  public static byte[] close(int code) {
    return frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array());
  }

  /// A masked frame whose first byte (final bit, reserved bits, opcode) is given.
  public static byte[] frame(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length <= 0xffff) {
      frame.put((byte) 0xfe).putShort((short) payload.length);
    } else {
      frame.put((byte) 0xff).putLong(payload.length);
    }
    frame.put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i & 3]));
    }
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }

  public static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
