package dev.parley.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.load.LoadWorld.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/// One person who posts, edits and deletes, one thing at a time, until the time is over. Runs on a
/// virtual thread.
final class LoadSender implements Runnable {
  private final Person person;
  private final List<String> channels;
  private final LoadApi api;
  private final Ledger ledger;
  private final LoadOptions options;
  private final Findings findings;
  private final Random random;
  private final ConcurrentHistogram acknowledged;
  private final AtomicLong end;
  private final List<String[]> own = new ArrayList<>();

  /// What all senders of a run share.
  ///
  /// @param end when to stop, in terms of [System#nanoTime]; may come nearer meanwhile
  record Shared(
      LoadApi api,
      Ledger ledger,
      LoadOptions options,
      Findings findings,
      ConcurrentHistogram acknowledged,
      AtomicLong end) {}

  LoadSender(Person person, List<String> channels, Shared shared, long seed) {
    this.person = person;
    this.channels = channels;
    this.api = shared.api();
    this.ledger = shared.ledger();
    this.options = shared.options();
    this.findings = shared.findings();
    this.acknowledged = shared.acknowledged();
    this.end = shared.end();
    this.random = new Random(seed);
  }

  @Override
  public void run() {
    long interval = options.rate() == 0 ? 0 : 1_000_000_000L * options.senders() / options.rate();
    long intended = System.nanoTime() + (interval == 0 ? 0 : random.nextLong(interval));
    try {
      while (intended < end.get() && System.nanoTime() < end.get()) {
        LockSupport.parkNanos(intended - System.nanoTime());
        post(interval == 0 ? System.nanoTime() : intended);
        intended = interval == 0 ? System.nanoTime() : intended + interval;
      }
    } catch (IllegalStateException e) {
      findings.add("sender " + person.id() + " gave up: " + e.getMessage());
    }
  }

  private void post(long intendedNanos) {
    String channel = channels.get(random.nextInt(channels.size()));
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    String text = "load " + id + " " + intendedNanos;
    JsonNode answer =
        api.call(
            person.token(),
            "chat.postMessage",
            Map.of("channel", channel, "text", text, "client_msg_id", id));
    if (!answer.path("ok").asBoolean()) {
      findings.add("post refused: " + answer.path("error").asText());
      return;
    }
    acknowledged.recordValue(Math.max(0, System.nanoTime() - intendedNanos));
    String ts = answer.path("ts").asText();
    if (!ledger.posted(channel, ts, text)) {
      findings.add("two posts have the ts " + ts + " in " + channel);
    }
    own.add(new String[] {channel, ts});
    if (random.nextInt(100) < options.editPercent()) {
      edit(own.get(random.nextInt(own.size())));
    }
    if (random.nextInt(100) < options.deletePercent()) {
      delete(own.remove(random.nextInt(own.size())));
    }
  }

  private void edit(String[] message) {
    String text = "load edited " + random.nextLong();
    JsonNode answer =
        api.call(
            person.token(),
            "chat.update",
            Map.of("channel", message[0], "ts", message[1], "text", text));
    if (answer.path("ok").asBoolean()) {
      ledger.edited(message[0], message[1], text);
    } else {
      findings.add("edit refused: " + answer.path("error").asText());
    }
  }

  private void delete(String[] message) {
    JsonNode answer =
        api.call(person.token(), "chat.delete", Map.of("channel", message[0], "ts", message[1]));
    String error = answer.path("error").asText();
    if (answer.path("ok").asBoolean() || error.equals("message_not_found")) {
      ledger.deleted(message[0], message[1]);
    } else {
      findings.add("delete refused: " + error);
    }
  }
}
