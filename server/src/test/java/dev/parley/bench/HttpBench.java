package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.BenchWorld.Room;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Durable posts over HTTP by many people, one post at a time each, against [BareWriter] in the
/// same run: 1,000 channels in 64 workspaces, rounds of both in turn. Client, server and database
/// are processes of their own on one machine; the processor time of each is told apart.
public final class HttpBench {
  private static final int WORKSPACES = 64;
  private static final int CHANNELS = 1_000;
  private static final int SENDERS = Integer.getInteger("senders", 512);
  private static final int POSTS = Integer.getInteger("posts", 40_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final int WARM_UP = Integer.getInteger("warmup", 3);

  private HttpBench() {}

  /// What the rounds gave, a column each.
  private static final class Columns {
    private final List<double[]> rows = new ArrayList<>();

    Rounds column(int index) {
      return new Rounds(rows.stream().mapToDouble(row -> row[index]).toArray());
    }
  }

  public static void main(String[] args) throws Exception {
    Path program = NativeProgram.compile("posts");
    Path data = Files.createTempDirectory("parley-bench-");
    try (TestPostgres.Cluster cluster = TestPostgres.durable(data);
        CoreFixture limit = CoreFixture.start(cluster);
        BareWriter writer = new BareWriter(limit);
        ServerUnderTest server = new ServerUnderTest();
        NativeProgram client = NativeProgram.start(program, server.port, people(server))) {
      List<Room> rooms = BenchWorld.create(limit, WORKSPACES, CHANNELS, 2).rooms();
      limit.relay.close();
      client.expect("ready");
      Random random = new Random(1);
      Columns columns = new Columns();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        double bare = writer.rate(rooms, POSTS, random);
        double[] row = http(server, client, bare);
        System.out.printf(
            Locale.ROOT, "round %d: bare %.0f, http %.0f posts/s%n", round, bare, row[0]);
        if (round >= 0) {
          columns.rows.add(row);
        }
      }
      print(columns);
    }
    System.exit(0);
  }

  private static void print(Columns columns) {
    System.out.println("http       posts/s     " + columns.column(0).text(0));
    System.out.println("bare       posts/s     " + columns.column(1).text(0));
    System.out.println(
        "ratio                  " + columns.column(0).over(columns.column(1)).text(2));
    System.out.println("client     us a post   " + columns.column(2).text(1));
    System.out.println("server     us a post   " + columns.column(3).text(1));
    System.out.println("database   us a post   " + columns.column(4).text(1));
    System.out.println("answer     ms, median  " + columns.column(5).text(1));
    System.out.println("answer     ms, p99     " + columns.column(6).text(1));
  }

  /// Writes a line for each sender: token and channels.
  private static Path people(ServerUnderTest server) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int w = 0; w < WORKSPACES; w++) {
      String slug = "bench-" + w;
      var _ =
          server.operator(
              "workspace.create",
              Map.of("name", slug, "slug", slug, "owner_email", "owner@" + slug + ".test"));
      List<JsonNode> users =
          server.operator(
              "user.create",
              Map.of("workspace", slug, "count", Math.max(2, SENDERS / WORKSPACES), "prefix", "p"));
      StringBuilder channels = new StringBuilder();
      for (int c = w; c < CHANNELS; c += WORKSPACES) {
        JsonNode channel =
            server
                .operator(
                    "channel.create",
                    Map.of("workspace", slug, "name", "bench-" + c, "add_all", true))
                .getFirst();
        channels.append(' ').append(channel.path("channel_id").asText());
      }
      users.forEach(user -> lines.add(user.path("token").asText() + channels));
    }
    return Files.write(Files.createTempFile("parley-bench-", ".people"), lines.subList(0, SENDERS));
  }

  private static double[] http(ServerUnderTest server, NativeProgram client, double bare)
      throws IOException {
    double[] before = processors(server, client);
    client.write(Integer.toString(POSTS));
    String[] answer = client.read().split(" ", -1);
    double[] after = processors(server, client);
    if (!answer[3].equals("0")) {
      throw new IOException(answer[3] + " posts failed");
    }
    double[] row = new double[7];
    row[0] = POSTS / Double.parseDouble(answer[0]);
    row[1] = bare;
    for (int i = 0; i < before.length; i++) {
      row[2 + i] = (after[i] - before[i]) * 1e6 / POSTS;
    }
    row[5] = Double.parseDouble(answer[1]);
    row[6] = Double.parseDouble(answer[2]);
    return row;
  }

  private static double[] processors(ServerUnderTest server, NativeProgram client)
      throws IOException {
    return new double[] {
      ProcessorTime.of(client.pid()), server.seconds(), server.databaseSeconds()
    };
  }
}
