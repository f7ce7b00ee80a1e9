package dev.parley.gateway.hub;

import dev.parley.fanout.Broker;
import dev.parley.fanout.Signal;
import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.gateway.wire.ServerFrames.Hello;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The streams and connections of one event loop.
///
/// Confined to that loop: its public methods are called there. It never blocks.
public final class Hub {
  /// Makes a stream of a hub.
  @FunctionalInterface
  interface StreamMaker {
    LiveStream make(Hub hub, StreamKey key, Ring ring);
  }

  private static final long TICK_MILLIS = 1_000;

  final Loop loop;
  final HubServices services;
  final HubConfig config;
  final Frame.Encoder encoder;
  final GatewayMetrics metrics;
  final Streams streams;
  final Reads reads = new Reads(this);
  final GrantLookups lookups = new GrantLookups(this);
  final ResumePasses passes = new ResumePasses(this);
  final ReplayAllowances replays;
  final Presences presences = new Presences(this);
  private final Members connections = new Members();
  /// How many streams have gathered events that they will send in this turn of the loop.
  int batches;

  private long epoch;
  private boolean stopped;

  public Hub(
      Loop loop,
      HubServices services,
      HubConfig config,
      Frame.Encoder encoder,
      GatewayMetrics metrics) {
    this(loop, services, config, encoder, metrics, LiveStream::new);
  }

  /// A hub whose streams are made in another way, for tests that plant faults.
  Hub(
      Loop loop,
      HubServices services,
      HubConfig config,
      Frame.Encoder encoder,
      GatewayMetrics metrics,
      StreamMaker maker) {
    this.loop = loop;
    this.services = services;
    this.config = config;
    this.encoder = encoder;
    this.metrics = metrics;
    this.streams = new Streams(this, maker);
    this.replays = new ReplayAllowances(loop, config.allowance());
    this.epoch = services.events().epoch();
  }

  /// Begins the hub's work that is due every second. To be called once.
  public void start() {
    loop.schedule(TICK_MILLIS, this::tick);
  }

  /// Ends all subscriptions; connections are for their owner to close.
  public void stop() {
    streams.endAll();
    stopped = true;
  }

  /// Takes in an authenticated connection and greets it.
  public Connection open(WorkspaceId workspace, UserId user, long session, Outbound out) {
    Connection connection = enter(workspace, user, session, out, null);
    String time = new MessageTs(loop.wallMillis() * 1_000).toString();
    connection.send(
        ServerFrames.hello(
            new Hello(
                workspace.toString(),
                user.toString(),
                session,
                time,
                services.build(),
                epoch,
                services.pingIntervalSeconds())));
    return connection;
  }

  /// Takes in an authenticated connection that speaks RTM; it is greeted when it is live.
  public Connection openRtm(
      WorkspaceId workspace, UserId user, long session, Outbound out, RtmOptions options) {
    Connection connection = enter(workspace, user, session, out, options);
    connection.receive(new ClientFrame.Resume("0", epoch, Map.of(), null));
    return connection;
  }

  private Connection enter(
      WorkspaceId workspace,
      UserId user,
      long session,
      Outbound out,
      @Nullable RtmOptions options) {
    LiveStream own = streams.get(StreamKey.of(workspace, user));
    Connection connection = new Connection(this, own, session, out, options);
    connection.place = connections.add(connection);
    own.audience.belongsTo(connection);
    reads.subscribe(own);
    return connection;
  }

  /// Calls back with every connection, in no order.
  public void forEach(Consumer<Connection> action) {
    for (int place = connections.size() - 1; place >= 0; place--) {
      action.accept(connections.get(place));
    }
  }

  /// How many connections there are.
  public int connections() {
    return connections.size();
  }

  /// How many streams are subscribed or about to be.
  public int streams() {
    return streams.size();
  }

  /// Compares the heads of all streams held with the truth. To be called when the broker may have
  /// lost signals, as after it was reconnected.
  public void compareHeads() {
    streams.forEach(stream -> stream.request(Math.max(0, stream.last())));
  }

  void closed(Connection connection) {
    presences.forget(connection);
    Connection moved = connections.removeAt(connection.place);
    if (moved != null) {
      moved.place = connection.place;
    }
    connection.own.audience.belongsNoMoreTo(connection);
  }

  private void tick() {
    if (stopped) {
      return;
    }
    try {
      streams.endIdle();
      streams.shrinkRings();
      replays.forgetRested();
      if (services.events().epoch() != epoch) {
        beginEpoch();
      }
    } finally {
      loop.schedule(TICK_MILLIS, this::tick);
    }
  }

  /// History was lost: nothing held here means anything now. Clients come back and are told so.
  private void beginEpoch() {
    epoch = services.events().epoch();
    forEach(connection -> connection.close(CloseCode.SERVER_FAULT));
    streams.endAll();
  }

  // Blocking work

  /// Runs what may block, unless the hub was stopped.
  void background(Runnable task) {
    if (!stopped) {
      services.blocking().execute(task);
    }
  }

  /// Subscribes a stream; called on the executor for blocking work.
  Broker.Subscription subscribe(LiveStream stream) {
    return services
        .broker()
        .subscribe(stream.key, signal -> loop.execute(() -> stream.onSignal(signal)));
  }

  void unsubscribe(Broker.Subscription subscription) {
    background(subscription::close);
  }

  void publish(Signal signal) {
    background(() -> services.broker().publish(List.of(signal)));
  }

  // Resume

  long epoch() {
    return epoch;
  }

  void sendResumed(Connection connection, String replyTo) {
    Map<String, Long> positions = new LinkedHashMap<>();
    Set<Long> channels = new HashSet<>();
    Subscriptions subscriptions = connection.subscriptions;
    for (int i = 0; i < subscriptions.size(); i++) {
      LiveStream stream = subscriptions.stream(i);
      stream.audience.flush();
      positions.put(stream.key.name(), stream.last());
      if (!stream.equals(connection.own)) {
        channels.add(stream.key.stream());
      }
    }
    String token =
        passes.issue(connection, new ResumeTokens.Content(connection.own.last(), channels));
    connection.greet(ServerFrames.resumed(replyTo, positions, token));
  }
}
