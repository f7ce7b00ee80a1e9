package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of a server while it posts what was scheduled.
@Tag("kill")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class ScheduleKillTest {
  private static final int CHANNELS = 10;
  private static final int MESSAGES = 30;
  private static final int PEOPLE = 10;
  private static final int REMINDERS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path data = Path.of("");

  @Test
  void whatWasScheduledIsPostedOnceThoughTheServerIsKilledMeanwhile() throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      StoryClient alice = new Company(server, "late-co").owner();
      List<String> channels = new ArrayList<>();
      for (int i = 0; i < CHANNELS; i++) {
        channels.add(alice.createChannel("late-" + i, false));
      }
      long due = System.currentTimeMillis() / 1_000 + 12;
      for (int i = 0; i < MESSAGES; i++) {
        for (String channel : channels) {
          var _ =
              alice.ok(
                  "chat.scheduleMessage",
                  Map.of("channel", channel, "text", channel + i, "post_at", due));
        }
      }
      assertThat(System.currentTimeMillis() / 1_000).isLessThan(due);

      await(() -> !texts(alice, channels.getFirst()).isEmpty());
      server.kill();
      long killed = System.currentTimeMillis() * 1_000;
      server.restart();
      await(() -> waiting(alice) == 0 && posted(alice, channels) >= CHANNELS * MESSAGES);

      int before = 0;
      for (String channel : channels) {
        before += saidBefore(killed, alice, channel);
      }
      assertThat(before).isLessThan(CHANNELS * MESSAGES);
      for (String channel : channels) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
          expected.add(channel + i);
        }
        assertThat(texts(alice, channel)).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @Test
  void whatPeopleAreRemindedOfIsToldOnceThoughTheServerIsKilledMeanwhile() throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      Company company = new Company(server, "remind-co");
      List<StoryClient> people = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        people.add(company.person("person" + i));
      }
      long due = System.currentTimeMillis() / 1_000 + 12;
      for (int i = 0; i < REMINDERS; i++) {
        for (StoryClient person : people) {
          var _ = person.ok("reminders.add", Map.of("text", "no. " + i, "time", due));
        }
      }
      assertThat(System.currentTimeMillis() / 1_000).isLessThan(due);

      await(() -> !toldTo(people.getFirst()).isEmpty());
      server.kill();
      long killed = System.currentTimeMillis() * 1_000;
      server.restart();
      await(() -> told(people) >= PEOPLE * REMINDERS);
      String last = company.owner().createChannel("afterwards", false);
      long probe = System.currentTimeMillis() / 1_000 + 2;
      var _ =
          company
              .owner()
              .ok("chat.scheduleMessage", Map.of("channel", last, "text", "x", "post_at", probe));
      await(() -> !texts(company.owner(), last).isEmpty());

      int before = 0;
      for (StoryClient person : people) {
        for (String channel : directMessages(person)) {
          before += saidBefore(killed, person, channel);
        }
      }
      assertThat(before).isLessThan(PEOPLE * REMINDERS);
      List<String> expected =
          IntStream.range(0, REMINDERS).mapToObj(i -> "Reminder: no. " + i).toList();
      for (StoryClient person : people) {
        assertThat(toldTo(person)).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  private static int told(List<StoryClient> people) throws Exception {
    int told = 0;
    for (StoryClient person : people) {
      told += toldTo(person).size();
    }
    return told;
  }

  private static List<String> toldTo(StoryClient person) throws IOException, InterruptedException {
    List<String> told = new ArrayList<>();
    for (String channel : directMessages(person)) {
      told.addAll(texts(person, channel));
    }
    return told;
  }

  private static List<String> directMessages(StoryClient person)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    person
        .ok("conversations.list", Map.of("types", "im"))
        .path("channels")
        .forEach(channel -> ids.add(channel.path("id").asText()));
    return ids;
  }

  private static void await(Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static int posted(StoryClient reader, List<String> channels) throws Exception {
    int posted = 0;
    for (String channel : channels) {
      posted += texts(reader, channel).size();
    }
    return posted;
  }

  private static int waiting(StoryClient author) throws Exception {
    return author.ok("chat.scheduledMessages.list", Map.of()).path("scheduled_messages").size();
  }

  private static List<String> texts(StoryClient reader, String channel)
      throws IOException, InterruptedException {
    return said(reader, channel).stream().map(message -> message.path("text").asText()).toList();
  }

  /// How many messages of a channel are older than a time in microseconds.
  private static int saidBefore(long micros, StoryClient reader, String channel)
      throws IOException, InterruptedException {
    return (int)
        said(reader, channel).stream()
            .map(message -> message.path("ts").asText().replace(".", ""))
            .filter(ts -> Long.parseLong(ts) < micros)
            .count();
  }

  private static List<JsonNode> said(StoryClient reader, String channel)
      throws IOException, InterruptedException {
    List<JsonNode> said = new ArrayList<>();
    reader
        .ok("conversations.history", Map.of("channel", channel))
        .path("messages")
        .forEach(said::add);
    said.removeIf(message -> message.has("subtype"));
    return said;
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }
}
