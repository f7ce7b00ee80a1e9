package dev.parley.gateway.hub;

import dev.parley.gateway.wire.ClientFrame;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A client as the protocol describes it, with a reducer for messages, that notices every breach.
final class SimClient {
  final UserId id;
  final StreamKey own;
  private final SimWorld world;
  private final Map<String, Long> positions = new TreeMap<>();
  private final Map<String, Map<Long, Integer>> messages = new TreeMap<>();
  private final Map<String, Long> sent = new HashMap<>();
  private final Map<String, Long> askedAgain = new HashMap<>();
  private final Set<String> followed = new HashSet<>();
  private @Nullable SimNode node;
  private @Nullable SimQueue queue;
  private @Nullable String token;
  private long epoch = -1;
  private long greetedIn = -1;
  private int request;
  private boolean stays;

  SimClient(SimWorld world, UserId id) {
    this.world = world;
    this.id = id;
    this.own = StreamKey.of(SimWorld.ACME, id);
  }

  boolean isConnected() {
    return queue != null && !queue.isDead();
  }

  /// From now on it comes back when a connection ends.
  void setStays(boolean now) {
    stays = now;
  }

  boolean isOn(SimNode other) {
    return node == other;
  }

  void connect(SimNode node) {
    this.node = node;
    SimQueue next = new SimQueue(world, node.loop, this);
    queue = next;
    sent.clear();
    askedAgain.clear();
    followed.clear();
    node.loop.execute(() -> next.open(node.hub));
  }

  void disconnect() {
    if (queue != null) {
      queue.kill();
      queue = null;
    }
  }

  void setStalled(boolean now) {
    if (queue != null) {
      queue.setStalled(now);
    }
  }

  void onClosed(SimQueue ended) {
    if (ended == queue) {
      queue = null;
      if (stays) {
        world.schedule.after(world.schedule.upToMillis(500), world::connectAll);
      }
    }
  }

  /// Asks for a stream again, as after a gap.
  void repair() {
    if (queue != null && !followed.isEmpty() && askedAgain.isEmpty()) {
      Map<String, Long> asked = new LinkedHashMap<>();
      positions.forEach(
          (stream, offset) -> {
            if (world.schedule.chance(0.3)) {
              asked.put(stream, offset);
              askedAgain.put(stream, offset);
            }
          });
      resume(queue, asked, null);
    }
  }

  private void resume(SimQueue to, Map<String, Long> streams, @Nullable String with) {
    ClientFrame frame = new ClientFrame.Resume("" + ++request, epoch, streams, with);
    to.onLoop(connection -> connection.receive(frame));
  }

  // Frames

  void onFrame(SimQueue from, String frame) {
    if (from != queue) {
      return;
    }
    switch (SimJson.text(frame, "type")) {
      case "hello" -> onHello(from, frame);
      case "event" -> onEvent(frame);
      case "resync" -> onResync(frame);
      case "gone" -> forget(SimJson.text(frame, "stream"));
      case "resumed" -> onResumed(frame);
      default -> world.fail(id + " got " + frame);
    }
  }

  private void onHello(SimQueue from, String frame) {
    greetedIn = SimJson.number(frame, "epoch");
    if (epoch < 0) {
      boot();
    }
    followed.addAll(positions.keySet());
    boolean withToken = token != null && world.schedule.chance(0.8);
    resume(from, new LinkedHashMap<>(positions), withToken ? token : null);
  }

  private void boot() {
    positions.clear();
    messages.clear();
    epoch = world.truth.epoch();
    positions.put(own.name(), world.truth.head(own));
    positions.put(SimWorld.WORKSPACE.name(), world.truth.head(SimWorld.WORKSPACE));
    for (long channel : world.truth.granted(own)) {
      StreamKey key = SimWorld.channel(channel);
      load(key, world.truth.head(key));
    }
  }

  private void load(StreamKey channel, long offset) {
    positions.put(channel.name(), offset);
    messages.put(channel.name(), world.truth.state(channel, offset));
  }

  private void onEvent(String frame) {
    String stream = SimJson.text(frame, "stream");
    long offset = SimJson.number(frame, "offset");
    long before = sent.getOrDefault(stream, 0L);
    Long asked = askedAgain.get(stream);
    if (offset <= before && asked != null && offset == asked + 1) {
      askedAgain.remove(stream);
    } else if (offset <= before) {
      world.fail(id + " got " + stream + " " + offset + " after " + before);
    }
    sent.put(stream, offset);
    if (frame.contains("\"leave\"")) {
      sent.remove(SimJson.text(frame, "leave"));
    }
    Long present = positions.get(stream);
    if (present == null || offset <= present) {
      return;
    }
    if (SimJson.number(frame, "prev") > present) {
      onGap(stream, present, frame);
      return;
    }
    positions.put(stream, offset);
    apply(stream, frame);
  }

  /// A gap is a breach, unless the stream was not asked for from a position on this connection.
  private void onGap(String stream, long position, String frame) {
    if (askedAgain.containsKey(stream)) {
      return;
    }
    if (followed.contains(stream) || queue == null) {
      world.fail(id + " has " + stream + " " + position + ", a gap before " + frame);
    } else {
      followed.add(stream);
      askedAgain.put(stream, position);
      resume(queue, Map.of(stream, position), null);
    }
  }

  private void apply(String stream, String frame) {
    if (frame.contains("\"join\"")) {
      StreamKey channel = SimWorld.channel(SimJson.text(frame, "join"));
      load(channel, SimJson.number(frame, "after"));
      followed.add(channel.name());
    } else if (frame.contains("\"leave\"")) {
      forget(SimJson.text(frame, "leave"));
    } else if (frame.contains("\"s\":")) {
      messages
          .computeIfAbsent(stream, name -> new TreeMap<>())
          .put(SimJson.number(frame, "s"), (int) SimJson.number(frame, "v"));
    }
  }

  private void onResync(String frame) {
    String stream = SimJson.text(frame, "stream");
    followed.add(stream);
    sent.put(stream, SimJson.number(frame, "offset"));
    if (greetedIn != world.truth.epoch()) {
      boot();
      disconnect();
    } else if (stream.equals(own.name()) || epoch != world.truth.epoch()) {
      boot();
    } else if (stream.equals(SimWorld.WORKSPACE.name())) {
      positions.put(stream, world.truth.head(SimWorld.WORKSPACE));
    } else if (world.truth.granted(own).contains(SimWorld.channel(stream).stream())) {
      load(SimWorld.channel(stream), world.truth.head(SimWorld.channel(stream)));
    } else {
      forget(stream);
    }
  }

  private void onResumed(String frame) {
    token = SimJson.text(frame, "token");
    if (SimJson.number(frame, "reply_to") == request) {
      askedAgain.clear();
    }
    positions.forEach(
        (stream, offset) -> {
          if (frame.contains("\"" + stream + "\":") && SimJson.number(frame, stream) > offset) {
            onGap(stream, offset, frame);
          }
        });
  }

  private void forget(String stream) {
    positions.remove(stream);
    messages.remove(stream);
    sent.remove(stream);
  }

  /// Compares what it shows with what is true.
  void check() {
    Map<String, Long> expected = new TreeMap<>();
    expected.put(own.name(), world.truth.head(own));
    expected.put(SimWorld.WORKSPACE.name(), world.truth.head(SimWorld.WORKSPACE));
    for (long number : world.truth.granted(own)) {
      StreamKey channel = SimWorld.channel(number);
      expected.put(channel.name(), world.truth.head(channel));
      Map<Long, Integer> state = world.truth.state(channel, Long.MAX_VALUE);
      Map<Long, Integer> shown = messages.getOrDefault(channel.name(), Map.of());
      if (!state.equals(shown)) {
        Set<Map.Entry<Long, Integer>> differing = new HashSet<>(state.entrySet());
        differing.removeAll(shown.entrySet());
        world.fail(id + " shows " + channel.name() + " without " + differing);
      }
    }
    if (!expected.equals(positions)) {
      world.fail(id + " is at " + positions + ", not at " + expected);
    }
  }
}
