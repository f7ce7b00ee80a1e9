package dev.parley.gateway;

import dev.parley.gateway.hub.Frame;
import dev.parley.gateway.hub.GatewayMetrics.RefusalReason;
import dev.parley.gateway.hub.Outbound;
import dev.parley.gateway.websocket.FrameEncoder;
import dev.parley.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;

/// What goes to one client. The queue is the channel's own, its bounds are the channel's
/// watermarks; what is written is flushed once per turn of the loop, or at once if nothing else is
/// expected in it.
///
/// Confined to the event loop of the channel.
final class SendQueue implements Outbound {
  private static final int NEVER = -1;

  private final LoopGateway gateway;
  private final Channel channel;
  private int fullSince = NEVER;
  private int closedAt = NEVER;
  private boolean flushing;

  SendQueue(LoopGateway gateway, Channel channel) {
    this.gateway = gateway;
    this.channel = channel;
  }

  @Override
  public boolean offer(Frame frame, boolean alone) {
    if (isClosed()) {
      return true;
    }
    if (!channel.isWritable()) {
      return false;
    }
    ByteBuf bytes = ((NettyFrame) frame).bytes().retainedDuplicate();
    if (alone && !flushing) {
      var _ = channel.writeAndFlush(bytes, channel.voidPromise());
    } else {
      write(bytes);
    }
    return true;
  }

  @Override
  public void send(Frame frame) {
    if (isClosed()) {
      return;
    }
    if (queuedBytes() > gateway.config.queue().hard()) {
      closeSlow();
      return;
    }
    write(((NettyFrame) frame).bytes().retainedDuplicate());
  }

  @Override
  public void sendEphemeral(Frame frame) {
    if (!isClosed() && queuedBytes() <= gateway.config.queue().ephemeral()) {
      write(((NettyFrame) frame).bytes().retainedDuplicate());
    }
  }

  @Override
  public void close(int code) {
    if (!isClosed()) {
      closedAt = gateway.seconds();
      write(FrameEncoder.close(channel.alloc(), code));
    }
  }

  /// Answers the client's close frame and ends the connection.
  void answerClose(int code) {
    if (isClosed()) {
      var _ = channel.close();
      return;
    }
    closedAt = gateway.seconds();
    channel
        .writeAndFlush(FrameEncoder.close(channel.alloc(), code))
        .addListener(ChannelFutureListener.CLOSE);
  }

  void pong(ByteBuf payload) {
    if (!isClosed()) {
      write(FrameEncoder.pong(channel.alloc(), payload));
    }
  }

  /// Asks for a sign of life.
  void ping() {
    if (!isClosed()) {
      write(FrameEncoder.ping(channel.alloc()));
    }
  }

  /// Whether nothing more is sent.
  boolean isClosed() {
    return closedAt != NEVER;
  }

  /// Nothing more can be sent: the channel is gone.
  void abandon() {
    closedAt = gateway.seconds();
  }

  void onWritability() {
    fullSince = channel.isWritable() ? NEVER : gateway.seconds();
  }

  /// Ends what has been full for too long, or did not end by itself after it was closed.
  void checkTime(int now) {
    if (isClosed()) {
      if (now > closedAt + gateway.config.closeTimeout().toSeconds()) {
        var _ = channel.close();
      }
    } else if (fullSince != NEVER
        && now > fullSince + gateway.config.queue().slowFor().toSeconds()) {
      closeSlow();
    }
  }

  void flushNow() {
    flushing = false;
    channel.flush();
  }

  private void write(ByteBuf bytes) {
    var _ = channel.write(bytes, channel.voidPromise());
    if (!flushing) {
      flushing = true;
      gateway.flushLater(this);
    }
  }

  private long queuedBytes() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  private void closeSlow() {
    gateway.metrics.refused(RefusalReason.SLOW_READER);
    close(CloseCode.SLOW_READER.code());
  }
}
