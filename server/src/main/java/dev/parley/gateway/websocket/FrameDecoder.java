package dev.parley.gateway.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of one client into messages, and finds every violation of the protocol.
///
/// Confined to the event loop of its connection. Between messages it holds no buffer. After it told
/// of a close frame or a violation it ignores whatever follows.
public final class FrameDecoder {
  private static final int MAX_CONTROL = 125;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_64 = 127;
  private static final int MASK_BYTES = 4;

  /// Receives what was decoded, on the same thread. Buffers are the decoder's: keep nothing.
  public interface Sink {
    /// A whole text message, checked to be UTF-8.
    void onText(ByteBuf payload);

    /// A ping that wants a pong with the same payload.
    void onPing(ByteBuf payload);

    /// The answer to a ping.
    void onPong();

    /// The client's close frame; `code` is what to echo: its code, or 1000 if it gave none.
    void onClose(int code);

    /// The client broke the protocol: close with this code.
    void onViolation(int code);
  }

  private final int maxMessage;
  private @Nullable ByteBuf unread;
  private @Nullable ByteBuf fragments;
  private boolean ended;

  /// @param maxMessage largest message in bytes; a larger one is violation 1009
  public FrameDecoder(int maxMessage) {
    this.maxMessage = maxMessage;
  }

  /// Takes the next bytes of the client, and their ownership.
  public void decode(ByteBuf bytes, ByteBufAllocator allocator, Sink sink) {
    ByteBuf in = unread == null ? bytes : join(unread, bytes, allocator);
    unread = null;
    try {
      boolean more = !ended;
      while (more) {
        more = decodeFrame(in, allocator, sink) && !ended;
      }
      if (!ended && in.isReadable()) {
        unread = allocator.buffer(in.readableBytes()).writeBytes(in);
      }
    } finally {
      in.release();
    }
  }

  /// Gives back what it holds; what follows is ignored. May be called more than once.
  public void close() {
    ended = true;
    if (unread != null) {
      unread.release();
      unread = null;
    }
    if (fragments != null) {
      fragments.release();
      fragments = null;
    }
  }

  private static ByteBuf join(ByteBuf first, ByteBuf second, ByteBufAllocator allocator) {
    ByteBuf joined = allocator.buffer(first.readableBytes() + second.readableBytes());
    joined.writeBytes(first).writeBytes(second);
    first.release();
    second.release();
    return joined;
  }

  /// Decodes one frame, or moves nothing and answers false if it is not complete.
  private boolean decodeFrame(ByteBuf in, ByteBufAllocator allocator, Sink sink) {
    if (in.readableBytes() < 2) {
      return false;
    }
    int start = in.readerIndex();
    int first = in.getUnsignedByte(start);
    int second = in.getUnsignedByte(start + 1);
    int opcode = first & 0x0f;
    boolean last = (first & 0x80) != 0;
    if ((first & 0x70) != 0 || (second & 0x80) == 0 || !allowed(opcode, last, second & 0x7f)) {
      return violation(CloseStatus.PROTOCOL_ERROR, sink);
    }
    int lengthBytes =
        switch (second & 0x7f) {
          case LENGTH_16 -> 2;
          case LENGTH_64 -> 8;
          default -> 0;
        };
    int head = 2 + lengthBytes + MASK_BYTES;
    if (in.readableBytes() < head) {
      return false;
    }
    long length =
        switch (lengthBytes) {
          case 2 -> in.getUnsignedShort(start + 2);
          case 8 -> in.getLong(start + 2);
          default -> second & 0x7f;
        };
    if (length < shortest(lengthBytes)) {
      return violation(CloseStatus.PROTOCOL_ERROR, sink);
    }
    int before = fragments == null ? 0 : fragments.readableBytes();
    if (!Opcode.isControl(opcode) && before + length > maxMessage) {
      return violation(CloseStatus.TOO_BIG, sink);
    }
    if (in.readableBytes() < head + length) {
      return false;
    }
    int mask = in.getInt(start + head - MASK_BYTES);
    in.skipBytes(head);
    ByteBuf payload = in.readSlice((int) length);
    unmask(payload, mask);
    take(opcode, last, payload, allocator, sink);
    return true;
  }

  /// The smallest length that may be written with so many extra bytes.
  private static int shortest(int lengthBytes) {
    return switch (lengthBytes) {
      case 2 -> LENGTH_16;
      case 8 -> 1 << 16;
      default -> 0;
    };
  }

  private boolean allowed(int opcode, boolean last, int shortLength) {
    if (!Opcode.isKnown(opcode)) {
      return false;
    }
    if (Opcode.isControl(opcode)) {
      return last && shortLength <= MAX_CONTROL;
    }
    return (opcode == Opcode.CONTINUATION) == (fragments != null);
  }

  private void take(
      int opcode, boolean last, ByteBuf payload, ByteBufAllocator allocator, Sink sink) {
    switch (opcode) {
      case Opcode.PING -> sink.onPing(payload);
      case Opcode.PONG -> sink.onPong();
      case Opcode.CLOSE -> takeClose(payload, sink);
      case Opcode.BINARY -> violation(CloseStatus.UNSUPPORTED, sink);
      default -> takeText(last, payload, allocator, sink);
    }
  }

  private void takeText(boolean last, ByteBuf payload, ByteBufAllocator allocator, Sink sink) {
    if (last && fragments == null) {
      deliver(payload, sink);
      return;
    }
    if (fragments == null) {
      fragments = allocator.buffer(payload.readableBytes());
    }
    fragments.writeBytes(payload);
    if (last) {
      ByteBuf whole = fragments;
      fragments = null;
      try {
        deliver(whole, sink);
      } finally {
        whole.release();
      }
    }
  }

  private void deliver(ByteBuf message, Sink sink) {
    if (ByteBufUtil.isText(message, StandardCharsets.UTF_8)) {
      sink.onText(message);
    } else {
      violation(CloseStatus.BAD_PAYLOAD, sink);
    }
  }

  private void takeClose(ByteBuf payload, Sink sink) {
    int code = CloseStatus.NORMAL;
    if (payload.isReadable()) {
      if (payload.readableBytes() < 2) {
        violation(CloseStatus.PROTOCOL_ERROR, sink);
        return;
      }
      code = payload.readUnsignedShort();
      if (!CloseStatus.mayBeSent(code)) {
        violation(CloseStatus.PROTOCOL_ERROR, sink);
        return;
      }
      if (!ByteBufUtil.isText(payload, StandardCharsets.UTF_8)) {
        violation(CloseStatus.BAD_PAYLOAD, sink);
        return;
      }
    }
    close();
    sink.onClose(code);
  }

  @com.google.errorprone.annotations.CanIgnoreReturnValue
  private boolean violation(int code, Sink sink) {
    close();
    sink.onViolation(code);
    return false;
  }

  private static void unmask(ByteBuf payload, int mask) {
    int i = payload.readerIndex();
    int end = payload.writerIndex();
    long wide = ((long) mask << 32) | (mask & 0xffff_ffffL);
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      payload.setLong(i, payload.getLong(i) ^ wide);
    }
    for (int shift = 24; i < end; i++, shift = shift == 0 ? 24 : shift - 8) {
      payload.setByte(i, payload.getByte(i) ^ (mask >>> shift));
    }
  }
}
