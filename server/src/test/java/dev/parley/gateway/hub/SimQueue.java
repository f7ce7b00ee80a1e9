package dev.parley.gateway.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.protocol.CloseCode;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The send queue and the wire of one simulated connection: small, and as fast as its client reads.
final class SimQueue implements Outbound {
  private static final int FULL = 12;
  private static final int HARD = 60;

  /// Frames of text; the hub's encoder in the simulation.
  record Texts(List<byte[]> texts) implements Frame {
    @Override
    public void close() {}
  }

  private final SimWorld world;
  private final SimLoop loop;
  private final SimClient client;
  private final ArrayDeque<String> frames = new ArrayDeque<>();
  private @Nullable Connection connection;
  private long arrivesAt;
  private boolean stalled;
  private boolean delivering;
  private boolean full;
  private boolean closing;
  private boolean dead;

  SimQueue(SimWorld world, SimLoop loop, SimClient client) {
    this.world = world;
    this.loop = loop;
    this.client = client;
  }

  /// The client stops or goes on reading.
  void setStalled(boolean now) {
    stalled = now;
    deliverLater();
  }

  /// The connection breaks; the hub hears of it a little later.
  void kill() {
    if (!dead) {
      dead = true;
      loop.execute(
          () -> {
            Connection open = connection;
            if (open != null) {
              open.closed();
            }
          });
    }
  }

  boolean isDead() {
    return dead;
  }

  void open(Hub hub) {
    if (!dead) {
      connection = hub.open(SimWorld.ACME, client.id, 7, this);
    }
  }

  /// Runs something with the connection on its loop, in a while.
  void onLoop(java.util.function.Consumer<Connection> action) {
    arrivesAt = Math.max(arrivesAt, world.schedule.micros() + world.schedule.upToMillis(10));
    world.schedule.at(
        arrivesAt,
        () ->
            loop.execute(
                () -> {
                  Connection open = connection;
                  if (open != null && !dead) {
                    action.accept(open);
                  }
                }));
  }

  @Override
  public boolean offer(Frame frame, boolean alone) {
    if (closing || dead) {
      return true;
    }
    if (full || frames.size() >= FULL) {
      full = true;
      return false;
    }
    Connection open = connection;
    for (byte[] text : ((Texts) frame).texts()) {
      if (open != null) {
        world.checkText(new String(text, UTF_8), open.hub);
      }
    }
    add(frame);
    return true;
  }

  @Override
  public void send(Frame frame) {
    if (frames.size() > HARD) {
      close(CloseCode.SLOW_READER.code());
    } else if (!closing && !dead) {
      add(frame);
    }
  }

  @Override
  public void sendEphemeral(Frame frame) {
    if (!closing && !dead && frames.size() < FULL / 2) {
      add(frame);
    }
  }

  @Override
  public void close(int code) {
    if (!closing) {
      closing = true;
      world.schedule.after(
          world.schedule.upToMillis(50),
          () -> {
            kill();
            client.onClosed(this);
          });
    }
  }

  private void add(Frame frame) {
    ((Texts) frame).texts().forEach(text -> frames.add(new String(text, UTF_8)));
    deliverLater();
  }

  private void deliverLater() {
    if (!delivering && !stalled && !dead && !frames.isEmpty()) {
      delivering = true;
      world.schedule.after(world.schedule.upToMillis(3), this::deliver);
    }
  }

  private void deliver() {
    delivering = false;
    if (dead || stalled || frames.isEmpty()) {
      return;
    }
    client.onFrame(this, frames.remove());
    if (full && frames.size() < FULL / 2) {
      full = false;
      onLoop(Connection::drained);
    }
    deliverLater();
  }
}
