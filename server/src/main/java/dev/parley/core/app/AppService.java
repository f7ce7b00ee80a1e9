package dev.parley.core.app;

import dev.parley.core.identity.StandingService;
import dev.parley.core.token.TokenKind;
import dev.parley.core.token.TokenService;
import dev.parley.core.user.NewUser;
import dev.parley.core.user.UserName;
import dev.parley.core.user.UserService;
import dev.parley.kernel.AppId;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Apps: made from a manifest, installed as a bot with tokens, removed. Whoever calls has made sure
/// that the actor may do it. Calls block; run them on virtual threads.
public final class AppService {
  /// How long secrets that were replaced may still be good.
  public static final Duration LONGEST_OVERLAP = Duration.ofHours(24);

  private static final Set<String> APP_SCOPES = Set.of("connections:write", "authorizations:read");
  private static final Set<String> TAKEN = Set.of("username_taken", "invalid_username");
  private static final int HANDLES = 50;
  private static final int LONGEST_HANDLE = 70;
  private static final int SIGNING_BYTES = 16;
  private static final Pattern NO_HANDLE = Pattern.compile("[^\\p{Ll}\\p{Lo}\\p{N}._-]+");
  private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

  private final TenantDatabase database;
  private final UserService users;
  private final StandingService standings;
  private final TokenService tokens;
  private final IdGenerator ids;
  private final SecureRandom random;
  private final AppStore store;

  public AppService(
      TenantDatabase database,
      WorkspaceKeys keys,
      UserService users,
      StandingService standings,
      TokenService tokens,
      IdGenerator ids,
      SecureRandom random) {
    this.database = database;
    this.users = users;
    this.standings = standings;
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
    var _ =
        database.write(
            workspace,
            handle -> {
              store.insert(workspace, handle, app, manifest, signingSecret, by);
              return app;
            });
    Installed installed = install(workspace, app, by);
    AppSecrets made = installed.secrets();
    return new Installed(
        installed.app(), new AppSecrets(made.botToken(), made.appToken(), signingSecret));
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
    UserId bot = bot(workspace, found);
    tokens.revokeAll(workspace, bot);
    if (!database.write(workspace, handle -> store.install(workspace, handle, app, bot, by))) {
      throw new Refusal("already_installed");
    }
    String botToken = tokens.issue(workspace, bot, TokenKind.BOT, found.manifest().botScopes());
    String appToken = tokens.issueForApp(workspace, app, bot, APP_SCOPES);
    return new Installed(get(workspace, app), new AppSecrets(botToken, appToken, null));
  }

  /// Takes an app out of use: its tokens and connections end, its bot is deactivated, what it
  /// posted stays. May be repeated if it was cut short.
  ///
  /// @throws Refusal `app_not_found`, `not_installed`
  public App remove(WorkspaceId workspace, AppId app) {
    UserId bot = requireInstalled(get(workspace, app));
    UserView _ = standings.deactivate(workspace, bot);
    var _ =
        database.write(
            workspace,
            handle -> {
              store.remove(workspace, handle, app);
              return app;
            });
    return get(workspace, app);
  }

  /// Replaces a secret.
  ///
  /// @param overlap how long replaced tokens are still good, up to [#LONGEST_OVERLAP]; a signing
  ///     secret is replaced at once, for a request has one signature
  /// @throws Refusal `app_not_found`, `not_installed`, `invalid_overlap`
  public Installed rotate(WorkspaceId workspace, AppId app, AppSecretKind kind, Duration overlap) {
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
            yield new AppSecrets(tokens.issue(workspace, bot, TokenKind.BOT, scopes), null, null);
          }
          case APP_TOKEN -> {
            tokens.retire(workspace, bot, TokenKind.APP, overlap);
            yield new AppSecrets(null, tokens.issueForApp(workspace, app, bot, APP_SCOPES), null);
          }
          case SIGNING_SECRET -> new AppSecrets(null, null, newSigningSecret(workspace, app));
        };
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

  /// The bot that the app had, active again, or a new one.
  private UserId bot(WorkspaceId workspace, App app) {
    UserView known = users.findByApp(workspace, app.id()).orElse(null);
    if (known == null) {
      return newBot(workspace, app);
    }
    return known.isDeleted() ? standings.reactivate(workspace, known.id()).id() : known.id();
  }

  private UserId newBot(WorkspaceId workspace, App app) {
    String name = app.manifest().botName();
    String handle = handle(name);
    for (int i = 1; ; i++) {
      try {
        String tried = i == 1 ? handle : handle + i;
        return users.create(workspace, NewUser.bot(app.id(), UserName.check(tried), name)).id();
      } catch (Refusal refusal) {
        if (!TAKEN.contains(refusal.code()) || i == HANDLES) {
          throw refusal;
        }
      }
    }
  }

  /// What a name becomes behind an `@`.
  private static String handle(String name) {
    String dashed = NO_HANDLE.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    String bare = EDGES.matcher(dashed).replaceAll("");
    String cut =
        bare.substring(
            0,
            bare.offsetByCodePoints(
                0, Math.min(LONGEST_HANDLE, bare.codePointCount(0, bare.length()))));
    return cut.isEmpty() ? "app" : cut;
  }

  private String newSigningSecret(WorkspaceId workspace, AppId app) {
    String secret = signingSecret();
    var _ =
        database.write(
            workspace,
            handle -> {
              store.setSecret(workspace, handle, app, secret);
              return app;
            });
    return secret;
  }

  private String signingSecret() {
    byte[] bytes = new byte[SIGNING_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
