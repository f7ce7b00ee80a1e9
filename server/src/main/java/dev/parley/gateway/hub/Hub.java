package dev.parley.gateway.hub;

import dev.parley.fanout.Broker;
import dev.parley.fanout.EventSource.Grants;
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
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The streams and connections of one event loop.
///
/// Confined to that loop: its public methods are called there. It never blocks.
public final class Hub {
  /// Makes a stream of a hub.
  @FunctionalInterface
  interface StreamMaker {
    LiveStream make(Hub hub, StreamKey key, Ring ring);
  }

  private static final Logger log = LoggerFactory.getLogger(Hub.class);
  private static final long TICK_MILLIS = 1_000;
  private static final long RETRY_MILLIS = 500;

  final Loop loop;
  final HubServices services;
  final HubConfig config;
  final Frame.Encoder encoder;
  final GatewayMetrics metrics;
  final Reads reads = new Reads(this);
  private final StreamMaker maker;
  private final Map<StreamKey, LiveStream> streams = new HashMap<>();
  private final LinkedHashMap<LiveStream, Long> idleSince = new LinkedHashMap<>();
  private final Members connections = new Members();
  private final ArrayDeque<Runnable> lookups = new ArrayDeque<>();
  /// How many streams have gathered events that they will send in this turn of the loop.
  int batches;

  private int lookupsUnderWay;
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
    this.maker = maker;
    this.loop = loop;
    this.services = services;
    this.config = config;
    this.encoder = encoder;
    this.metrics = metrics;
    this.epoch = services.events().epoch();
  }

  /// Begins the hub's work that is due every second. To be called once.
  public void start() {
    loop.schedule(TICK_MILLIS, this::tick);
  }

  /// Ends all subscriptions; connections are for their owner to close.
  public void stop() {
    streams.values().forEach(this::end);
    streams.clear();
    idleSince.clear();
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
    LiveStream own = stream(StreamKey.of(workspace, user));
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
    streams.values().forEach(stream -> stream.request(Math.max(0, stream.last())));
  }

  void closed(Connection connection) {
    Connection moved = connections.removeAt(connection.place);
    if (moved != null) {
      moved.place = connection.place;
    }
    connection.own.audience.belongsNoMoreTo(connection);
  }

  // Streams

  LiveStream stream(StreamKey key) {
    LiveStream present = streams.get(key);
    if (present == null) {
      present = maker.make(this, key, new Ring(config));
      streams.put(key, present);
      idle(present);
    }
    return present;
  }

  /// The stream if it is held here.
  @Nullable LiveStream present(StreamKey key) {
    return streams.get(key);
  }

  /// Takes note that nobody receives a stream; if that stays so it is ended.
  void idle(LiveStream stream) {
    idleSince.putIfAbsent(stream, loop.uptimeMillis());
  }

  private void tick() {
    if (stopped) {
      return;
    }
    long oldest = loop.uptimeMillis() - config.linger().toMillis();
    while (!idleSince.isEmpty() && idleSince.firstEntry().getValue() <= oldest) {
      LiveStream stream = idleSince.pollFirstEntry().getKey();
      if (stream.audience.isEmpty()) {
        streams.remove(stream.key, stream);
        end(stream);
      }
    }
    if (services.events().epoch() != epoch) {
      beginEpoch();
    }
    loop.schedule(TICK_MILLIS, this::tick);
  }

  /// History was lost: nothing held here means anything now. Clients come back and are told so.
  private void beginEpoch() {
    epoch = services.events().epoch();
    forEach(connection -> connection.close(CloseCode.SERVER_FAULT));
    streams.values().forEach(this::end);
    streams.clear();
    idleSince.clear();
  }

  private void end(LiveStream stream) {
    Broker.Subscription subscription = stream.close();
    if (subscription != null) {
      unsubscribe(subscription);
    }
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

  /// Looks up what a person may receive; repeated until it succeeds or the connection is gone.
  void lookUpGrants(Connection connection, Consumer<Grants> then) {
    lookups.add(() -> lookUp(connection, then));
    lookUpNext();
  }

  private void lookUpNext() {
    while (lookupsUnderWay < config.grantsAtOnce() && !lookups.isEmpty()) {
      lookupsUnderWay++;
      background(lookups.remove());
    }
  }

  /// Runs on the executor for blocking work.
  private void lookUp(Connection connection, Consumer<Grants> then) {
    StreamKey own = connection.own.key;
    Grants grants = null;
    try {
      metrics.lookup();
      grants = services.events().grants(own.workspaceId(), new UserId(own.stream()));
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("event", "gateway_grants_failed")
          .addKeyValue("workspace", own.workspaceId())
          .setCause(e)
          .log("Grants could not be looked up; trying again.");
    }
    Grants found = grants;
    loop.execute(
        () -> {
          lookupsUnderWay--;
          if (found != null) {
            then.accept(found);
          } else if (!connection.isClosed()) {
            loop.schedule(RETRY_MILLIS, () -> lookUpGrants(connection, then));
          }
          lookUpNext();
        });
  }

  // Resume

  long epoch() {
    return epoch;
  }

  ResumeTokens.@Nullable Content verify(String token, Connection connection) {
    return services.tokens().verify(token, owner(connection)).orElse(null);
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
        services
            .tokens()
            .issue(owner(connection), new ResumeTokens.Content(connection.own.last(), channels));
    connection.greet(ServerFrames.resumed(replyTo, positions, token));
  }

  private ResumeTokens.Owner owner(Connection connection) {
    StreamKey own = connection.own.key;
    return new ResumeTokens.Owner(own.workspace(), own.stream(), connection.session, epoch);
  }
}
