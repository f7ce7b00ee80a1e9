package dev.parley.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.load.LoadWorld.Person;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/// One client with a WebSocket, which it opens again with its positions whenever it is lost. Keeps
/// what it was told and checks order and gaps as it comes. Belongs to its event loop but where it
/// says otherwise.
final class LoadClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final Vertx vertx;
  private final WebSocketClient sockets;
  private final WebSocketConnectOptions address;
  private final Person person;
  private final Findings findings;
  private final ConcurrentHistogram delivered;
  private final Random random;
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, SortedMap<String, String>> channels = new HashMap<>();
  private final Map<String, String> lastTs = new HashMap<>();
  private long epoch;
  private long nextId;
  private int failures;
  private boolean closing;
  private volatile boolean resumed;
  private @Nullable WebSocket socket;

  /// What all clients of a run share.
  record Shared(
      Vertx vertx, WebSocketClient sockets, Findings findings, ConcurrentHistogram delivered) {}

  LoadClient(Person person, WebSocketConnectOptions address, Shared shared, long seed) {
    this.person = person;
    this.address = address;
    this.vertx = shared.vertx();
    this.sockets = shared.sockets();
    this.findings = shared.findings();
    this.delivered = shared.delivered();
    this.random = new Random(seed);
  }

  Person person() {
    return person;
  }

  /// Starts to connect; any thread.
  void start() {
    vertx.runOnContext(_ -> connect());
  }

  /// Whether it is connected and caught up; any thread.
  boolean isResumed() {
    return resumed;
  }

  private void connect() {
    if (closing) {
      return;
    }
    var _ =
        sockets
            .connect(
                new WebSocketConnectOptions(address)
                    .putHeader("authorization", "Bearer " + person.token()))
            .onSuccess(this::opened)
            .onFailure(_ -> reconnect());
  }

  private void opened(WebSocket opened) {
    socket = opened;
    opened.textMessageHandler(text -> onFrame(opened, text));
    opened.closeHandler(
        _ -> {
          resumed = false;
          socket = null;
          reconnect();
        });
    opened.exceptionHandler(_ -> {});
  }

  private void reconnect() {
    if (!closing) {
      long bound = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures++, 5));
      var _ = vertx.setTimer(1 + random.nextLong(bound), _ -> connect());
    }
  }

  /// Drops the connection as a cut cable would; any thread.
  void cut() {
    vertx.runOnContext(
        _ -> {
          WebSocket open = socket;
          if (open != null) {
            var _ = open.close();
          }
        });
  }

  /// Ends for good; any thread.
  void close() {
    vertx.runOnContext(
        _ -> {
          closing = true;
          WebSocket open = socket;
          if (open != null) {
            var _ = open.close();
          }
        });
  }

  private void onFrame(WebSocket from, String text) {
    try {
      JsonNode frame = JSON.readTree(text);
      switch (frame.path("type").asText()) {
        case "hello" -> hello(from, frame);
        case "event" -> event(from, frame);
        case "resumed" -> {
          frame
              .path("streams")
              .properties()
              .forEach(
                  stream -> positions.putIfAbsent(stream.getKey(), stream.getValue().asLong()));
          failures = 0;
          resumed = true;
        }
        case "resync" ->
            findings.add(
                "resync of "
                    + frame.path("stream").asText()
                    + ": "
                    + frame.path("reason").asText());
        case "gone" -> findings.add("gone: " + frame.path("stream").asText());
        case "error" -> findings.add("error frame: " + text);
        default -> {
          // Typing, pong and goodbye change nothing.
        }
      }
    } catch (JsonProcessingException e) {
      findings.add("broken frame: " + text);
    }
  }

  private void hello(WebSocket from, JsonNode frame) {
    if (epoch != 0 && epoch != frame.path("epoch").asLong()) {
      findings.add("the epoch changed");
    }
    epoch = frame.path("epoch").asLong();
    resume(from);
    long interval = frame.path("ping_interval").asLong(25) * 1_000;
    var _ =
        vertx.setPeriodic(
            interval,
            timer -> {
              if (from.isClosed()) {
                var _ = vertx.cancelTimer(timer);
              } else {
                var _ = from.writeTextMessage("{\"type\":\"ping\",\"id\":\"" + nextId++ + "\"}");
              }
            });
  }

  private void resume(WebSocket to) {
    ObjectNode resume = JSON.createObjectNode();
    resume.put("type", "resume").put("id", Long.toString(nextId++)).put("epoch", epoch);
    ObjectNode streams = resume.putObject("streams");
    positions.forEach(streams::put);
    var _ = to.writeTextMessage(resume.toString());
  }

  private void event(WebSocket from, JsonNode frame) {
    String stream = frame.path("stream").asText();
    long offset = frame.path("offset").asLong();
    Long held = positions.get(stream);
    if (held != null) {
      if (offset <= held) {
        return;
      }
      if (frame.path("prev").asLong() > held) {
        findings.add("gap in " + stream + ": holds " + held + ", got " + offset);
        resume(from);
        return;
      }
    }
    positions.put(stream, offset);
    JsonNode event = frame.path("event");
    switch (event.path("type").asText()) {
      case "message" -> message(stream, event);
      case "message_changed" -> {
        JsonNode message = event.path("message");
        var _ = texts(stream).put(message.path("ts").asText(), message.path("text").asText());
      }
      case "message_deleted" -> {
        var _ = texts(stream).remove(event.path("ts").asText());
      }
      default -> {
        // Nothing that the ledger knows.
      }
    }
  }

  private void message(String channel, JsonNode event) {
    if (event.has("subtype")) {
      return;
    }
    String ts = event.path("ts").asText();
    String text = event.path("text").asText();
    if (texts(channel).put(ts, text) != null) {
      findings.add(person.id() + " got " + ts + " in " + channel + " twice");
    }
    String before = lastTs.put(channel, ts);
    if (before != null && before.compareTo(ts) >= 0) {
      findings.add(person.id() + " got " + ts + " after " + before + " in " + channel);
    }
    if (text.startsWith("load ") && !text.startsWith("load edited")) {
      long sent = Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
      delivered.recordValue(Math.max(0, System.nanoTime() - sent));
    }
  }

  private SortedMap<String, String> texts(String channel) {
    return channels.computeIfAbsent(channel, _ -> new TreeMap<>());
  }

  /// Hands its state to a check on its event loop; any thread.
  ///
  /// @param check gets the positions by stream and the texts by channel and `ts`
  void inspect(
      java.util.function.BiConsumer<Map<String, Long>, Map<String, SortedMap<String, String>>>
          check) {
    vertx.runOnContext(_ -> check.accept(positions, channels));
  }
}
