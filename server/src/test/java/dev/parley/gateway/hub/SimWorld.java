package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import dev.parley.fanout.Signal;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A small deployment in one seed: a writer, a broker, two gateways, six people with a client each,
/// and all that can go wrong. Every third world has a broker without faults and no digests, so what
/// a gateway loses itself stays lost and is seen.
final class SimWorld {
  static final WorkspaceId ACME = new WorkspaceId(4);
  static final StreamKey WORKSPACE = StreamKey.of(ACME);
  private static final int USERS = 6;
  private static final int CHANNELS = 4;
  private static final long SECOND = 1_000_000;

  final SimSchedule schedule;
  final Flaw flaw;
  final SimBroker broker;
  final SimTruth truth;
  private final boolean faultless;

  /// In some worlds less than is needed now and then.
  final int bytesOfAllRings;

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final List<SimNode> nodes = new ArrayList<>();
  private final List<SimClient> clients = new ArrayList<>();
  private final List<StreamKey> channels = new ArrayList<>();
  private final Map<StreamKey, Integer> versions = new HashMap<>();
  private final Set<StreamKey> moved = new HashSet<>();
  private final List<String> failures = new ArrayList<>();
  private boolean chaos = true;

  SimWorld(long seed, Flaw flaw) {
    this.flaw = flaw;
    schedule = new SimSchedule(seed);
    faultless = seed % 3 == 0;
    bytesOfAllRings = seed % 4 == 1 ? 1_000 : 1 << 20;
    broker = new SimBroker(schedule, flaw);
    truth = new SimTruth(schedule);
  }

  static StreamKey channel(long number) {
    return StreamKey.of(ACME, new ChannelId(number));
  }

  static StreamKey channel(String name) {
    return StreamKey.parse(ACME, name).orElseThrow();
  }

  /// Lets the world run, and answers what it got wrong.
  List<String> run() {
    begin();
    schedule.runFor(8 * SECOND);
    chaos = false;
    broker.setFaults(0);
    truth.setFailing(false);
    clients.forEach(client -> client.setStalled(false));
    clients.forEach(client -> client.setStays(true));
    moved.addAll(channels);
    clients.forEach(client -> moved.add(client.own));
    moved.add(WORKSPACE);
    connectAll();
    schedule.runFor(12 * SECOND);
    connectAll();
    schedule.runFor(4 * SECOND);
    clients.forEach(SimClient::check);
    clients.forEach(client -> client.setStays(false));
    clients.forEach(SimClient::disconnect);
    schedule.runFor(8 * SECOND);
    for (SimNode node : nodes) {
      if (node.hub.streams() > 0 || node.hub.connections() > 0) {
        fail("a node keeps " + node.hub.streams() + " streams");
      }
    }
    if (broker.subscriptions() > 0) {
      fail(broker.subscriptions() + " subscriptions are left");
    }
    return failures;
  }

  void fail(String what) {
    failures.add(schedule.micros() / 1_000 + " ms: " + what);
  }

  /// Looks whether a frame carries text that its gateway knows to be changed or deleted.
  void checkText(String frame, Hub hub) {
    if (!frame.contains("\"v\":") || !frame.startsWith("{\"type\":\"event\"")) {
      return;
    }
    StreamKey channel = channel(SimJson.text(frame, "stream"));
    LiveStream stream = hub.streams.present(channel);
    long offset = SimJson.number(frame, "offset");
    boolean sameHistory = hub.epoch() == truth.epoch();
    if (sameHistory && stream != null && truth.isObsolete(channel, offset, stream.last())) {
      fail("obsolete text was sent: " + frame + " at " + stream.last());
    }
  }

  private void begin() {
    broker.setFaults(faultless ? 0 : 0.08);
    truth.setFailing(true);
    for (int i = 0; i < 2; i++) {
      nodes.add(new SimNode(this, meters));
    }
    for (int i = 1; i <= CHANNELS; i++) {
      channels.add(channel(i * 4L + 101));
    }
    for (int i = 1; i <= USERS; i++) {
      SimClient client = new SimClient(this, new UserId(i * 4L + 8));
      clients.add(client);
      for (StreamKey channel : channels) {
        if (schedule.chance(0.5)) {
          publish(client.own, truth.join(client.own, channel));
        }
      }
    }
    schedule.after(0, this::write);
    schedule.after(0, this::disturb);
    schedule.after(SECOND, this::tellHeads);
  }

  void connectAll() {
    for (SimClient client : clients) {
      if (!client.isConnected()) {
        client.connect(nodes.get(schedule.random.nextInt(nodes.size())));
      }
    }
  }

  // The writer

  private void write() {
    if (!chaos) {
      return;
    }
    SimClient client = pick(clients);
    StreamKey channel = pick(channels);
    double dice = schedule.random.nextDouble();
    if (dice < 0.85) {
      int burst = schedule.chance(0.05) ? 20 : 1;
      for (int i = 0; i < burst; i++) {
        post(channel);
      }
    } else if (dice < 0.93) {
      boolean member = truth.granted(client.own).contains(channel.stream());
      publish(
          client.own, member ? truth.leave(client.own, channel) : truth.join(client.own, channel));
    } else if (dice < 0.97) {
      publish(client.own, truth.mark(client.own));
    } else {
      publish(WORKSPACE, truth.mark(WORKSPACE));
    }
    schedule.after(schedule.upToMillis(60), this::write);
  }

  private void post(StreamKey channel) {
    int newest = versions.getOrDefault(channel, 0);
    if (newest == 0 || schedule.chance(0.6)) {
      versions.put(channel, newest + 1);
      publish(channel, truth.post(channel, newest + 1L, 1));
    } else {
      long subject = 1L + schedule.random.nextInt(newest);
      int version = schedule.chance(0.5) ? 0 : 2 + schedule.random.nextInt(9);
      publish(channel, truth.post(channel, subject, version));
    }
  }

  private void publish(StreamKey stream, Publication publication) {
    boolean lost = schedule.chance(flaw == Flaw.LOST_PUBLISH ? 0.1 : faultless ? 0 : 0.02);
    if (flaw != Flaw.LOST_PUBLISH || !lost) {
      moved.add(stream);
    }
    Signal signal = new Signal.Event(stream, publication);
    if (!lost) {
      publishIn(schedule.upToMillis(5), signal);
    }
    if (flaw != Flaw.LOST_PUBLISH && (lost || schedule.chance(faultless ? 0 : 0.05))) {
      publishIn(SECOND + schedule.upToMillis(1_000), signal);
    }
  }

  private void publishIn(long delay, Signal signal) {
    int committedIn = broker.generation();
    schedule.after(
        delay,
        () -> {
          if (committedIn == broker.generation()) {
            broker.publish(List.of(signal));
          }
        });
  }

  private void tellHeads() {
    if (!faultless && flaw != Flaw.LOST_PUBLISH) {
      List<Signal> heads = new ArrayList<>();
      moved.stream()
          .sorted()
          .forEach(stream -> heads.add(new Signal.Head(stream, truth.head(stream))));
      broker.publish(heads);
      if (chaos) {
        moved.clear();
      }
    }
    schedule.after(SECOND, this::tellHeads);
  }

  // What goes wrong

  private void disturb() {
    if (!chaos) {
      return;
    }
    SimClient client = pick(clients);
    double dice = schedule.random.nextDouble();
    if (dice < 0.45) {
      connectAll();
    } else if (dice < 0.60) {
      client.disconnect();
    } else if (dice < 0.75) {
      client.setStalled(true);
      schedule.after(schedule.upToMillis(1_500), () -> client.setStalled(false));
    } else if (dice < 0.85) {
      client.repair();
    } else if (dice < 0.88) {
      failOver(schedule.random.nextInt(nodes.size()));
    } else if (dice < 0.93) {
      StreamKey stream = schedule.chance(0.7) ? pick(channels) : client.own;
      truth.drop(stream, Math.max(0, truth.head(stream) - 5));
    } else if (dice < 0.94) {
      broker.loseAll();
      truth.loseHistory(channels);
    } else if (dice < 0.96) {
      schedule.stepClock(schedule.random.nextInt(-3_600, 3_600));
    }
    schedule.after(schedule.upToMillis(300), this::disturb);
  }

  private void failOver(int index) {
    SimNode old = nodes.get(index);
    old.die();
    nodes.set(index, new SimNode(this, meters));
    for (SimClient client : clients) {
      if (client.isOn(old)) {
        client.disconnect();
      }
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(schedule.random.nextInt(from.size()));
  }
}
