package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.rtm.RTMClient;
import com.slack.api.rtm.RTMEventHandler;
import com.slack.api.rtm.RTMEventsDispatcher;
import com.slack.api.rtm.RTMEventsDispatcherFactory;
import com.slack.api.rtm.message.Message;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The RTM client of Slack's own Java SDK.
@Tag("story")
@ExtendWith(StoryServer.class)
final class SlackJavaRtmTest {
  private static final int PATIENCE_SECONDS = 20;

  private final ServerProcess server;

  SlackJavaRtmTest(ServerProcess server) {
    this.server = server;
  }

  /// Keeps the messages that come.
  private static final class Ear extends RTMEventHandler<MessageEvent> {
    private final BlockingQueue<MessageEvent> heard = new LinkedBlockingQueue<>();

    @Override
    public void handle(MessageEvent event) {
      heard.add(event);
    }

    MessageEvent next() throws InterruptedException {
      MessageEvent event = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no message in " + PATIENCE_SECONDS + " s");
      }
      return event;
    }
  }

  @Test
  void itHearsWhatIsSaidAndSays() throws Exception {
    StoryClient alice = new Company(server, "java-rtm").owner();
    String channel = alice.createChannel("java-rtm", false);
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(server.address() + "/api/");
    Ear own = new Ear();
    RTMEventsDispatcher dispatcher = RTMEventsDispatcherFactory.getInstance();
    dispatcher.register(own);
    Slack slack = Slack.getInstance(config);
    try (RTMClient rtm = slack.rtmConnect(alice.token())) {
      CountDownLatch subscribed = new CountDownLatch(1);
      rtm.addMessageHandler(
          frame -> {
            if (frame.contains("\"hello\"")) {
              subscribed.countDown();
            }
          });
      rtm.addMessageHandler(dispatcher.toMessageHandler());
      rtm.connect();
      assertThat(subscribed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

      String ts = alice.post(channel, "hello");
      MessageEvent event = own.next();
      assertThat(event.getText()).isEqualTo("hello");
      assertThat(event.getTs()).isEqualTo(ts);
      assertThat(event.getChannel()).isEqualTo(channel);
      assertThat(event.getUser()).isEqualTo(alice.id);
      assertThat(rtm.getConnectedBotUser().getId()).isEqualTo(alice.id);

      String said =
          Message.builder().id(1L).channel(channel).text("by the socket").build().toJSONString();
      try (RTMClient other = slack.rtmConnect(alice.token())) {
        other.connect();
        other.sendMessage(said);
        assertThat(own.next().getText()).isEqualTo("by the socket");
      }
    } finally {
      slack.close();
    }
  }
}
