package dev.parley.gateway;

import dev.parley.gateway.Authenticator.Principal;
import dev.parley.gateway.hub.Connection;
import dev.parley.gateway.hub.Frame;
import dev.parley.gateway.hub.GatewayMetrics.RefusalReason;
import dev.parley.gateway.hub.Outbound;
import dev.parley.gateway.websocket.FrameDecoder;
import dev.parley.gateway.websocket.FrameEncoder;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.gateway.wire.ClientFrameCodec;
import dev.parley.gateway.wire.FrameError;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's channel: its messages in, its frames out, its deadlines.
///
/// Confined to the event loop of the channel. The send queue is the channel's own; its bounds are
/// the channel's watermarks, and what is written is flushed once per turn of the loop.
final class ConnectionHandler extends ChannelInboundHandlerAdapter
    implements FrameDecoder.Sink, Outbound, TimingWheel.Timed {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);
  private static final int FRAMES_PER_SECOND = 50;
  private static final int FRAMES_AT_ONCE = 250;
  private static final int CLOSE_SECONDS = 3;

  private final LoopGateway gateway;
  private final Channel channel;
  private final FrameDecoder decoder;
  private @Nullable ByteBuf early;
  private @Nullable Connection connection;
  private @Nullable Principal principal;
  private int bucket = -1;
  private int place;
  private int heardAt;
  private int openedAt;
  private int fullSince;
  private int frameTokens = FRAMES_AT_ONCE;
  private boolean flushing;
  private boolean closing;
  private boolean settled;
  private boolean gone;

  ConnectionHandler(LoopGateway gateway, Channel channel) {
    this.gateway = gateway;
    this.channel = channel;
    this.decoder = new FrameDecoder(gateway.config.maxFrameBytes());
    this.openedAt = gateway.seconds();
    this.heardAt = openedAt;
  }

  // From authentication

  /// The channel is this handler's now.
  void begin() {
    gateway.wheel.add(this, nextDeadline());
  }

  /// Refuses the connection.
  void refuse(RefusalReason reason, CloseCode code) {
    gateway.metrics.refused(reason);
    channel.config().setAutoRead(true);
    close(code.code());
  }

  /// The connection is known to be somebody's: greets them and begins to read.
  void accept(Principal owner) {
    if (gone || closing) {
      return;
    }
    RefusalReason refusal = gateway.admission.enter(owner).orElse(null);
    if (refusal != null) {
      refuse(refusal, CloseCode.OVERLOADED);
      return;
    }
    principal = owner;
    openedAt = gateway.seconds();
    heardAt = openedAt;
    connection = gateway.hub.open(owner.workspace(), owner.user(), owner.session(), this);
    channel.config().setAutoRead(true);
    ByteBuf waiting = early;
    early = null;
    if (waiting != null) {
      decoder.decode(waiting, channel.alloc(), this);
    }
  }

  // Netty

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf bytes)) {
      ReferenceCountUtil.release(message);
    } else if (connection != null || closing) {
      decoder.decode(bytes, context.alloc(), this);
    } else {
      keepEarly(bytes);
    }
  }

  private void keepEarly(ByteBuf bytes) {
    ByteBuf present = early;
    early =
        present == null
            ? bytes
            : channel
                .alloc()
                .compositeBuffer()
                .addComponent(true, present)
                .addComponent(true, bytes);
    if (early.readableBytes() > gateway.config.maxFrameBytes()) {
      refuse(RefusalReason.VIOLATION, CloseCode.TOO_BIG);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (!channel.isWritable()) {
      fullSince = gateway.seconds();
      gateway.wheel.remove(this);
      gateway.wheel.add(this, nextDeadline());
    } else {
      fullSince = 0;
      Connection present = connection;
      if (present != null) {
        present.drained();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    gone = true;
    closing = true;
    decoder.close();
    if (early != null) {
      early.release();
      early = null;
    }
    gateway.wheel.remove(this);
    Connection present = connection;
    if (present != null) {
      present.closed();
    }
    if (principal != null) {
      settle();
      gateway.admission.leave(principal);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.atWarn()
          .addKeyValue("event", "gateway_connection_failed")
          .setCause(cause)
          .log("A connection failed.");
    }
    var _ = channel.close();
  }

  // Messages of the client

  @Override
  public void onText(ByteBuf payload) {
    Connection present = connection;
    if (closing || present == null) {
      return;
    }
    if (isTooMany()) {
      gateway.metrics.refused(RefusalReason.TOO_MANY_FRAMES);
      present.send(ServerFrames.error(FrameError.TOO_MANY_FRAMES, null));
      close(CloseCode.TOO_MANY_FRAMES.code());
      return;
    }
    ClientFrame frame = ClientFrameCodec.read(new ByteBufInputStream(payload));
    present.receive(frame);
    settleIfResumed();
  }

  private boolean isTooMany() {
    int now = gateway.seconds();
    frameTokens = Math.min(FRAMES_AT_ONCE, frameTokens + (now - heardAt) * FRAMES_PER_SECOND) - 1;
    heardAt = now;
    return frameTokens < 0;
  }

  @Override
  public void onPing(ByteBuf payload) {
    if (!closing && !isTooMany()) {
      write(FrameEncoder.pong(channel.alloc(), payload));
    }
  }

  @Override
  public void onClose(int code) {
    if (closing) {
      var _ = channel.close();
      return;
    }
    closing = true;
    channel
        .writeAndFlush(FrameEncoder.close(channel.alloc(), code))
        .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void onViolation(int code) {
    gateway.metrics.refused(RefusalReason.VIOLATION);
    close(code);
  }

  // Frames to the client

  @Override
  public boolean offer(Frame frame) {
    if (closing) {
      return true;
    }
    if (!channel.isWritable()) {
      return false;
    }
    write(((NettyFrame) frame).bytes().retainedDuplicate());
    return true;
  }

  @Override
  public void send(Frame frame) {
    if (closing) {
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
    if (!closing && queuedBytes() <= gateway.config.queue().ephemeral()) {
      write(((NettyFrame) frame).bytes().retainedDuplicate());
    }
  }

  @Override
  public void close(int code) {
    if (closing) {
      return;
    }
    closing = true;
    gateway.wheel.remove(this);
    gateway.wheel.add(this, CLOSE_SECONDS);
    write(FrameEncoder.close(channel.alloc(), code));
  }

  void flushNow() {
    flushing = false;
    channel.flush();
    settleIfResumed();
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

  // Resumes in flight

  private void settleIfResumed() {
    if (!settled && connection != null && connection.isResumed()) {
      settle();
    }
  }

  private void settle() {
    if (!settled) {
      settled = true;
      gateway.admission.resumed();
    }
  }

  // Deadlines

  @Override
  public int bucket() {
    return bucket;
  }

  @Override
  public int place() {
    return place;
  }

  @Override
  public void setPlace(int nextBucket, int nextPlace) {
    bucket = nextBucket;
    place = nextPlace;
  }

  @Override
  public int onTimer() {
    Connection present = connection;
    if (gone || closing || present == null || principal == null) {
      var _ = channel.close();
      return 0;
    }
    int now = gateway.seconds();
    if (!present.hasResumed() && now >= openedAt + gateway.config.resumeTimeout().toSeconds()) {
      gateway.metrics.refused(RefusalReason.NO_RESUME);
      close(CloseCode.NO_RESUME.code());
    } else if (now > heardAt + 2 * gateway.config.pingInterval().toSeconds()) {
      gateway.metrics.refused(RefusalReason.PING_TIMEOUT);
      close(CloseCode.PING_TIMEOUT.code());
    } else if (now >= principal.expiry().getEpochSecond()) {
      close(CloseCode.SESSION_ENDED.code());
    } else if (fullSince > 0 && now >= fullSince + gateway.config.queue().slowFor().toSeconds()) {
      closeSlow();
    }
    return nextDeadline();
  }

  private int nextDeadline() {
    long next = heardAt + 2 * gateway.config.pingInterval().toSeconds() + 1;
    if (connection == null || !connection.hasResumed()) {
      next = Math.min(next, openedAt + gateway.config.resumeTimeout().toSeconds());
    }
    if (principal != null) {
      next = Math.min(next, principal.expiry().getEpochSecond());
    }
    if (fullSince > 0) {
      next = Math.min(next, fullSince + gateway.config.queue().slowFor().toSeconds());
    }
    return (int) Math.max(1, next - gateway.seconds());
  }
}
