package dev.parley.bench;

import dev.parley.api.Admission;
import dev.parley.api.ApiAnswer;
import dev.parley.api.ApiRequest;
import dev.parley.api.Client;
import dev.parley.api.Gate;
import dev.parley.api.MemoryRateLimiter;
import dev.parley.api.MethodRegistry;
import dev.parley.api.RawArguments;
import dev.parley.api.method.HistoryMethods;
import dev.parley.bench.BenchWorld.Room;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Credentials;
import dev.parley.core.access.Principal;
import dev.parley.core.access.Role;
import dev.parley.core.message.Mentions;
import dev.parley.core.message.Post;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import dev.parley.protocol.view.MessageContent;
import dev.parley.storage.DirectoryDatabase;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// A page of 50 messages by `conversations.history`, from the gate to the bytes of the answer, in
/// process and by one caller, against a bare statement that reads the same rows past row-level
/// security and opens none; rounds of both in turn.
public final class HistoryBench {
  private static final int WORKSPACES = 64;
  private static final int CHANNELS = 1_000;
  private static final int MESSAGES = Integer.getInteger("messages", 120);
  private static final int PAGE = 50;
  private static final int PAGES = Integer.getInteger("pages", 4_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 7);
  private static final int WARM_UP = 5;

  /// What a page is made of.
  private static final String ROWS =
      """
      select ts, thread_ts, related_user, reply_no, reply_count, reply_users_count, reply_users,
             latest_reply, user_id, message_no, subtype, client_msg_id, body, revision, edited_ts,
             edited_by, deleted_ts, reaction_count
        from message
       where workspace_id = ? and channel_id = ? and ts > 0 and ts < 9999999999999999
         and deleted_ts is null and (thread_ts is null or thread_ts = ts)
       order by ts desc limit 51
      """;

  private HistoryBench() {}

  /// Reads one page of a channel.
  @FunctionalInterface
  private interface Reader {
    void read(Room room) throws SQLException;
  }

  /// The time and the processor time of each round, in microseconds a page.
  private record Figures(double[] wall, double[] cpu) {
    Figures() {
      this(new double[ROUNDS], new double[ROUNDS]);
    }
  }

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("parley-bench-");
    try (TestPostgres.Cluster cluster = TestPostgres.durable(data);
        CoreFixture node = CoreFixture.start(cluster);
        Connection connection =
            DriverManager.getConnection(
                node.address.jdbcUrl() + "?currentSchema=parley&prepareThreshold=2",
                node.address.user(),
                node.address.password());
        PreparedStatement statement = connection.prepareStatement(ROWS)) {
      List<Room> rooms = BenchWorld.create(node, WORKSPACES, CHANNELS, 2).rooms();
      post(node, rooms);
      Gate gate = gate(node, rooms);
      long database = cluster.postgres().pid();
      Figures ours = new Figures();
      Figures bare = new Figures();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        measure(round, bare, database, rooms, room -> readRows(statement, room));
        measure(round, ours, database, rooms, room -> call(gate, room));
      }
      print("history", ours);
      print("bare   ", bare);
      Rounds ratio = new Rounds(bare.wall()).over(new Rounds(ours.wall()));
      Rounds cpu = new Rounds(bare.cpu()).over(new Rounds(ours.cpu()));
      System.out.println("ratio   " + ratio.text(2) + ", of processor time " + cpu.text(2));
    }
    System.exit(0);
  }

  private static void print(String title, Figures figures) {
    System.out.println(
        title
            + " us a page "
            + new Rounds(figures.wall()).text(0)
            + ", processor of server and database "
            + new Rounds(figures.cpu()).text(0));
  }

  private static void post(CoreFixture node, List<Room> rooms) {
    for (int i = 0; i < MESSAGES; i++) {
      List<CompletableFuture<?>> posted = new ArrayList<>();
      for (Room room : rooms) {
        posted.add(
            node.commits.submit(
                Post.topLevel(
                    room.workspace(),
                    room.channel(),
                    room.members().getFirst(),
                    UUID.randomUUID(),
                    MessageContent.text(BareWriter.TEXT),
                    Mentions.NONE)));
      }
      posted.forEach(CompletableFuture::join);
    }
  }

  /// A gate over the one method, with each workspace's first member by its number as the token.
  private static Gate gate(CoreFixture node, List<Room> rooms) {
    Map<String, Principal> people = new HashMap<>();
    for (Room room : rooms) {
      Credential token = new Credential.Token(1, Set.of("channels:history"));
      Actor actor =
          new Actor(room.workspace(), room.members().getFirst(), Role.MEMBER, false, token);
      people.put(room.workspace().toString(), new Principal(actor, Principal.NEVER));
    }
    Credentials credentials =
        new Credentials() {
          @Override
          public Optional<CloseCode> endOf(WorkspaceId workspace, long id) {
            return Optional.empty();
          }

          @Override
          public Principal byToken(String token) {
            return Objects.requireNonNull(people.get(token));
          }

          @Override
          public Principal bySession(WorkspaceId workspace, String cookie) {
            throw new UnsupportedOperationException();
          }
        };
    return new Gate(
        new MethodRegistry(
            new HistoryMethods(
                    node.tenants,
                    node.channels,
                    node.messageReader,
                    new WorkspaceService(new DirectoryDatabase(node.databases)))
                .all()),
        credentials,
        new MemoryRateLimiter(1_000_000),
        new Admission(8, 8),
        node.meters);
  }

  private static void call(Gate gate, Room room) {
    byte[] body =
        ("{\"channel\":\"" + room.channel() + "\",\"limit\":" + PAGE + "}")
            .getBytes(StandardCharsets.UTF_8);
    ApiAnswer answer =
        gate.handle(
            new ApiRequest(
                "conversations.history",
                new RawArguments(true, null, "application/json", body),
                "Bearer " + room.workspace(),
                null,
                new Client("127.0.0.1", "bench", "http://localhost", Map.of())));
    if (answer.status() != 200 || answer.body().length < PAGE * BareWriter.TEXT.length()) {
      throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
    }
  }

  private static void readRows(PreparedStatement statement, Room room) throws SQLException {
    statement.setLong(1, room.workspace().value());
    statement.setLong(2, room.channel().value());
    int rows = 0;
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows += row.getLong(1) > 0 && row.getLong(9) > 0 && row.getBytes(13).length > 0 ? 1 : 0;
      }
    }
    if (rows != PAGE + 1) {
      throw new IllegalStateException("rows: " + rows);
    }
  }

  private static void measure(
      int round, Figures figures, long database, List<Room> rooms, Reader reader) throws Exception {
    Random random = new Random(round);
    double cpu = processors(database);
    long start = System.nanoTime();
    for (int i = 0; i < PAGES; i++) {
      reader.read(rooms.get(random.nextInt(rooms.size())));
    }
    if (round >= 0) {
      figures.wall()[round] = (System.nanoTime() - start) / 1e3 / PAGES;
      figures.cpu()[round] = (processors(database) - cpu) * 1e6 / PAGES;
    }
  }

  private static double processors(long database) throws Exception {
    return ProcessorTime.of(ProcessHandle.current().pid()) + ProcessorTime.ofFamily(database);
  }
}
