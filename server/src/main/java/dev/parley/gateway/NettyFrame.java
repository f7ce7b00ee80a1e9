package dev.parley.gateway;

import dev.parley.gateway.hub.Frame;
import dev.parley.gateway.websocket.FrameEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// A frame in one direct buffer that all its receivers share.
///
/// @param bytes the frame as it goes on the wire
record NettyFrame(ByteBuf bytes) implements Frame {

  /// Makes frames with an allocator.
  static Frame.Encoder encoder(ByteBufAllocator allocator) {
    return text -> new NettyFrame(FrameEncoder.text(allocator, text));
  }

  @Override
  public void close() {
    bytes.release();
  }
}
