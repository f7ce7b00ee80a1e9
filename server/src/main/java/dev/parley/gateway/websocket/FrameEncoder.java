package dev.parley.gateway.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/// Encodes server frames into direct buffers, ready to be written to any number of connections.
public final class FrameEncoder {
  private static final int FINAL = 0x80;
  private static final int SHORT = 125;
  private static final int MAX_HEAD = 10;

  private static final byte[] PING = {'p', 'a', 'r', 'l', 'e', 'y'};

  private FrameEncoder() {}

  /// Text messages, each in one frame, behind one another.
  ///
  /// @param texts UTF-8
  public static ByteBuf texts(ByteBufAllocator allocator, List<byte[]> texts) {
    int length = 0;
    for (byte[] text : texts) {
      length += text.length + MAX_HEAD;
    }
    ByteBuf frames = allocator.directBuffer(length);
    for (byte[] text : texts) {
      frames = head(frames, Opcode.TEXT, text.length).writeBytes(text);
    }
    return frames;
  }

  /// A pong with the payload of its ping.
  public static ByteBuf pong(ByteBufAllocator allocator, ByteBuf payload) {
    int length = payload.readableBytes();
    ByteBuf frame = allocator.directBuffer(length + MAX_HEAD);
    return head(frame, Opcode.PONG, length).writeBytes(payload);
  }

  /// A ping. Its payload is never empty: there are clients that wait for more bytes then.
  public static ByteBuf ping(ByteBufAllocator allocator) {
    return head(allocator.directBuffer(PING.length + 2), Opcode.PING, PING.length).writeBytes(PING);
  }

  /// A close frame.
  public static ByteBuf close(ByteBufAllocator allocator, int code) {
    return head(allocator.directBuffer(4), Opcode.CLOSE, 2).writeShort(code);
  }

  private static ByteBuf head(ByteBuf frame, int opcode, int length) {
    frame.writeByte(FINAL | opcode);
    if (length <= SHORT) {
      frame.writeByte(length);
    } else if (length <= 0xffff) {
      frame.writeByte(126).writeShort(length);
    } else {
      frame.writeByte(127).writeLong(length);
    }
    return frame;
  }
}
