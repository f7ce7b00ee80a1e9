package dev.parley.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/// What a client sends before it is known whose the connection is. Confined to the event loop of
/// its connection.
final class EarlyBytes {
  private @Nullable ByteBuf kept;

  /// Keeps more bytes, which are its own from now on, and answers how many there are.
  int keep(ByteBuf more, ByteBufAllocator allocator) {
    ByteBuf all =
        kept == null
            ? more
            : allocator.compositeBuffer().addComponent(true, kept).addComponent(true, more);
    kept = all;
    return all.readableBytes();
  }

  /// Gives what was kept to the caller, or null.
  @Nullable ByteBuf take() {
    ByteBuf all = kept;
    kept = null;
    return all;
  }

  void release() {
    ByteBuf all = take();
    if (all != null) {
      all.release();
    }
  }
}
