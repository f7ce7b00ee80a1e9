package dev.parley.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.app.AppService.Installed;
import dev.parley.core.app.Manifest.Reading;
import dev.parley.fanout.Signal;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.UserView;
import dev.parley.testkit.AccountFixture;
import dev.parley.testkit.TestPostgres;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Apps come, have their secrets replaced, and go.
@Tag("store")
@ExtendWith(TestPostgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AppTest {
  private final AccountFixture node;
  private final AppService apps;
  private final WorkspaceId acme;
  private final UserId ann;

  AppTest(TestPostgres.Cluster cluster) throws Exception {
    node = new AccountFixture(cluster);
    apps =
        new AppService(
            node.core.tenants,
            node.core.keys,
            node.users,
            node.standings,
            node.tokens,
            node.core.ids,
            new SecureRandom());
    var founded = node.found("acme", "ann");
    acme = founded.workspace().id();
    ann = founded.owner().id();
  }

  @AfterAll
  void close() {
    node.close();
  }

  private static Manifest manifest(String name) {
    String text =
        """
        {"display_information":{"name":"%s"},"features":{"bot_user":{"display_name":"%1$s Bot"}},
         "oauth_config":{"scopes":{"bot":["chat:write","users:read"]}}}
        """
            .formatted(name);
    return ((Reading.Valid) ManifestReader.read(text)).manifest();
  }

  private Installed create(String name) {
    return apps.create(acme, manifest(name), ann);
  }

  private Actor actor(@org.jspecify.annotations.Nullable String token) {
    return node.credentials.byToken(Objects.requireNonNull(token)).actor();
  }

  private static UserId bot(App app) {
    return Objects.requireNonNull(app.installation()).bot();
  }

  private static void refused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void anAppHasABotTokensAndASigningSecret() {
    Installed made = create("Weather");
    AppSecrets secrets = made.secrets();
    UserView bot = node.users.get(acme, bot(made.app()));
    Actor asBot = actor(secrets.botToken());
    Actor asApp = actor(secrets.appToken());

    assertThat(bot.name()).isEqualTo("weather-bot");
    assertThat(bot.realName()).isEqualTo("Weather Bot");
    assertThat(bot.isBot()).isTrue();
    assertThat(bot.app()).isEqualTo(made.app().id());
    assertThat(secrets.botToken()).startsWith("xoxb-");
    assertThat(secrets.appToken()).startsWith("xapp-1-" + made.app().id() + "-");
    assertThat(secrets.signingSecret()).matches("[0-9a-f]{32}");
    assertThat(asBot.user()).isEqualTo(bot.id());
    assertThat(asBot.credential().granted()).containsOnly("chat:write", "users:read");
    assertThat(asApp.credential()).isInstanceOf(Credential.AppToken.class);
    assertThat(asApp.credential().granted())
        .containsOnly("connections:write", "authorizations:read");
    assertThat(secrets).hasToString("AppSecrets[…]");
  }

  @Test
  void twoAppsOfOneNameHaveBotsOfTheirOwn() {
    Installed first = create("Twin");
    Installed second = create("Twin");

    assertThat(node.users.get(acme, bot(first.app())).name()).isEqualTo("twin-bot");
    assertThat(node.users.get(acme, bot(second.app())).name()).isEqualTo("twin-bot2");
  }

  @Test
  void whoIsRemovedLosesTokensAndConnectionsAndKeepsMessages() {
    Installed made = create("Leaver");
    UserId bot = bot(made.app());
    ChannelId channel = node.core.newChannel(acme, "leaver", bot);
    MessageView said = node.core.post(acme, channel, bot, "I was here");
    var signals = new java.util.concurrent.CopyOnWriteArrayList<Signal>();
    var _ = node.core.broker.subscribe(dev.parley.kernel.StreamKey.of(acme, bot), signals::add);

    App removed = apps.remove(acme, made.app().id(), ann);

    assertThat(removed.isInstalled()).isFalse();
    refused(() -> actor(made.secrets().botToken()), "account_inactive");
    refused(() -> actor(made.secrets().appToken()), "account_inactive");
    assertThat(signals).anyMatch(signal -> signal instanceof Signal.EndSession);
    assertThat(node.users.get(acme, bot).isDeleted()).isTrue();
    List<MessageView> history =
        node.core
            .tenants
            .read(acme, handle -> node.core.messageReader.channel(handle, acme, channel).newest(1))
            .messages();
    assertThat(history).containsExactly(said.asWritten());
    refused(() -> apps.remove(acme, made.app().id(), ann), "not_installed");
  }

  @Test
  void whoIsInstalledAgainIsTheSameBotWithNewTokens() {
    Installed made = create("Returner");
    App _ = apps.remove(acme, made.app().id(), ann);

    Installed again = apps.install(acme, made.app().id(), ann);

    assertThat(bot(again.app())).isEqualTo(bot(made.app()));
    assertThat(actor(again.secrets().botToken()).user()).isEqualTo(bot(made.app()));
    assertThat(again.secrets().signingSecret()).isNull();
    refused(() -> actor(made.secrets().botToken()), "token_revoked");
    refused(() -> apps.install(acme, made.app().id(), ann), "already_installed");
  }

  @Test
  void aReplacedTokenEndsAtOnceOrAfterTheTimeThatWasStated() {
    Installed made = create("Rotator");
    var app = made.app().id();

    Installed second = apps.rotate(acme, app, AppSecretKind.BOT_TOKEN, Duration.ZERO, ann);
    refused(() -> actor(made.secrets().botToken()), "token_revoked");
    Installed third = apps.rotate(acme, app, AppSecretKind.BOT_TOKEN, Duration.ofHours(1), ann);
    assertThat(actor(second.secrets().botToken()).user()).isEqualTo(bot(made.app()));
    node.clock.forward(Duration.ofMinutes(61));

    refused(() -> actor(second.secrets().botToken()), "token_expired");
    assertThat(actor(third.secrets().botToken()).user()).isEqualTo(bot(made.app()));
    assertThat(actor(made.secrets().appToken()).user()).isEqualTo(bot(made.app()));
    refused(
        () -> apps.rotate(acme, app, AppSecretKind.APP_TOKEN, Duration.ofHours(25), ann),
        "invalid_overlap");
    assertThat(
            apps.rotate(acme, app, AppSecretKind.SIGNING_SECRET, Duration.ZERO, ann)
                .secrets()
                .signingSecret())
        .isNotEqualTo(made.secrets().signingSecret());
  }

  @Test
  void anotherWorkspaceKnowsNoneOfThem() {
    Installed made = create("Private");
    var globex = node.found("globex", "gil").workspace().id();

    assertThat(apps.all(globex)).isEmpty();
    refused(() -> apps.get(globex, made.app().id()), "app_not_found");
    refused(() -> apps.remove(globex, made.app().id(), ann), "app_not_found");
    refused(
        () -> apps.rotate(globex, made.app().id(), AppSecretKind.BOT_TOKEN, Duration.ZERO, ann),
        "app_not_found");
    assertThat(actor(made.secrets().botToken()).workspace()).isEqualTo(acme);
  }

  @Test
  void secretsLieSealedOrHashed() {
    Installed made = create("Sealed");
    String rows =
        node.core.tenants.read(
            acme,
            handle ->
                handle
                    .createQuery(
                        "select encode(signing_secret, 'escape')"
                            + " || encode(manifest, 'escape') from app"
                            + " where workspace_id = :workspace and id = :app")
                    .bind("workspace", acme.value())
                    .bind("app", made.app().id().value())
                    .mapTo(String.class)
                    .one());

    assertThat(rows)
        .doesNotContain(Objects.requireNonNull(made.secrets().signingSecret()))
        .doesNotContain("Sealed Bot");
  }

  @Test
  void whatAnAppPostsSaysSoWhereverItIsRead() {
    Installed made = create("Author");
    UserId bot = bot(made.app());
    ChannelId channel = node.core.newChannel(acme, "author", bot);
    var author = new AppAuthors(node.users).of(actor(made.secrets().botToken())).orElseThrow();

    MessageView posted =
        node.core.messages.post(
            acme, channel, bot, UUID.randomUUID(), MessageContent.text("hi").by(author), null);
    MessageView read =
        node.core
            .tenants
            .read(acme, handle -> node.core.messageReader.channel(handle, acme, channel).newest(1))
            .messages()
            .getFirst();

    assertThat(read.content()).isEqualTo(posted.content());
    assertThat(author.name()).isEqualTo("Author Bot");
    assertThat(author.app()).isEqualTo(made.app().id());
  }
}
