package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A page of somebody that stays open: it starts from one snapshot and goes by what it hears, and
/// when its line was cut, by what is repeated from its positions.
final class CountsDevice {
  final StoryClient who;
  private final LawPage page;
  private StoryClient.Socket socket;
  private boolean isCut;

  CountsDevice(StoryClient who) throws Exception {
    this.who = who;
    socket = who.connect();
    var _ = socket.resume(Map.of());
    page = new LawPage(snapshot());
  }

  private ObjectNode snapshot() throws Exception {
    ObjectNode snapshot = WireSamples.JSON.createObjectNode();
    var _ = snapshot.set("boot", who.ok("client.boot", Map.of()));
    JsonNode threads = who.ok("client.threads.list", Map.of("limit", "200")).path("threads");
    var _ = snapshot.set("threads", threads);
    return snapshot;
  }

  boolean isCut() {
    return isCut;
  }

  void cut() {
    socket.close();
    isCut = true;
  }

  /// Comes back and takes what is repeated; what it learns to have joined is asked for again.
  void comeBack() throws Exception {
    socket = who.connect();
    isCut = false;
    Map<String, Long> named = new HashMap<>(page.positions());
    while (!named.isEmpty()) {
      List<JsonNode> heard = socket.resume(named);
      heard.forEach(page::apply);
      Map<String, Long> missing = new HashMap<>();
      for (Map.Entry<String, JsonNode> head : heard.getLast().path("streams").properties()) {
        Long held = page.positions().get(head.getKey());
        if (held == null) {
          throw new AssertionError(head + " of which nothing was told");
        }
        if (held < head.getValue().asLong()) {
          missing.put(head.getKey(), held);
        }
      }
      if (missing.equals(named)) {
        throw new AssertionError("asked in vain for " + missing);
      }
      named = missing;
    }
  }

  /// Hears everything up to now and tells what it shows otherwise than a new page would.
  String settle() throws Exception {
    LawPage fresh = new LawPage(snapshot());
    while (!page.reaches(fresh.positions())) {
      page.apply(socket.next());
    }
    return LawFixture.difference(shown(page), shown(fresh));
  }

  private String shown(LawPage of) {
    JsonNode state = of.state(page);
    return LawFixture.text(((ObjectNode) state).retain("positions", "conversations", "threads"));
  }

  LawPage page() {
    return page;
  }
}
