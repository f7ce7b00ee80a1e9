package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.gateway.rtm.RtmFrame;
import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.gateway.wire.FrameError;
import dev.parley.gateway.wire.ResyncReason;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.CloseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One client's connection as its hub sees it: whose it is and which streams it receives. Made by
/// [Hub#open]; the other public methods are called by whoever reads from and writes to the client.
///
/// Confined to the loop of its hub.
public final class Connection {
  final Hub hub;
  final LiveStream own;
  final long session;
  final Subscriptions subscriptions = new Subscriptions();
  private final Outbound out;
  private final Speech speech;
  final Delivery delivery;
  private @Nullable Resume resume;
  private @Nullable Hints hints;
  private long grantsApplied;
  int place;
  private boolean resumed;
  private boolean closed;

  /// @param options how RTM was asked for; null for the protocol of the page
  Connection(Hub hub, LiveStream own, long session, Outbound out, @Nullable RtmOptions options) {
    this.hub = hub;
    this.own = own;
    this.session = session;
    this.out = out;
    this.delivery = new Delivery(this, out);
    this.speech = options == null ? new PageSpeech(this) : new RtmSession(this, options);
  }

  /// Handles a frame of a client that speaks RTM.
  public void receive(RtmFrame frame) {
    if (!closed && speech instanceof RtmSession rtm) {
      rtm.receive(frame);
    }
  }

  /// Says that too many frames came.
  public void refuseFlood() {
    speech.refuseFlood();
  }

  /// Says that the connection closes soon.
  public void goodbye(String reason, long spreadMillis) {
    speech.goodbye(reason, spreadMillis);
  }

  /// Tells the client that everything was sent and events come from now on.
  void greet(byte[] resumed) {
    speech.greet(resumed);
  }

  /// Handles a frame of the client.
  public void receive(ClientFrame frame) {
    if (closed) {
      return;
    }
    switch (frame) {
      case ClientFrame.Resume request -> Resume.begin(this, request);
      case ClientFrame.Ping ping -> send(ServerFrames.pong(ping.id()));
      case ClientFrame.Refused no -> send(ServerFrames.error(no.error(), no.id()));
      case ClientFrame.Typing typing -> refuse(hints().type(typing.channel()));
      case ClientFrame.Focus shown -> refuse(hints().focus(shown.channels()));
      case ClientFrame.Presence watched -> refuse(hints().watch(watched.users()));
    }
  }

  private void refuse(Optional<FrameError> error) {
    error.ifPresent(code -> send(ServerFrames.error(code, null)));
  }

  Hints hints() {
    Hints present = hints;
    if (present == null) {
      present = new Hints(this);
      hints = present;
    }
    return present;
  }

  /// The queue to the client, once full, has room again.
  public void drained() {
    if (!closed) {
      delivery.drained();
    }
  }

  /// The connection is gone; nothing is sent any more.
  public void closed() {
    if (closed) {
      return;
    }
    closed = true;
    speech.closed();
    resume = null;
    for (int i = subscriptions.size() - 1; i >= 0; i--) {
      LiveStream stream = subscriptions.stream(i);
      stream.audience.leave(this, i);
      subscriptions.remove(i);
    }
    hub.closed(this);
  }

  /// Whether the client has sent `resume`.
  public boolean hasResumed() {
    return resumed || resume != null;
  }

  /// Queues a frame that is not to be lost.
  public void send(byte[] text) {
    try (Frame frame = hub.encoder.encode(List.of(text))) {
      out.send(frame);
    }
  }

  /// Closes the connection after what is queued.
  public void close(CloseCode code) {
    out.close(code.code());
  }

  // For streams

  boolean offer(Encodings encodings, boolean alone) {
    return speech.offer(encodings, alone);
  }

  void offerEphemeral(Encodings encodings, StreamKey stream, long exceptUser) {
    if (delivery.isOwnLive()
        && own.key.stream() != exceptUser
        && (stream.equals(own.key) || hints == null || hints.shows(stream.stream()))) {
      speech.offerEphemeral(encodings);
    }
  }

  /// How far a stream must have come before it can be live to this connection.
  long needed(LiveStream stream) {
    Resume present = resume;
    return present != null && stream.equals(own) ? present.neededOfOwn() : 0;
  }

  /// Whether an event is to be sent, not only looked at.
  boolean wants(LiveStream stream, long offset) {
    Resume present = resume;
    return !stream.equals(own) || present == null || present.wantsOwn(offset);
  }

  /// An event of the own stream, sent or looked at, changes what may be received.
  void onGrant(Publication publication) {
    if (publication.offset() <= grantsApplied) {
      return;
    }
    grantsApplied = publication.offset();
    Resume present = resume;
    if (present != null && present.isCollecting()) {
      present.collect(publication);
      return;
    }
    switch (publication.grant()) {
      case Grant.None none -> {}
      case Grant.Join join -> subscribe(channel(join.channel()), join.afterOffset());
      case Grant.Leave leave -> unsubscribe(channel(leave.channel()));
    }
  }

  /// A stream has become live: everything it has was sent.
  void onLive(LiveStream stream) {
    delivery.onLive(stream);
    Resume present = resume;
    if (present != null) {
      present.onLive(stream);
    }
  }

  /// Tells the client that a gap of a stream is not filled.
  void resync(LiveStream stream, ResyncReason reason) {
    hub.metrics.resync(reason);
    speech.resync(stream, reason);
  }

  void endSession(long ended, int closeCode) {
    if (ended == 0 || ended == session) {
      out.close(closeCode);
    }
  }

  // For the resume

  boolean isClosed() {
    return closed;
  }

  /// Whether the client has been sent `resumed`.
  public boolean isResumed() {
    return resumed;
  }

  @Nullable Resume resume() {
    return resume;
  }

  void setResume(@Nullable Resume next) {
    resume = next;
  }

  void setResumed() {
    resumed = true;
  }

  /// From which offset of the own stream on grants are news.
  void setGrantsApplied(long offset) {
    grantsApplied = offset;
  }

  StreamKey channel(long number) {
    return new StreamKey(own.key.workspace(), number);
  }

  /// Begins to receive a stream after a position, if it is not received yet.
  void subscribe(StreamKey key, long position) {
    LiveStream stream = hub.streams.get(key);
    if (!subscriptions.contains(stream)) {
      subscriptions.add(stream, position);
      stream.audience.join(this);
    }
  }

  /// Whether the stream of a channel of the own workspace is received.
  boolean receives(ChannelId channel) {
    StreamKey key = channel(channel.value());
    for (int i = 0; i < subscriptions.size(); i++) {
      if (subscriptions.stream(i).key.equals(key)) {
        return true;
      }
    }
    return false;
  }

  /// The offset up to which a stream that is received was sent.
  long position(LiveStream stream) {
    int index = subscriptions.indexOf(stream);
    return subscriptions.isLive(index) ? stream.last() : subscriptions.position(index);
  }

  /// Goes back, or on, to a position of a stream that is received already.
  void rewind(LiveStream stream, long position) {
    int index = subscriptions.indexOf(stream);
    stream.audience.leave(this, index);
    subscriptions.setBehind(index, position);
    delivery.onBehind(stream);
    stream.audience.join(this);
  }

  private void unsubscribe(StreamKey key) {
    LiveStream stream = hub.streams.get(key);
    int index = subscriptions.indexOf(stream);
    if (index == Subscriptions.NONE) {
      hub.streams.idle(stream);
      return;
    }
    stream.audience.leave(this, index);
    subscriptions.remove(index);
    Resume present = resume;
    if (present != null) {
      present.finishIfComplete();
    }
  }

  /// Tells the client whether people are there; true for who is.
  void tellPresences(Map<UserId, Boolean> presences) {
    speech.tell(presences);
  }
}
