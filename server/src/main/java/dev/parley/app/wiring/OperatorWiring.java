package dev.parley.app.wiring;

import dev.parley.api.http.Bodies;
import dev.parley.api.http.OperatorHandler;
import dev.parley.api.operator.OperatorApi;
import dev.parley.api.operator.OperatorApps;
import dev.parley.api.operator.OperatorCommands;
import dev.parley.api.operator.OperatorKey;
import dev.parley.api.operator.OperatorPasswords;
import dev.parley.api.operator.OperatorWebhooks;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutorService;

/// The operator API.
final class OperatorWiring {

  private OperatorWiring() {}

  static OperatorHandler handler(
      Vertx vertx,
      Bodies bodies,
      ExecutorService calls,
      OperatorKey key,
      StorageWiring storage,
      CoreWiring core,
      SignInWiring signIn,
      ApiWiring api) {
    OperatorCommands commands =
        new OperatorCommands(
            new OperatorCommands.Services(
                signIn.workspaces(),
                signIn.accounts(),
                signIn.standings(),
                core.users(),
                new OperatorPasswords(signIn.accounts(), signIn.passwords()),
                signIn.tokens(),
                core.channels(),
                core.memberships(),
                new OperatorApps(signIn.apps()),
                new OperatorWebhooks(signIn.webhooks(), storage.tenants(), core.conversations())),
            api.registry().scopes());
    return new OperatorHandler(vertx, bodies, new OperatorApi(key, commands), calls);
  }
}
