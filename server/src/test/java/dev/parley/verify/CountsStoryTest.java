package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.storage.DatabaseAddress;
import dev.parley.verify.LawScene.Call;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Badges on three devices while three people do all that counts, several things at once.
/// `-Dparley.counts.seed=N` for another course of things, `-Dparley.counts.actions=N` for a longer
/// one.
@Tag("story")
@ExtendWith(StoryServer.class)
final class CountsStoryTest {
  private static final long SEED = Long.getLong("parley.counts.seed", 1);
  private static final int ACTIONS = Integer.getInteger("parley.counts.actions", 1_000);
  private static final int ROUND = 25;
  private static final int AT_ONCE = 3;

  /// What somebody else may just have made impossible.
  private static final Set<String> LATE =
      Set.of(
          "already_in_channel",
          "cannot_reply_to_message",
          "cant_delete_message",
          "cant_update_message",
          "channel_not_found",
          "message_not_found",
          "not_in_channel",
          "thread_not_found");

  /// Unread messages and mentions of somebody in a channel, message by message.
  private static final String RECOUNT =
      """
      select (select count(*) from message t
               where t.workspace_id = m.workspace_id and t.channel_id = m.channel_id
                 and t.message_no > m.read_no and t.deleted_ts is null),
             (select count(*) from mention x
                join message t on t.workspace_id = x.workspace_id and t.channel_id = x.channel_id
                     and t.ts = x.ts
               where x.workspace_id = m.workspace_id and x.channel_id = m.channel_id
                 and x.user_id in (m.user_id, 0) and x.thread_ts is null and x.ts > m.read_ts
                 and t.deleted_ts is null and not (x.user_id = 0 and t.user_id = m.user_id))
        from membership m where m.channel_id = ? and m.user_id = ?
      """;

  private final ServerProcess server;
  private final Random random = new Random(SEED);
  private final List<String> rooms = new ArrayList<>();
  private final List<StoryClient> people = new ArrayList<>();

  /// A message that was posted once.
  private record Posted(String room, String ts, StoryClient author) {}

  private final List<Posted> posted = new ArrayList<>();

  CountsStoryTest(ServerProcess server) {
    this.server = server;
  }

  @Test
  void threeDevicesShowWhatTheDatabaseSaysHoweverTheWorldChanges() throws Exception {
    Company acme = new Company(server, "counting");
    people.addAll(List.of(acme.owner(), acme.person("bob"), acme.person("carol")));
    for (String name : List.of("one", "two", "three")) {
      rooms.add(people.getFirst().createChannel(name, false));
    }
    StoryClient owner = people.getFirst();
    var _ = owner.ok("conversations.invite", Map.of("channel", rooms.getFirst(), "users", all()));
    List<CountsDevice> devices =
        List.of(new CountsDevice(owner), new CountsDevice(owner), new CountsDevice(people.get(1)));
    try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int done = 0; done < ACTIONS; done += ROUND) {
        doAtOnce(hands);
        mayCut(devices.get(1));
        compare(devices, done + ROUND);
      }
    }
    if (devices.get(1).isCut()) {
      devices.get(1).comeBack();
    }
    compare(devices, ACTIONS);
    for (CountsDevice device : devices) {
      recount(device);
      device.cut();
    }
  }

  private String all() {
    return people.get(1).id + "," + people.get(2).id;
  }

  private void mayCut(CountsDevice device) throws Exception {
    if (device.isCut()) {
      device.comeBack();
    } else if (random.nextInt(4) == 0) {
      device.cut();
    }
  }

  private void compare(List<CountsDevice> devices, int done) throws Exception {
    for (CountsDevice device : devices) {
      if (!device.isCut()) {
        assertThat(device.settle()).as("after %d actions, seed %d", done, SEED).isEmpty();
      }
    }
  }

  private void doAtOnce(ExecutorService hands) throws Exception {
    List<Future<JsonNode>> answers = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < ROUND; i++) {
      Call call = any();
      calls.add(call);
      answers.add(hands.submit(() -> answer(call)));
    }
    for (int i = 0; i < ROUND; i++) {
      JsonNode answer = answers.get(i).get();
      Call call = calls.get(i);
      if (answer.path("ok").asBoolean() && call.method().equals("chat.postMessage")) {
        String room = call.arguments().getOrDefault("channel", "");
        posted.add(new Posted(room, answer.path("ts").asText(), call.caller()));
      } else if (!answer.path("ok").asBoolean()) {
        assertThat(answer.path("error").asText()).as("%s, seed %d", call, SEED).isIn(LATE);
      }
    }
  }

  private static JsonNode answer(Call call) throws Exception {
    String body = WireSamples.JSON.writeValueAsString(call.arguments());
    return WireSamples.json(
        call.caller().raw(call.method(), body).getBytes(StandardCharsets.UTF_8));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private Call any() {
    StoryClient who = pick(people);
    String room = pick(rooms);
    int dice = posted.isEmpty() ? 0 : random.nextInt(100);
    Posted about = posted.isEmpty() ? new Posted(room, "", who) : recent();
    if (dice < 30) {
      return Call.of(who, "chat.postMessage", "channel", room, "text", text());
    }
    if (dice < 45) {
      return reply(who, about);
    }
    if (dice < 55) {
      String[] it = {"channel", about.room, "ts", about.ts, "text", text()};
      return Call.of(about.author, "chat.update", it);
    }
    if (dice < 67) {
      return Call.of(about.author, "chat.delete", "channel", about.room, "ts", about.ts);
    }
    if (dice < 80) {
      return mark(who, about);
    }
    if (dice < 85) {
      String[] it = {"channel", about.room, "thread_ts", about.ts, "ts", about.ts};
      return Call.of(who, "client.threads.mark", it);
    }
    if (dice < 90) {
      String muted = Boolean.toString(random.nextBoolean());
      return Call.of(who, "client.conversations.mute", "channel", room, "muted", muted);
    }
    return dice < 97
        ? Call.of(who, "conversations.join", "channel", room)
        : Call.of(who, "conversations.leave", "channel", room);
  }

  private Posted recent() {
    int newest = posted.size();
    return posted.get(newest - 1 - random.nextInt(Math.min(newest, 12)));
  }

  private Call reply(StoryClient who, Posted root) {
    String broadcast = Boolean.toString(random.nextInt(3) == 0);
    String[] it = {"channel", root.room, "thread_ts", root.ts, "reply_broadcast", broadcast};
    Call call = Call.of(who, "chat.postMessage", it);
    call.arguments().put("text", text());
    return call;
  }

  private Call mark(StoryClient who, Posted read) {
    String forward = Boolean.toString(random.nextInt(3) > 0);
    String[] it = {"channel", read.room, "ts", read.ts, "forward_only", forward};
    return Call.of(who, "conversations.mark", it);
  }

  private String text() {
    return switch (random.nextInt(6)) {
      case 0 -> "<!here> look";
      case 1 -> "<@" + pick(people).id + "> look";
      case 2 -> "<!channel> <@" + pick(people).id + "> look";
      default -> "look";
    };
  }

  private void recount(CountsDevice device) throws Exception {
    DatabaseAddress database = server.database();
    String url = database.jdbcUrl() + "?currentSchema=parley";
    try (Connection connection =
            DriverManager.getConnection(url, database.user(), database.password());
        PreparedStatement statement = connection.prepareStatement(RECOUNT)) {
      for (String room : rooms) {
        statement.setLong(1, ChannelId.parse(room).orElseThrow().value());
        statement.setLong(2, UserId.parse(device.who.id).orElseThrow().value());
        try (ResultSet row = statement.executeQuery()) {
          boolean isMember = row.next();
          assertThat(device.page().positions().containsKey(room)).isEqualTo(isMember);
          if (isMember) {
            LawCounts.Marker counts = device.page().counts(room);
            int unread = device.page().messageNumber(room) - counts.number() - counts.deleted();
            assertThat(List.of(unread, counts.mentions()))
                .as("unread and mentions in %s, seed %d", room, SEED)
                .containsExactly(row.getInt(1), row.getInt(2));
          }
        }
      }
    }
  }
}
