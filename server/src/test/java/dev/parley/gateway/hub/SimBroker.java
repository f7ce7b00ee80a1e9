package dev.parley.gateway.hub;

import dev.parley.fanout.Broker;
import dev.parley.fanout.Signal;
import dev.parley.kernel.StreamKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A broker that may lose, double, delay and reorder. Without faults it keeps the order and loses
/// nothing, late as it is.
final class SimBroker {
  private static final int DELAY_MILLIS = 120;

  private static final class Subscriber implements Broker.Subscription {
    private final Broker.Listener listener;
    private boolean open = true;
    private long busyUntil;

    Subscriber(Broker.Listener listener) {
      this.listener = listener;
    }

    @Override
    public void close() {
      open = false;
    }
  }

  private final SimSchedule schedule;
  private final Flaw flaw;
  private final Map<StreamKey, List<Subscriber>> subscribers = new HashMap<>();
  private double faults;
  private int generation;

  SimBroker(SimSchedule schedule, Flaw flaw) {
    this.schedule = schedule;
    this.flaw = flaw;
  }

  /// How often a signal is lost or doubled from now on.
  void setFaults(double probability) {
    faults = probability;
  }

  /// Which of the histories that were lost is being told.
  int generation() {
    return generation;
  }

  /// Loses everything that is on its way.
  void loseAll() {
    generation++;
  }

  int subscriptions() {
    int open = 0;
    for (List<Subscriber> all : subscribers.values()) {
      all.removeIf(subscriber -> !subscriber.open);
      open += all.size();
    }
    return open;
  }

  void publish(List<? extends Signal> signals) {
    for (Signal signal : signals) {
      for (Subscriber subscriber : subscribers.getOrDefault(signal.stream(), List.of())) {
        if (!schedule.chance(faults)) {
          send(subscriber, signal);
        }
        if (schedule.chance(faults)) {
          send(subscriber, signal);
        }
      }
    }
  }

  private void send(Subscriber subscriber, Signal signal) {
    int sentIn = generation;
    long time = schedule.micros() + schedule.upToMillis(DELAY_MILLIS);
    if (faults == 0) {
      time = Math.max(time, subscriber.busyUntil);
      subscriber.busyUntil = time;
    }
    schedule.at(
        time,
        () -> {
          if (subscriber.open && sentIn == generation) {
            subscriber.listener.onSignal(signal);
          }
        });
  }

  /// The broker as one node sees it: when the node dies its subscriptions end.
  final class View implements Broker {
    private final List<Subscriber> mine = new ArrayList<>();
    private boolean dead;

    void die() {
      dead = true;
      mine.forEach(Subscriber::close);
    }

    @Override
    public void publish(List<? extends Signal> signals) {
      SimBroker.this.publish(signals);
    }

    @Override
    public Subscription subscribe(StreamKey stream, Listener listener) {
      Subscriber subscriber = SimBroker.this.open(stream, listener);
      mine.add(subscriber);
      subscriber.open &= !dead;
      return subscriber;
    }
  }

  private Subscriber open(StreamKey stream, Broker.Listener listener) {
    schedule.block(5);
    Subscriber subscriber = new Subscriber(listener);
    if (flaw == Flaw.FILL_BEFORE_SUBSCRIBE) {
      schedule.after(schedule.upToMillis(100), () -> add(stream, subscriber));
    } else {
      add(stream, subscriber);
    }
    schedule.block(5);
    return subscriber;
  }

  private void add(StreamKey stream, Subscriber subscriber) {
    subscribers.computeIfAbsent(stream, key -> new ArrayList<>()).add(subscriber);
  }
}
