package dev.parley.gateway.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.fanout.MemoryBroker;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.fanout.Signal;
import dev.parley.gateway.MemoryDesk;
import dev.parley.gateway.MemoryEventSource;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A hub in a world where everything that is due happens when a test says so.
final class HubFixture {
  static final WorkspaceId ACME = new WorkspaceId(4);
  static final UserId ALICE = new UserId(8);
  static final UserId BOB = new UserId(12);
  static final StreamKey ALICES = StreamKey.of(ACME, ALICE);
  static final StreamKey GENERAL = StreamKey.of(ACME, new ChannelId(41));
  static final StreamKey RANDOM = StreamKey.of(ACME, new ChannelId(45));

  final SimSchedule schedule = new SimSchedule(1);
  final MemoryEventSource truth = new MemoryEventSource();
  final MemoryBroker broker = new MemoryBroker();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final MemoryDesk desk = new MemoryDesk();
  final Hub hub;

  /// How many frames were encoded.
  int encoded;

  HubFixture() {
    HubConfig config =
        new HubConfig(
            new HubConfig.Rings(8, 4_096, 1 << 17),
            new HubConfig.Replay(20, 1 << 16, 40),
            new HubConfig.ReplayAllowance(200, 10),
            Duration.ofMillis(50),
            Duration.ofSeconds(60),
            2,
            4);
    SimLoop loop = new SimLoop(schedule);
    HubServices services =
        new HubServices(
            broker,
            truth,
            new ResumeTokens(new byte[32], schedule.clock(), Duration.ofMinutes(10)),
            new RtmServices(desk, new LastAnswers(schedule.clock())),
            loop,
            "test",
            30);
    hub =
        new Hub(
            loop,
            services,
            config,
            texts -> {
              encoded++;
              return new SimQueue.Texts(texts);
            },
            new GatewayMetrics(meters));
  }

  /// Commits an event and publishes it.
  void post(StreamKey stream, String text) {
    publish(stream, commit(stream, text));
  }

  /// Commits an event that nobody is told of yet.
  Publication commit(StreamKey stream, String text) {
    return truth.commit(stream, "\"" + text + "\"");
  }

  void publish(StreamKey stream, Publication publication) {
    broker.publish(List.of(new Signal.Event(stream, publication)));
  }

  /// Adds a person to a channel, or removes them, by an event of their own stream.
  void grant(StreamKey user, Grant grant) {
    publish(user, truth.commit(user, "\"grant\"", 0, false, grant));
  }

  /// Lets everything happen that is due within a little less than the wait for missing events.
  void settle() {
    schedule.runFor(40_000);
  }

  void pass(Duration time) {
    schedule.runFor(time.toMillis() * 1_000);
  }

  double count(String meter) {
    return meters.counter("parley.gateway." + meter).count();
  }

  Client open(UserId user) {
    Client client = new Client();
    client.connection = hub.open(ACME, user, 7, client);
    settle();
    client.heard.clear();
    return client;
  }

  /// A client that keeps what it hears, shortened: `general 3 text`, `resync general 3 too_old`.
  final class Client implements Outbound {
    final List<String> heard = new ArrayList<>();
    private @Nullable Connection connection;
    private @Nullable String token;
    boolean full;

    Client resume(Map<StreamKey, Long> streams, long epoch, @Nullable String with) {
      Map<String, Long> named = new LinkedHashMap<>();
      streams.forEach((stream, offset) -> named.put(stream.name(), offset));
      connection().receive(new ClientFrame.Resume("1", epoch, named, with));
      settle();
      return this;
    }

    Client resume(Map<StreamKey, Long> streams) {
      return resume(streams, 1, null);
    }

    Connection connection() {
      Connection present = connection;
      if (present == null) {
        throw new IllegalStateException("not open");
      }
      return present;
    }

    @Nullable String token() {
      return token;
    }

    /// What was heard since the last call.
    List<String> take() {
      List<String> taken = List.copyOf(heard);
      heard.clear();
      return taken;
    }

    @Override
    public boolean offer(Frame frame, boolean alone) {
      if (!full) {
        hear(frame);
      }
      return !full;
    }

    @Override
    public void send(Frame frame) {
      hear(frame);
    }

    @Override
    public void sendEphemeral(Frame frame) {
      hear(frame);
    }

    @Override
    public void close(int code) {
      heard.add("close " + code);
    }

    private void hear(Frame frame) {
      for (byte[] text : ((SimQueue.Texts) frame).texts()) {
        heard.add(shorten(new String(text, UTF_8)));
      }
    }

    private String shorten(String json) {
      return switch (SimJson.text(json, "type")) {
        case "event" -> {
          String event = json.substring(json.indexOf("\"event\":") + 8, json.length() - 1);
          yield place(json) + " " + event.replace("\"", "");
        }
        case "resync" -> "resync " + place(json) + " " + SimJson.text(json, "reason");
        case "gone" -> "gone " + SimJson.text(json, "stream");
        case "resumed" -> {
          token = SimJson.text(json, "token");
          yield "resumed";
        }
        case "typing" -> "typing";
        default -> json;
      };
    }

    private String place(String json) {
      String stream = SimJson.text(json, "stream");
      String name =
          stream.equals(GENERAL.name())
              ? "general"
              : stream.equals(RANDOM.name())
                  ? "random"
                  : stream.equals(ALICES.name()) ? "own" : stream;
      return name + " " + SimJson.number(json, "offset");
    }
  }
}
