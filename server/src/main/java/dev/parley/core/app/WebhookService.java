package dev.parley.core.app;

import dev.parley.core.access.Secret;
import dev.parley.core.app.AppChange.Kind;
import dev.parley.core.app.Manifest.Reading;
import dev.parley.core.app.WebhookStore.Stored;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Incoming webhooks. Whoever makes or revokes one has been checked by the caller. Calls block; run
/// them on virtual threads.
public final class WebhookService {
  /// The app of webhooks that were made without one.
  private static final String DEFAULT_NAME = "Incoming webhooks";

  private static final String DEFAULT_MANIFEST =
      """
      {"display_information": {"name": "%s"},
       "features": {"bot_user": {"display_name": "incoming-webhook"}},
       "oauth_config": {"scopes": {"bot": ["incoming-webhook"]}}}
      """
          .formatted(DEFAULT_NAME);

  /// Stands for the hash of a webhook that does not exist: no secret has it.
  private static final byte[] NO_HASH = new byte[32];

  private final TenantDatabase database;
  private final AppService apps;
  private final IdGenerator ids;
  private final SecureRandom random;
  private final WebhookStore store = new WebhookStore();
  private final AppChangeStore changes = new AppChangeStore();

  public WebhookService(
      TenantDatabase database, AppService apps, IdGenerator ids, SecureRandom random) {
    this.database = database;
    this.apps = apps;
    this.ids = ids;
    this.random = random;
  }

  /// A webhook that was made, with its address, which is shown once.
  public record Made(Webhook webhook, WebhookAddress address) {}

  /// Makes a webhook for a channel that the caller knows to exist.
  ///
  /// @param app whose it is; null for an app that is there for webhooks alone
  /// @param by who does it; null for the operator
  /// @throws Refusal `app_not_found`, `not_installed`
  public Made create(
      WorkspaceId workspace, @Nullable AppId app, ChannelId channel, @Nullable UserId by) {
    AppId owner = app == null ? defaultApp(workspace, by) : app;
    App _ = apps.get(workspace, owner);
    String secret = Secret.random(random, WebhookAddress.SECRET_LENGTH);
    WebhookAddress address = new WebhookAddress(workspace, new BotId(ids.newId()), secret);
    var _ =
        database.write(
            workspace,
            handle -> {
              if (!store.insert(handle, address, owner, channel, Secret.hash(secret), by)) {
                throw new Refusal("not_installed");
              }
              changes.insert(
                  workspace, handle, ids.newId(), owner, address.id(), channel, Kind.ADDED, by);
              return address;
            });
    return new Made(
        find(workspace, address.id()).orElseThrow(() -> new Refusal("not_installed")).webhook(),
        address);
  }

  /// Those of a workspace that work; the newest first.
  public List<Webhook> all(WorkspaceId workspace) {
    return database.read(workspace, handle -> store.all(workspace, handle));
  }

  /// Ends a webhook.
  ///
  /// @param by who does it; null for the operator
  /// @throws Refusal `webhook_not_found`
  public void revoke(WorkspaceId workspace, BotId id, @Nullable UserId by) {
    boolean revoked =
        database.write(
            workspace,
            handle -> {
              Webhook found = store.one(workspace, handle, id).map(Stored::webhook).orElse(null);
              if (found == null || !store.revoke(workspace, handle, id)) {
                return false;
              }
              changes.insert(
                  workspace,
                  handle,
                  ids.newId(),
                  found.app(),
                  id,
                  found.channel(),
                  Kind.REMOVED,
                  by);
              return true;
            });
    if (!revoked) {
      throw new Refusal("webhook_not_found");
    }
  }

  /// The webhook of an address. A wrong secret, another workspace's webhook and one that never was
  /// take the same way.
  public Optional<Webhook> verify(WebhookAddress address) {
    Optional<Stored> stored = find(address.workspace(), address.id());
    byte[] hash = stored.map(Stored::hash).orElse(NO_HASH);
    return Secret.matches(address.secret(), hash) ? stored.map(Stored::webhook) : Optional.empty();
  }

  private Optional<Stored> find(WorkspaceId workspace, BotId id) {
    return database.read(workspace, handle -> store.one(workspace, handle, id));
  }

  private AppId defaultApp(WorkspaceId workspace, @Nullable UserId by) {
    return apps.all(workspace).stream()
        .filter(app -> app.isInstalled() && app.manifest().name().equals(DEFAULT_NAME))
        .map(App::id)
        .findFirst()
        .orElseGet(() -> apps.create(workspace, defaultManifest(), by).app().id());
  }

  private static Manifest defaultManifest() {
    return ((Reading.Valid) ManifestReader.read(DEFAULT_MANIFEST)).manifest();
  }
}
