package dev.parley.core.app;

import dev.parley.core.access.Secret;
import dev.parley.core.app.AppChange.Kind;
import dev.parley.core.identity.StandingService;
import dev.parley.core.token.TokenKind;
import dev.parley.core.token.TokenService;
import dev.parley.core.user.UserService;
import dev.parley.kernel.AppId;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Apps: made from a manifest, installed as a bot with tokens, removed. Whoever calls has made sure
/// that the actor may do it. Calls block; run them on virtual threads.
public final class AppService {
  /// How long secrets that were replaced may still be good.
  public static final Duration LONGEST_OVERLAP = Duration.ofHours(24);

  private static final Set<String> APP_SCOPES = Set.of("connections:write", "authorizations:read");
  private static final int SIGNING_BYTES = 16;

  private final TenantDatabase database;
  private final AppBots bots;
  private final TokenService tokens;
  private final IdGenerator ids;
  private final SecureRandom random;
  private final AppStore store;
  private final WebhookStore webhooks = new WebhookStore();
  private final AppChangeStore changes = new AppChangeStore();

  public AppService(
      TenantDatabase database,
      WorkspaceKeys keys,
      UserService users,
      StandingService standings,
      TokenService tokens,
      IdGenerator ids,
      SecureRandom random) {
    this.database = database;
    this.bots = new AppBots(users, standings);
    this.tokens = tokens;
    this.ids = ids;
    this.random = random;
    this.store = new AppStore(keys);
  }

  /// An app that was made or installed, with what is shown once.
  public record Installed(App app, AppSecrets secrets) {}

  /// Makes an app and installs it.
  ///
  /// @param by who does it; null for the operator
  public Installed create(WorkspaceId workspace, Manifest manifest, @Nullable UserId by) {
    AppId app = ids.newAppId();
    String signingSecret = signingSecret();
    String clientSecret = Secret.random(random);
    var _ =
        database.write(
            workspace,
            handle -> {
              store.insert(workspace, handle, app, manifest, signingSecret, by);
              store.setClientSecret(workspace, handle, app, Secret.hash(clientSecret));
              return app;
            });
    Installed installed = install(workspace, app, by);
    AppSecrets made = installed.secrets();
    return new Installed(
        installed.app(),
        new AppSecrets(made.botToken(), made.appToken(), signingSecret, clientSecret));
  }

  /// Installs an app that was removed, with new tokens and the bot it had.
  ///
  /// @param by who does it; null for the operator
  /// @throws Refusal `app_not_found`, `already_installed`
  public Installed install(WorkspaceId workspace, AppId app, @Nullable UserId by) {
    App found = get(workspace, app);
    if (found.isInstalled()) {
      throw new Refusal("already_installed");
    }
    UserId bot = bots.activate(workspace, found);
    tokens.revokeAll(workspace, bot);
    boolean installed =
        database.write(
            workspace,
            handle -> {
              if (!store.install(workspace, handle, app, bot, by)) {
                return false;
              }
              changes.insert(workspace, handle, ids.newId(), app, Kind.ADDED, by);
              return true;
            });
    if (!installed) {
      throw new Refusal("already_installed");
    }
    String botToken = tokens.issue(workspace, bot, TokenKind.BOT, found.manifest().botScopes());
    String appToken = tokens.issueForApp(workspace, app, bot, APP_SCOPES);
    return new Installed(get(workspace, app), new AppSecrets(botToken, appToken, null, null));
  }

  /// Takes an app out of use: its tokens, webhooks and connections end, its bot is deactivated,
  /// what
  /// it posted stays. May be repeated if it was cut short.
  ///
  /// @param by who does it; null for the operator
  /// @throws Refusal `app_not_found`, `not_installed`
  public App remove(WorkspaceId workspace, AppId app, @Nullable UserId by) {
    UserId bot = requireInstalled(get(workspace, app));
    bots.deactivate(workspace, bot);
    var _ =
        database.write(
            workspace,
            handle -> {
              if (store.remove(workspace, handle, app)) {
                webhooks.revokeAll(workspace, handle, app);
                changes.insert(workspace, handle, ids.newId(), app, Kind.REMOVED, by);
              }
              return app;
            });
    return get(workspace, app);
  }

  /// Replaces a secret.
  ///
  /// @param overlap how long replaced tokens are still good, up to [#LONGEST_OVERLAP]; a signing
  ///     secret is replaced at once, for a request has one signature
  /// @param by who does it; null for the operator
  /// @throws Refusal `app_not_found`, `not_installed`, `invalid_overlap`
  public Installed rotate(
      WorkspaceId workspace, AppId app, AppSecretKind kind, Duration overlap, @Nullable UserId by) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new Refusal("invalid_overlap");
    }
    App found = get(workspace, app);
    UserId bot = requireInstalled(found);
    AppSecrets made =
        switch (kind) {
          case BOT_TOKEN -> {
            tokens.retire(workspace, bot, TokenKind.BOT, overlap);
            Set<String> scopes = found.manifest().botScopes();
            yield AppSecrets.botToken(tokens.issue(workspace, bot, TokenKind.BOT, scopes));
          }
          case APP_TOKEN -> {
            tokens.retire(workspace, bot, TokenKind.APP, overlap);
            yield AppSecrets.appToken(tokens.issueForApp(workspace, app, bot, APP_SCOPES));
          }
          case SIGNING_SECRET -> AppSecrets.signingSecret(newSigningSecret(workspace, app));
          case CLIENT_SECRET -> AppSecrets.clientSecret(newClientSecret(workspace, app));
        };
    write(
        workspace, handle -> changes.insert(workspace, handle, ids.newId(), app, Kind.UPDATED, by));
    return new Installed(found, made);
  }

  /// All apps of a workspace, those that were removed too; the newest first.
  public List<App> all(WorkspaceId workspace) {
    return database.read(workspace, handle -> store.all(workspace, handle));
  }

  /// @throws Refusal `app_not_found`
  public App get(WorkspaceId workspace, AppId app) {
    return database
        .read(workspace, handle -> store.one(workspace, handle, app))
        .orElseThrow(() -> new Refusal("app_not_found"));
  }

  private static UserId requireInstalled(App app) {
    if (app.installation() == null || !app.isInstalled()) {
      throw new Refusal("not_installed");
    }
    return app.installation().bot();
  }

  /// Whether a secret is the one by which the app shows that it is itself.
  public boolean hasClientSecret(WorkspaceId workspace, AppId app, String secret) {
    return database
        .read(workspace, handle -> store.clientSecretHash(workspace, handle, app))
        .map(hash -> Secret.matches(secret, hash))
        .orElse(false);
  }

  /// What became of apps and webhooks, the newest first.
  public List<AppChange> changes(WorkspaceId workspace, AppChange.Filter filter, int limit) {
    return database.read(workspace, handle -> changes.some(workspace, handle, filter, limit));
  }

  private String newSigningSecret(WorkspaceId workspace, AppId app) {
    String secret = signingSecret();
    write(workspace, handle -> store.setSecret(workspace, handle, app, secret));
    return secret;
  }

  private String newClientSecret(WorkspaceId workspace, AppId app) {
    String secret = Secret.random(random);
    byte[] hash = Secret.hash(secret);
    write(workspace, handle -> store.setClientSecret(workspace, handle, app, hash));
    return secret;
  }

  private void write(WorkspaceId workspace, Consumer<Handle> change) {
    var _ =
        database.write(
            workspace,
            handle -> {
              change.accept(handle);
              return true;
            });
  }

  private String signingSecret() {
    byte[] bytes = new byte[SIGNING_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
