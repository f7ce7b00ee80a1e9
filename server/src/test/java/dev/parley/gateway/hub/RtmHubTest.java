package dev.parley.gateway.hub;

import static dev.parley.gateway.hub.HubFixture.ALICE;
import static dev.parley.gateway.hub.HubFixture.ALICES;
import static dev.parley.gateway.hub.HubFixture.BOB;
import static dev.parley.gateway.hub.HubFixture.GENERAL;
import static dev.parley.gateway.hub.HubFixture.RANDOM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fanout.Publication.Grant;
import dev.parley.fanout.Signal;
import dev.parley.gateway.rtm.RtmFrameCodec;
import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.kernel.StreamKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Alice's bot speaks RTM, Bob's page its own protocol, to one hub.
class RtmHubTest {
  private static final String HI = message("hi", "");
  private final HubFixture world = new HubFixture();

  @BeforeEach
  void bothAreInGeneral() {
    world.truth.grant(ALICES, GENERAL.stream());
    world.truth.grant(StreamKey.of(HubFixture.ACME, BOB), GENERAL.stream());
  }

  @Test
  void helloComesFirstAndEventsFollowAsSlackWritesThem() {
    Bot bot = open(new RtmOptions(true, false));

    post(GENERAL, HI);

    assertThat(bot.take().getFirst()).startsWith("{\"type\":\"hello\"");
    post(GENERAL, HI);
    assertThat(bot.take())
        .singleElement()
        .asString()
        .contains("\"type\":\"message\"", "\"text\":\"hi\"", "\"channel_type\":\"channel\"")
        .doesNotContain("stream", "offset", "number");
  }

  @Test
  void anEventIsEncodedOnceForEachOfTheTwoWaysToSpeak() {
    List<Bot> bots = List.of(open(new RtmOptions(true, false)), open(new RtmOptions(true, true)));
    var pages = List.of(world.open(BOB).resume(Map.of()), world.open(BOB).resume(Map.of()));
    bots.forEach(Bot::take);
    int before = world.encoded;

    post(GENERAL, HI);

    assertThat(world.encoded - before).isEqualTo(2);
    bots.forEach(bot -> assertThat(bot.take()).hasSize(1));
    pages.forEach(page -> assertThat(page.take()).isNotEmpty());
  }

  @Test
  void nothingIsTranslatedForNobody() {
    var page = world.open(BOB).resume(Map.of());
    int before = world.encoded;

    post(GENERAL, HI);

    assertThat(world.encoded - before).isEqualTo(1);
    assertThat(page.take()).isNotEmpty();
  }

  @Test
  void whoWasRemovedHearsNothingOfTheChannelAndWhoComesDoes() {
    Bot bot = open(new RtmOptions(true, false));
    grant(new Grant.Leave(GENERAL.stream()));
    post(GENERAL, HI);
    grant(new Grant.Join(RANDOM.stream(), 0));
    post(RANDOM, message("there", ""));

    assertThat(bot.take().toString()).contains("there").doesNotContain("hi\"");
  }

  @Test
  void whatTheSocketSentIsAnsweredAndNotToldToItAgain() {
    Bot bot = open(new RtmOptions(true, false));
    Bot second = open(new RtmOptions(true, false));
    bot.take();
    second.take();
    bot.send("{\"id\":2,\"type\":\"message\",\"channel\":\"C1\",\"text\":\"mine\"}");
    String id = world.desk.ids().getFirst();

    post(GENERAL, message("mine", id));
    post(GENERAL, message("theirs", "other"));

    assertThat(bot.take())
        .hasSize(2)
        .first()
        .isEqualTo("{\"ok\":true,\"reply_to\":2,\"ts\":\"1.000001\",\"text\":\"mine\"}");
    assertThat(second.take()).hasSize(2);
  }

  @Test
  void whoComesBackIsToldWhatBecameOfTheirLastMessage() {
    Bot lost = open(new RtmOptions(true, false));
    lost.send("{\"id\":40,\"type\":\"message\",\"channel\":\"C1\",\"text\":\"first\"}");
    lost.send("{\"id\":41,\"type\":\"message\",\"channel\":\"C1\",\"text\":\"mine\"}");
    Bot back = open(new RtmOptions(true, false));
    lost.connection().closed();
    back.connection().closed();
    world.pass(Duration.ofSeconds(61));
    Bot later = open(new RtmOptions(true, false));

    assertThat(back.take())
        .hasSize(2)
        .first()
        .isEqualTo("{\"ok\":true,\"reply_to\":41,\"ts\":\"1.000001\"}");
    assertThat(later.take()).singleElement().asString().contains("hello");
  }

  @Test
  void whoMayHaveComeFromTwoConnectionsIsToldOfNeither() {
    List<Bot> bots = List.of(open(new RtmOptions(true, false)), open(new RtmOptions(true, false)));
    for (Bot bot : bots) {
      bot.send("{\"id\":2,\"type\":\"message\",\"channel\":\"C1\",\"text\":\"mine\"}");
    }
    bots.getLast().connection().closed();

    assertThat(open(new RtmOptions(true, false)).take())
        .singleElement()
        .asString()
        .contains("hello");
  }

  @Test
  void aBotThatReadsSlowlyIsSentWhatItMissedOrIsSentAway() {
    Bot bot = open(new RtmOptions(true, false));
    bot.take();
    bot.full = true;
    for (int i = 0; i < 3; i++) {
      post(GENERAL, message("m" + i, ""));
    }
    bot.full = false;
    bot.connection().drained();
    world.settle();
    assertThat(bot.take()).hasSize(3);

    bot.full = true;
    for (int i = 0; i < 40; i++) {
      post(GENERAL, message("m" + i, ""));
    }
    bot.full = false;
    bot.connection().drained();
    world.settle();
    assertThat(bot.take()).containsExactly("close 4001");
  }

  @Test
  void refusalsNameTheFrameAndWhy() {
    Bot bot = open(new RtmOptions(true, false));
    bot.take();
    bot.send("{\"id\":3,\"type\":\"message\",\"channel\":\"nowhere\",\"text\":\"x\"}");
    bot.send("{\"id\":4,\"type\":\"message\",\"channel\":\"C1\",\"text\":\" \"}");
    bot.send("{\"id\":5,\"type\":\"dance\"}");
    bot.send("[]");
    bot.send("{\"id\":6,\"type\":\"message\",\"text\":\"" + "x".repeat(16 << 10) + "\"}");

    assertThat(bot.take())
        .containsExactly(
            "{\"ok\":false,\"reply_to\":3,\"error\":{\"code\":3,\"msg\":\"channel_not_found\"}}",
            "{\"ok\":false,\"reply_to\":4,\"error\":{\"code\":2,\"msg\":\"message text is missing\"}}",
            "{\"ok\":false,\"reply_to\":5,\"error\":"
                + "{\"code\":5,\"msg\":\"the frame is not an object of a known type\"}}",
            "{\"type\":\"error\",\"error\":"
                + "{\"code\":5,\"msg\":\"the frame is not an object of a known type\"}}",
            "{\"ok\":false,\"reply_to\":6,\"error\":"
                + "{\"code\":6,\"msg\":\"the frame is longer than 16 kB\"}}");
  }

  @Test
  void whoMayNotPostDoesNotAndWhoPostsTooMuchIsSlowedDown() {
    Bot mute = open(new RtmOptions(false, false));
    mute.take();
    mute.send("{\"id\":1,\"type\":\"message\",\"channel\":\"C1\",\"text\":\"x\"}");
    assertThat(mute.take().toString()).contains("missing_scope");

    Bot loud = open(new RtmOptions(true, false));
    loud.take();
    for (int i = 0; i < 250; i++) {
      loud.send("{\"id\":" + i + ",\"type\":\"message\",\"channel\":\"C1\",\"text\":\"x\"}");
    }
    List<String> answers = loud.take();
    long refused = answers.stream().filter(answer -> answer.contains("slow down")).count();
    assertThat(answers).hasSize(250);
    assertThat(refused).isPositive().isEqualTo(250 - world.desk.ids().size());
  }

  @Test
  void aClockThatIsPutBackSilencesNobody() {
    Bot bot = open(new RtmOptions(true, false));
    bot.take();

    world.schedule.stepClock(-3_600);
    bot.send("{\"id\":1,\"type\":\"message\",\"channel\":\"C1\",\"text\":\"x\"}");

    assertThat(bot.take().toString()).contains("\"ok\":true");
  }

  @Test
  void aPingIsEchoedAndTypingReachesOthersInTheirWords() {
    Bot bot = open(new RtmOptions(true, false));
    var page = world.open(BOB).resume(Map.of());
    page.take();
    bot.take();

    bot.send("{\"id\":7,\"type\":\"ping\",\"time\":12,\"deep\":{\"a\":1},\"flag\":true}");
    bot.send("{\"id\":8,\"type\":\"typing\",\"channel\":\"" + GENERAL.name() + "\"}");
    page.connection().receive(new ClientFrame.Typing(GENERAL.name()));
    world.settle();

    assertThat(page.take()).containsExactly("typing");
    assertThat(bot.take())
        .containsExactly(
            "{\"type\":\"pong\",\"reply_to\":7,\"time\":12,\"flag\":true}",
            "{\"type\":\"user_typing\",\"channel\":\""
                + GENERAL.name()
                + "\",\"user\":\""
                + BOB
                + "\"}");
  }

  @Test
  void presenceIsToldOneByOneOrTogether() {
    world.desk.active.add(ALICE);
    world.desk.active.add(BOB);
    String query =
        "{\"type\":\"presence_query\",\"ids\":[\"" + ALICE + "\",\"" + BOB + "\",\"nobody\"]}";
    Bot single = open(new RtmOptions(true, false));
    Bot batch = open(new RtmOptions(true, true));
    single.take();
    batch.take();
    single.send(query);
    batch.send(query);

    assertThat(single.take())
        .hasSize(2)
        .allMatch(text -> text.contains("\"presence\":\"active\",\"user\":\"U"));
    assertThat(batch.take()).singleElement().asString().contains("\"users\":[\"U");
  }

  @Test
  void whoSubscribesIsToldWhenPeopleComeAndGo() {
    Bot bot = open(new RtmOptions(true, false));
    bot.take();
    bot.send("{\"type\":\"presence_sub\",\"ids\":[\"" + BOB + "\"]}");
    assertThat(bot.take()).singleElement().asString().contains("\"presence\":\"away\"");

    world.desk.active.add(BOB);
    world.broker.publish(List.of(new Signal.Presence(StreamKey.of(HubFixture.ACME), BOB)));
    world.pass(Duration.ofMillis(Presences.GATHERED_MILLIS + 100));

    assertThat(bot.take())
        .singleElement()
        .asString()
        .contains("\"type\":\"presence_change\"", "\"presence\":\"active\"", BOB.toString());
  }

  @Test
  void whatOneSaysOfOneselfIsToldToOnesOwnConnections() {
    Bot bot = open(new RtmOptions(true, false));
    bot.take();
    byte[] frame = "{\"type\":\"manual_presence_change\",\"presence\":\"away\"}".getBytes(UTF_8);
    world.broker.publish(List.of(new Signal.Ephemeral(ALICES, frame, 0)));
    world.settle();

    assertThat(bot.take())
        .containsExactly("{\"type\":\"manual_presence_change\",\"presence\":\"away\"}");
  }

  private static String message(String text, String id) {
    return "{\"type\":\"message\",\"channel\":\""
        + GENERAL.name()
        + "\",\"ts\":\"1.000001\",\"user\":\"U1\",\"text\":\""
        + text
        + "\",\"number\":1,\"client_msg_id\":\""
        + id
        + "\"}";
  }

  private void post(StreamKey stream, String json) {
    world.publish(stream, world.truth.commit(stream, json));
    world.settle();
  }

  private void grant(Grant grant) {
    world.publish(ALICES, world.truth.commit(ALICES, "{\"type\":\"nothing\"}", 0, false, grant));
    world.settle();
  }

  private Bot open(RtmOptions options) {
    Bot bot = new Bot();
    bot.connection = world.hub.openRtm(HubFixture.ACME, ALICE, 7, bot, options);
    world.settle();
    return bot;
  }

  /// A client that keeps what it hears.
  private final class Bot implements Outbound {
    private final List<String> heard = new ArrayList<>();
    private @Nullable Connection connection;
    private boolean full;

    Connection connection() {
      return Objects.requireNonNull(connection);
    }

    void send(String frame) {
      connection().receive(RtmFrameCodec.read(frame.getBytes(UTF_8)));
      world.settle();
    }

    List<String> take() {
      List<String> taken = List.copyOf(heard);
      heard.clear();
      return taken;
    }

    @Override
    public boolean offer(Frame frame, boolean alone) {
      if (!full) {
        send(frame);
      }
      return !full;
    }

    @Override
    public void send(Frame frame) {
      ((SimQueue.Texts) frame).texts().forEach(text -> heard.add(new String(text, UTF_8)));
    }

    @Override
    public void sendEphemeral(Frame frame) {
      send(frame);
    }

    @Override
    public void close(int code) {
      heard.add("close " + code);
    }
  }
}
