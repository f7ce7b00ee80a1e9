package dev.parley.gateway.hub;

import dev.parley.gateway.MemoryDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// A gateway with one loop.
final class SimNode {
  final SimLoop loop;
  final Hub hub;
  private final SimBroker.View broker;

  SimNode(SimWorld world, MeterRegistry meters) {
    SimSchedule schedule = world.schedule;
    loop = new SimLoop(schedule);
    broker = world.broker.new View();
    HubServices services =
        new HubServices(
            broker,
            world.truth,
            new ResumeTokens(new byte[32], schedule.clock(), Duration.ofMinutes(10)),
            new RtmServices(new MemoryDesk(), new LastAnswers(schedule.clock())),
            task -> schedule.after(schedule.upToMillis(5), task),
            "simulation",
            30);
    Flaw flaw = world.flaw;
    hub =
        new Hub(
            loop,
            services,
            config(world),
            SimQueue.Texts::new,
            new GatewayMetrics(meters),
            flaw::stream);
    hub.start();
  }

  private static HubConfig config(SimWorld world) {
    return new HubConfig(
        new HubConfig.Rings(8, 4_096, world.bytesOfAllRings),
        new HubConfig.Replay(30, 1 << 16, 60),
        new HubConfig.ReplayAllowance(400, 200),
        Duration.ofMillis(50),
        Duration.ofSeconds(2),
        2,
        2);
  }

  /// Dies without a word to anybody.
  void die() {
    broker.die();
    loop.die();
  }
}
