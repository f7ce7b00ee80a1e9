package dev.parley.storage.writer;

import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;

/// A stream's head as this batch moves it. The row is locked (or created by this transaction), so
/// nobody else moves it meanwhile. Belongs to one commit thread.
public final class Head {
  private final StreamKey stream;
  private long offset;
  private long lastTs;
  private int messageNumber;
  private boolean moved;

  Head(StreamKey stream, long offset, long lastTs, int messageNumber) {
    this.stream = stream;
    this.offset = offset;
    this.lastTs = lastTs;
    this.messageNumber = messageNumber;
  }

  public StreamKey stream() {
    return stream;
  }

  /// The offset of the newest event, this batch's included.
  public long offset() {
    return offset;
  }

  /// The number of the newest numbered message, this batch's included.
  public int messageNumber() {
    return messageNumber;
  }

  /// The `ts` of the newest message, in microseconds, or 0.
  public long lastTs() {
    return lastTs;
  }

  /// Assigns the next message's `ts`: now, but always after the previous one.
  public MessageTs nextTs(long nowMicros) {
    lastTs = Math.max(lastTs + 1, nowMicros);
    moved = true;
    return new MessageTs(lastTs);
  }

  /// Assigns the next message number.
  public int nextMessageNumber() {
    moved = true;
    return ++messageNumber;
  }

  long nextOffset() {
    moved = true;
    return ++offset;
  }

  boolean moved() {
    return moved;
  }
}
