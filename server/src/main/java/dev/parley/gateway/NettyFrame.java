package dev.parley.gateway;

import dev.parley.gateway.hub.Frame;
import dev.parley.gateway.websocket.FrameEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// Frames in one direct buffer that all its receivers share.
///
/// @param bytes the frames as they go on the wire
record NettyFrame(ByteBuf bytes) implements Frame {

  /// Makes frames with an allocator.
  static Frame.Encoder encoder(ByteBufAllocator allocator) {
    return texts -> new NettyFrame(FrameEncoder.texts(allocator, texts));
  }

  @Override
  public void close() {
    bytes.release();
  }
}
