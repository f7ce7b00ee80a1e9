package dev.parley.app.wiring;

import dev.parley.api.http.OperatorHandler;
import dev.parley.api.operator.OperatorApi;
import dev.parley.api.operator.OperatorCommands;
import dev.parley.api.operator.OperatorKey;
import dev.parley.app.serve.DataDirectory;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.ExecutorService;

/// The operator API.
final class OperatorWiring {

  private OperatorWiring() {}

  static OperatorHandler handler(
      Vertx vertx, ExecutorService calls, DataDirectory data, CoreWiring core, SignInWiring signIn)
      throws IOException {
    OperatorKey key =
        OperatorKey.open(
            System.getenv("PARLEY_OPERATOR_KEY"),
            data.path().resolve("keys").resolve("operator.key"));
    OperatorCommands commands =
        new OperatorCommands(
            new OperatorCommands.Services(
                signIn.workspaces(),
                signIn.accounts(),
                core.users(),
                signIn.passwords(),
                signIn.tokens(),
                core.channels(),
                core.memberships()));
    return new OperatorHandler(vertx, new OperatorApi(key, commands), calls);
  }
}
