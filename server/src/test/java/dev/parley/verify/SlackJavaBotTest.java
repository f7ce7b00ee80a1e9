package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Apps and bots as Slack's own Java SDK sees them, in the mode in which it refuses fields that it
/// does not know.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlackJavaBotTest {
  static final String MANIFEST =
      """
      display_information:
        name: Weather
      features:
        bot_user:
          display_name: Weather Bot
      oauth_config:
        scopes:
          bot: [chat:write, chat:write.customize, chat:write.public, channels:history, channels:read, users:read,
                channels:manage, channels:join, rtm:stream]
      """;

  private final ServerProcess server;
  private Company acme;
  private Slack slack;
  private MethodsClient alice;
  private JsonNode app;
  private MethodsClient bot;

  SlackJavaBotTest(ServerProcess server) {
    this.server = server;
  }

  @BeforeAll
  void company() {
    acme = new Company(server, "bot-co");
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(server.address() + "/api/");
    config.setFailOnUnknownProperties(true);
    slack = Slack.getInstance(config);
    alice = slack.methods(acme.owner().token());
    app = acme.operate("app.create", Map.of("manifest", MANIFEST));
    bot = slack.methods(app.path("bot_token").asText());
  }

  @AfterAll
  void stop() throws Exception {
    slack.close();
  }

  private String channelWithBot(String name) throws Exception {
    String channel = alice.conversationsCreate(r -> r.name(name)).getChannel().getId();
    String user = app.path("bot_user_id").asText();
    assertThat(alice.conversationsInvite(r -> r.channel(channel).users(List.of(user))).getError())
        .isNull();
    return channel;
  }

  @Test
  void aBotKnowsWhoItIs() throws Exception {
    var me = bot.authTest(r -> r);
    var info = bot.botsInfo(r -> r.bot(me.getBotId()));
    var user = bot.usersInfo(r -> r.user(me.getUserId()));
    var asApp = slack.methods(app.path("app_token").asText()).authTest(r -> r);
    var wrong = slack.methods(app.path("app_token").asText()).usersList(r -> r);

    assertThat(me.getError()).isNull();
    assertThat(app.path("bot_token").asText()).startsWith("xoxb-").hasSizeGreaterThan(31);
    assertThat(me.getBotId()).isEqualTo(app.path("bot_id").asText()).startsWith("B");
    assertThat(me.getUserId()).isEqualTo(app.path("bot_user_id").asText());
    assertThat(info.getError()).isNull();
    assertThat(info.getBot().getUserId()).isEqualTo(me.getUserId());
    assertThat(info.getBot().getAppId()).isEqualTo(app.path("app_id").asText()).startsWith("A");
    assertThat(info.getBot().getName()).isEqualTo("Weather Bot");
    assertThat(bot.botsInfo(r -> r.bot("B0000000000000")).getError()).isEqualTo("bot_not_found");
    assertThat(user.getUser().isBot()).isTrue();
    assertThat(user.getUser().getProfile().getBotId()).isEqualTo(me.getBotId());
    assertThat(user.getUser().getProfile().getApiAppId()).isEqualTo(info.getBot().getAppId());
    assertThat(asApp.getError()).isNull();
    assertThat(asApp.getAppId()).isEqualTo(app.path("app_id").asText());
    assertThat(asApp.getAppName()).isEqualTo("Weather");
    assertThat(wrong.getError()).isEqualTo("not_allowed_token_type");
  }

  @Test
  void whatABotPostsSaysWhichAppItIs() throws Exception {
    String channel = channelWithBot("bot-posts");
    var posted = bot.chatPostMessage(r -> r.channel(channel).text("sunny"));
    var changed = bot.chatUpdate(r -> r.channel(channel).ts(posted.getTs()).text("cloudy"));
    Message read =
        bot.conversationsHistory(r -> r.channel(channel).limit(1)).getMessages().getFirst();

    assertThat(posted.getError()).isNull();
    assertThat(changed.getMessage().getBotProfile()).isEqualTo(posted.getMessage().getBotProfile());
    assertThat(read.getText()).isEqualTo("cloudy");
    assertThat(read.getSubtype()).isNull();
    assertThat(read.getUser()).isEqualTo(app.path("bot_user_id").asText());
    assertThat(read.getBotId()).isEqualTo(app.path("bot_id").asText());
    assertThat(read.getAppId()).isEqualTo(app.path("app_id").asText());
    assertThat(read.getBotProfile().getName()).isEqualTo("Weather Bot");
    assertThat(read.getBotProfile().getTeamId()).startsWith("T");
  }

  @Test
  void whatABotSaysOverItsSocketSaysWhichAppItIs() throws Exception {
    String manifest = MANIFEST.replace("channels:join]", "channels:join, rtm:stream]");
    JsonNode made = acme.operate("app.create", Map.of("manifest", manifest));
    MethodsClient talker = slack.methods(made.path("bot_token").asText());
    String channel = talker.conversationsCreate(r -> r.name("bot-talks")).getChannel().getId();
    StoryClient.Socket socket =
        new StoryClient(
                server.address(),
                made.path("bot_user_id").asText(),
                made.path("bot_token").asText())
            .rtm();
    socket.send("{\"id\":1,\"type\":\"message\",\"channel\":\"" + channel + "\",\"text\":\"hi\"}");
    JsonNode answer = socket.next();
    while (!answer.has("reply_to")) {
      answer = socket.next();
    }
    socket.close();
    Message read =
        talker.conversationsHistory(r -> r.channel(channel).limit(1)).getMessages().getFirst();

    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(read.getTs()).isEqualTo(answer.path("ts").asText());
    assertThat(read.getBotId()).isEqualTo(made.path("bot_id").asText());
    assertThat(read.getAppId()).isEqualTo(made.path("app_id").asText());
  }

  @Test
  void aBotMayBeShownAsSomebodyElseIfItsScopesSaySo() throws Exception {
    String channel = channelWithBot("bot-looks");
    var posted =
        bot.chatPostMessage(
            r -> r.channel(channel).text("it pours").username("Rain").iconEmoji(":rain_cloud:"));
    var byPerson =
        alice.chatPostMessage(r -> r.channel(channel).text("as myself").username("Rain"));
    var updated = bot.chatUpdate(r -> r.channel(channel).ts(posted.getTs()).text("it drips"));
    Message read =
        bot.conversationsHistory(r -> r.channel(channel).oldest(posted.getTs()).inclusive(true))
            .getMessages()
            .getLast();

    assertThat(posted.getError()).isNull();
    assertThat(updated.getError()).isNull();
    assertThat(read.getText()).isEqualTo("it drips");
    assertThat(read.getSubtype()).isEqualTo("bot_message");
    assertThat(read.getUsername()).isEqualTo("Rain");
    assertThat(read.getIcons().getEmoji()).isEqualTo(":rain_cloud:");
    assertThat(read.getUser()).isNull();
    assertThat(read.getBotId()).isEqualTo(app.path("bot_id").asText());
    assertThat(byPerson.getMessage().getUsername()).isNull();
    assertThat(byPerson.getMessage().getBotId()).isNull();
  }

  @Test
  void aBotMayPostInPublicChannelsItIsNotInIfItsScopesSaySo() throws Exception {
    String open = alice.conversationsCreate(r -> r.name("bot-outside")).getChannel().getId();
    String closed =
        alice.conversationsCreate(r -> r.name("bot-shut-out").isPrivate(true)).getChannel().getId();
    var posted = bot.chatPostMessage(r -> r.channel(open).text("from outside"));
    var reply = bot.chatPostMessage(r -> r.channel(open).text("more").threadTs(posted.getTs()));
    var refused = bot.chatPostMessage(r -> r.channel(closed).text("from outside"));

    assertThat(posted.getError()).isNull();
    assertThat(reply.getError()).isNull();
    assertThat(refused.getError()).isEqualTo("channel_not_found");
    assertThat(alice.conversationsMembers(r -> r.channel(open)).getMembers()).hasSize(1);
  }

  @Test
  void aTokenOfAnAppOpensNoSocketOfPeople() throws Exception {
    StoryClient asApp =
        new StoryClient(
            server.address(), app.path("bot_user_id").asText(), app.path("app_token").asText());

    assertThat(asApp.closeCodeOfToken()).isEqualTo(4100);
    assertThat(slack.methods(asApp.token()).conversationsList(r -> r).getError())
        .isEqualTo("not_allowed_token_type");
  }

  @Test
  void aRemovedAppIsOutAtOnceAndItsMessagesStay() throws Exception {
    JsonNode made = acme.operate("app.create", Map.of("manifest", MANIFEST));
    MethodsClient leaver = slack.methods(made.path("bot_token").asText());
    String channel = leaver.conversationsCreate(r -> r.name("bot-leaves")).getChannel().getId();
    String ts = leaver.chatPostMessage(r -> r.channel(channel).text("bye")).getTs();
    StoryClient.Socket socket =
        new StoryClient(
                server.address(),
                made.path("bot_user_id").asText(),
                made.path("bot_token").asText())
            .connect();
    var _ = socket.resume(Map.of());

    JsonNode removed = acme.operate("app.remove", Map.of("app", made.path("app_id").asText()));

    assertThat(removed.path("installed").asBoolean()).isFalse();
    assertThat(leaver.authTest(r -> r).getError()).isEqualTo("account_inactive");
    assertThat(socket.closeCode()).isEqualTo(4201);
    assertThat(alice.conversationsHistory(r -> r.channel(channel)).getMessages())
        .extracting(Message::getTs)
        .contains(ts);
  }

  @Test
  void anAppUninstallsItselfAndAdminsSeeIt() throws Exception {
    JsonNode made = acme.operate("app.create", Map.of("manifest", MANIFEST));
    MethodsClient own = slack.methods(made.path("bot_token").asText());
    String id = made.path("client_id").asText();
    String secret = made.path("client_secret").asText();

    assertThat(own.appsUninstall(r -> r.clientId("1.1").clientSecret(secret)).getError())
        .isEqualTo("client_id_token_mismatch");
    assertThat(own.appsUninstall(r -> r.clientId("x").clientSecret(secret)).getError())
        .isEqualTo("invalid_client_id");
    assertThat(own.appsUninstall(r -> r.clientId(id).clientSecret("x")).getError())
        .isEqualTo("bad_client_secret");
    assertThat(own.appsUninstall(r -> r.clientId(id).clientSecret(secret)).getError()).isNull();
    assertThat(own.authTest(r -> r).getError()).isEqualTo("account_inactive");

    // The SDK has a field for the app's id and does not send it.
    String self = made.path("bot_user_id").asText();
    var logs = alice.teamIntegrationLogs(r -> r.user(self));
    assertThat(logs.getError()).isNull();
    assertThat(logs.getLogs().stream().map(log -> log.getChangeType() + " " + log.getAppType()))
        .containsExactly("removed Weather");
    assertThat(logs.getLogs().getFirst().getAppId()).isEqualTo(made.path("app_id").asText());
    assertThat(logs.getPaging().getTotal()).isEqualTo(1);
    assertThat(alice.teamIntegrationLogs(r -> r.user(self).changeType("added")).getLogs())
        .isEmpty();
    assertThat(bot.teamIntegrationLogs(r -> r).getError()).isEqualTo("not_allowed_token_type");
  }
}
