package dev.parley.gateway;

import dev.parley.gateway.Authenticator.Principal;
import dev.parley.gateway.hub.Connection;
import dev.parley.gateway.hub.Frame;
import dev.parley.gateway.hub.GatewayMetrics.RefusalReason;
import dev.parley.gateway.rtm.RtmAnswers;
import dev.parley.gateway.rtm.RtmError;
import dev.parley.gateway.rtm.RtmFrameCodec;
import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.gateway.websocket.FrameDecoder;
import dev.parley.gateway.wire.ClientFrameCodec;
import dev.parley.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's channel: its messages and its deadlines. What goes to the client is its
/// [SendQueue]'s.
///
/// Confined to the event loop of the channel.
final class ConnectionHandler extends ChannelInboundHandlerAdapter
    implements FrameDecoder.Sink, TimingWheel.Timed {
  private static final Logger log = LoggerFactory.getLogger(ConnectionHandler.class);
  private static final int CHECK_SECONDS = 5;

  private final LoopGateway gateway;
  private final Channel channel;
  private final FrameDecoder decoder;
  private final SendQueue queue;
  private final EarlyBytes early = new EarlyBytes();
  private final FrameAllowance frames;
  private final SessionProof proof = new SessionProof();
  private @Nullable Connection connection;
  private @Nullable Principal principal;
  private int bucket = TimingWheel.NOWHERE;
  private int place;
  private int openedAt;
  private int heardAt;
  private boolean gone;
  private boolean speaksRtm;
  private boolean settled;

  ConnectionHandler(LoopGateway gateway, Channel channel) {
    this.gateway = gateway;
    this.channel = channel;
    this.decoder = new FrameDecoder(gateway.config.maxFrameBytes());
    this.queue = new SendQueue(gateway, channel);
    this.openedAt = gateway.seconds();
    this.heardAt = openedAt;
    this.frames = new FrameAllowance(openedAt);
  }

  // From authentication

  /// The channel is this handler's now.
  ///
  /// @param isForRtm whether the client seems to expect RTM
  void begin(boolean isForRtm) {
    speaksRtm = isForRtm;
    gateway.wheel.add(this, nextCheck());
  }

  /// Refuses the connection.
  void refuse(RefusalReason reason, CloseCode code) {
    gateway.metrics.refused(reason);
    channel.config().setAutoRead(true);
    if (speaksRtm && code == CloseCode.BAD_TICKET) {
      byte[] expired = RtmAnswers.refused(null, RtmError.EXPIRED, null);
      try (Frame frame = NettyFrame.encoder(channel.alloc()).encode(List.of(expired))) {
        queue.send(frame);
      }
    }
    queue.close(code.code());
  }

  /// The connection is known to be somebody's: greets them and begins to read.
  ///
  /// @param rtm how RTM was asked for; null for the protocol of the page
  void accept(Principal owner, @Nullable RtmOptions rtm) {
    if (gone || queue.isClosed()) {
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
    speaksRtm = rtm != null;
    connection =
        rtm == null
            ? gateway.hub.open(owner.workspace(), owner.user(), owner.session(), queue)
            : gateway.hub.openRtm(owner.workspace(), owner.user(), owner.session(), queue, rtm);
    channel.config().setAutoRead(true);
    ByteBuf waiting = early.take();
    if (waiting != null) {
      decoder.decode(waiting, channel.alloc(), this);
    }
  }

  // Netty

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf bytes)) {
      ReferenceCountUtil.release(message);
    } else if (connection != null || queue.isClosed()) {
      decoder.decode(bytes, context.alloc(), this);
    } else {
      if (early.keep(bytes, context.alloc()) > gateway.config.maxFrameBytes()) {
        refuse(RefusalReason.VIOLATION, CloseCode.TOO_BIG);
      }
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    queue.onWritability();
    Connection present = connection;
    if (channel.isWritable() && present != null) {
      gateway.execute(present::drained);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    gone = true;
    queue.abandon();
    decoder.close();
    early.release();
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
      log.atWarn()
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
    if (present == null || queue.isClosed() || isTooMany(present)) {
      return;
    }
    if (speaksRtm) {
      present.receive(RtmFrameCodec.read(ByteBufUtil.getBytes(payload)));
    } else {
      present.receive(ClientFrameCodec.read(new ByteBufInputStream(payload)));
    }
    settleIfResumed();
  }

  @Override
  public void onPing(ByteBuf payload) {
    Connection present = connection;
    if (present != null && !queue.isClosed() && !isTooMany(present)) {
      queue.pong(payload);
    }
  }

  @Override
  public void onPong() {
    Connection present = connection;
    if (present != null && !queue.isClosed()) {
      var _ = isTooMany(present);
    }
  }

  /// Takes note of a frame; one too many closes the connection.
  private boolean isTooMany(Connection present) {
    int now = gateway.seconds();
    heardAt = now;
    if (frames.take(now)) {
      return false;
    }
    gateway.metrics.refused(RefusalReason.TOO_MANY_FRAMES);
    present.refuseFlood();
    queue.close(CloseCode.TOO_MANY_FRAMES.code());
    return true;
  }

  @Override
  public void onClose(int code) {
    queue.answerClose(code);
  }

  @Override
  public void onViolation(int code) {
    gateway.metrics.refused(RefusalReason.VIOLATION);
    queue.close(code);
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
    if (gone) {
      return 0;
    }
    settleIfResumed();
    int now = gateway.seconds();
    queue.checkTime(now);
    if (!queue.isClosed()) {
      checkTime(now);
    }
    return nextCheck();
  }

  private void checkTime(int now) {
    boolean resumed = connection != null && connection.hasResumed();
    if (!resumed && now > openedAt + gateway.config.resumeTimeout().toSeconds()) {
      gateway.metrics.refused(RefusalReason.NO_RESUME);
      queue.close(CloseCode.NO_RESUME.code());
    } else if (now > heardAt + 2 * gateway.config.pingInterval().toSeconds()) {
      gateway.metrics.refused(RefusalReason.PING_TIMEOUT);
      queue.close(CloseCode.PING_TIMEOUT.code());
    } else if (speaksRtm && now > heardAt + gateway.config.pingInterval().toSeconds()) {
      // Not every RTM client says anything by itself.
      queue.ping();
    } else if (principal != null && gateway.isPast(principal.expiry())) {
      queue.close(CloseCode.SESSION_EXPIRED.code());
    } else if (principal != null
        && settled
        && !proof.isAsked()
        && now > openedAt + gateway.config.proveAfter().toSeconds()) {
      proof.ask(gateway, principal, code -> queue.close(code.code()));
    }
  }

  /// In how many seconds to look again: soon while something is due soon.
  private int nextCheck() {
    return settled && proof.isAsked() && !queue.isClosed() ? CHECK_SECONDS : 1;
  }
}
