package dev.parley.bench;

import dev.parley.bench.BenchWorld.Room;
import dev.parley.core.message.Mentions;
import dev.parley.core.message.Post;
import dev.parley.protocol.view.MessageContent;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// Durable posts handed to the commit loop in process, against [BareWriter] in the same run: 1,000
/// channels in 64 workspaces, rounds of both in turn.
public final class WriterBench {
  private static final int WORKSPACES = 64;
  private static final int CHANNELS = 1_000;
  private static final int POSTS = 40_000;
  private static final int ROUNDS = Integer.getInteger("rounds", 7);
  private static final int IN_FLIGHT = Integer.getInteger("inflight", 1_024);

  private WriterBench() {}

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("parley-bench-");
    try (TestPostgres.Cluster cluster = TestPostgres.durable(data);
        CoreFixture node = CoreFixture.start(cluster);
        CoreFixture limit = CoreFixture.start(cluster)) {
      List<Room> rooms = BenchWorld.create(node, WORKSPACES, CHANNELS, 2).rooms();
      List<Room> limitRooms = BenchWorld.create(limit, WORKSPACES, CHANNELS, 2).rooms();
      limit.relay.close();
      double[] loop = new double[ROUNDS];
      double[] bare = new double[ROUNDS];
      Random random = new Random(1);
      try (BareWriter writer = new BareWriter(limit)) {
        for (int round = -2; round < ROUNDS; round++) {
          double bareRate = writer.rate(limitRooms, POSTS, random);
          double loopRate = loop(node, rooms, random);
          if (round >= 0) {
            bare[round] = bareRate;
            loop[round] = loopRate;
          }
        }
      }
      node.meters
          .getMeters()
          .forEach(meter -> System.out.println(meter.getId().getName() + " " + meter.measure()));
      Rounds loopRounds = new Rounds(loop);
      Rounds bareRounds = new Rounds(bare);
      System.out.println("commit loop  posts/s  " + loopRounds.text(0));
      System.out.println("bare loop    posts/s  " + bareRounds.text(0));
      System.out.println("ratio                 " + loopRounds.over(bareRounds).text(2));
    }
    System.exit(0);
  }

  private static double loop(CoreFixture node, List<Room> rooms, Random random) throws Exception {
    Semaphore inFlight = new Semaphore(IN_FLIGHT);
    CountDownLatch done = new CountDownLatch(POSTS);
    long start = System.nanoTime();
    for (int i = 0; i < POSTS; i++) {
      Room room = rooms.get(random.nextInt(rooms.size()));
      inFlight.acquire();
      var _ =
          node.commits
              .submit(
                  Post.topLevel(
                      room.workspace(),
                      room.channel(),
                      room.members().getFirst(),
                      UUID.randomUUID(),
                      MessageContent.text(BareWriter.TEXT),
                      Mentions.NONE))
              .whenComplete(
                  (_, failure) -> {
                    if (failure != null) {
                      failure.printStackTrace();
                    }
                    inFlight.release();
                    done.countDown();
                  });
    }
    done.await();
    return POSTS / ((System.nanoTime() - start) / 1e9);
  }
}
