package dev.parley.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.ThreadMarkerView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.LargeWorkspace;
import dev.parley.testkit.LargeWorkspace.Size;
import dev.parley.testkit.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The threads of somebody who follows many of them, in channels where much more is said.
final class FollowedThreadsTest extends AcmeTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int FOLLOWED = 1_300;
  private static final int LIMIT = 50;

  private final LargeWorkspace large;

  FollowedThreadsTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    large = new LargeWorkspace(acme, alice, new Size(1_000, 500, 200, 5, 100_000));
  }

  @BeforeAll
  void fill() throws Exception {
    large.fill(core.address, core.keys.of(acme));
  }

  private List<MessageTs> roots(int limit) {
    return core.tenants.read(acme, h -> ThreadReader.mine(h, acme, alice, limit)).stream()
        .map(ThreadMarkerView::root)
        .toList();
  }

  @Test
  void thoseWithTheNewestRepliesComeFirst() {
    List<MessageTs> newest = roots(LIMIT);
    List<MessageTs> all = roots(2 * FOLLOWED);

    assertThat(all).hasSizeGreaterThan(FOLLOWED);
    assertThat(all.subList(0, LIMIT)).isEqualTo(newest);
    assertThat(newest).hasSize(LIMIT);
  }

  /// As a plain join the statement may be carried out by reading all messages, which the database
  /// chooses where it expects few threads. Here it prefers that to each look-up.
  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void ofEachThreadItsRootIsReadAndNothingElseWhateverTheDatabasePrefers(String lookUps)
      throws Exception {
    String plan =
        core.tenants.snapshot(
            acme,
            handle -> {
              handle.execute("set local enable_nestloop = " + lookUps);
              return handle
                  .createQuery("explain (analyze, format json) " + ThreadReader.SELECT_MINE)
                  .bind("workspace", acme.value())
                  .bind("user", alice.value())
                  .bind("limit", LIMIT)
                  .mapTo(String.class)
                  .one();
            });

    assertThat(messagesRead(JSON.readTree(plan).get(0).get("Plan")))
        .isBetween(1.0 * FOLLOWED, 2.0 * FOLLOWED);
  }

  /// How many rows of messages a part of a plan has looked at.
  private static double messagesRead(JsonNode part) {
    double read = 0;
    if (part.path("Relation Name").asText().equals("message")) {
      double rows =
          part.path("Actual Rows").asDouble() + part.path("Rows Removed by Filter").asDouble();
      read += rows * part.path("Actual Loops").asDouble();
    }
    for (JsonNode below : part.path("Plans")) {
      read += messagesRead(below);
    }
    return read;
  }
}
