package dev.parley.bench.fanout;

import dev.parley.bench.NativeProgram;
import dev.parley.bench.ProcessorTime;
import dev.parley.bench.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// One event to many connections of one gateway, in turn with a bare loop that writes frames of the
/// same size to as many connections; then the same in bursts. Time is from publishing until the
/// last client has the last frame.
public final class FanoutBench {
  private static final int CONNECTIONS = Integer.getInteger("connections", 10_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 7);
  private static final int EVENTS = Integer.getInteger("events", 20);
  private static final int TEXT_BYTES = Integer.getInteger("text", 70);
  private static final int BURST = 10;
  private static final int WARM_UP = 400;
  private static final long FIRST_USER = 400;

  private FanoutBench() {}

  /// One side of the comparison: how to send, whose processor time counts.
  private record Side(Sender sender, NativeProgram clients, long pid) {}

  @FunctionalInterface
  private interface Sender {
    void send(int burst) throws IOException;
  }

  public static void main(String[] args) throws Exception {
    Path clients = NativeProgram.compile("clients");
    Path bare = NativeProgram.compile("bare");
    long start = System.nanoTime();
    byte[] event = BenchGateway.event(TEXT_BYTES);
    int frameBytes = BenchGateway.frameBytes(event);
    try (BenchGateway gateway = new BenchGateway(1);
        NativeProgram ours =
            NativeProgram.start(clients, gateway.port, CONNECTIONS, FIRST_USER, 1, "ws");
        NativeProgram loop = NativeProgram.start(bare, CONNECTIONS);
        NativeProgram theirs =
            NativeProgram.start(clients, loop.read(), CONNECTIONS, 0, 1, "raw")) {
      ours.expect("ready");
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d handshakes with resume: %.0f/s, client on the same machine%n",
          CONNECTIONS,
          CONNECTIONS / seconds);
      loop.expect("ready");
      theirs.expect("ready");
      Side parley =
          new Side(burst -> gateway.publish(burst, event), ours, ProcessHandle.current().pid());
      Side limit =
          new Side(
              burst -> {
                loop.write(burst + " " + frameBytes);
                loop.expect("done");
              },
              theirs,
              loop.pid());
      compare("one at a time", parley, limit, 1);
      compare("bursts of " + BURST, parley, limit, BURST);
    }
  }

  private static void compare(String title, Side parley, Side limit, int burst) throws IOException {
    double[] ours = new double[ROUNDS];
    double[] bare = new double[ROUNDS];
    double[] oursCpu = new double[ROUNDS];
    double[] bareCpu = new double[ROUNDS];
    var _ = run(parley, burst, WARM_UP);
    var _ = run(limit, burst, WARM_UP / 4);
    for (int round = 0; round < ROUNDS; round++) {
      double[] limitCost = run(limit, burst, EVENTS);
      double[] parleyCost = run(parley, burst, EVENTS);
      bare[round] = limitCost[0];
      bareCpu[round] = limitCost[1];
      ours[round] = parleyCost[0];
      oursCpu[round] = parleyCost[1];
    }
    Rounds wall = new Rounds(bare).over(new Rounds(ours));
    Rounds cpu = new Rounds(bareCpu).over(new Rounds(oursCpu));
    System.out.printf(
        Locale.ROOT,
        "%s, %d connections, %d bytes of text, %d rounds, microseconds a frame:%n"
            + "  gateway %s, server's processor %s%n  bare    %s, server's processor %s%n"
            + "  ratio   %s, of processor time %s%n",
        title,
        CONNECTIONS,
        TEXT_BYTES,
        ROUNDS,
        new Rounds(ours).text(2),
        new Rounds(oursCpu).text(2),
        new Rounds(bare).text(2),
        new Rounds(bareCpu).text(2),
        wall.text(2),
        cpu.text(2));
  }

  /// Sends some bursts, each after the last was received. Answers microseconds a frame: by the
  /// clock, and of the server's processor time.
  private static double[] run(Side side, int burst, int times) throws IOException {
    double cpu = ProcessorTime.of(side.pid);
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      side.sender.send(burst);
      for (int frame = 0; frame < burst; frame++) {
        String line = side.clients.read();
        if (!line.startsWith("got ")) {
          throw new IOException("got \"" + line + "\"");
        }
      }
    }
    double frames = (double) times * burst * CONNECTIONS;
    double wall = (System.nanoTime() - start) / 1e3;
    double used = (ProcessorTime.of(side.pid) - cpu) * 1e6;
    return new double[] {wall / frames, used / frames};
  }
}
