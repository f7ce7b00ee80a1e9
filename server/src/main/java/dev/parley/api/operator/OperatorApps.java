package dev.parley.api.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.parley.core.app.App;
import dev.parley.core.app.AppSecretKind;
import dev.parley.core.app.AppService;
import dev.parley.core.app.AppService.Installed;
import dev.parley.core.app.Manifest;
import dev.parley.core.app.Manifest.Problem;
import dev.parley.core.app.Manifest.Reading;
import dev.parley.core.app.ManifestReader;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The operator's commands for apps. Blocks; run it on virtual threads.
public final class OperatorApps {
  private final AppService apps;

  public OperatorApps(AppService apps) {
    this.apps = apps;
  }

  /// Runs a command.
  ///
  /// @throws Refusal `unknown_command`, `missing_argument`, and what the rules refuse
  void run(
      OperatorCommand command,
      WorkspaceId workspace,
      JsonNode args,
      Consumer<Map<String, Object>> lines) {
    switch (command) {
      case APP_CREATE -> create(workspace, args, lines);
      case APP_LIST -> apps.all(workspace).forEach(app -> lines.accept(line(app)));
      case APP_SHOW -> show(workspace, args, lines);
      case APP_INSTALL ->
          lines.accept(withSecrets(apps.install(workspace, app(workspace, args), null)));
      case APP_REMOVE -> lines.accept(line(apps.remove(workspace, app(workspace, args), null)));
      case APP_ROTATE -> rotate(workspace, args, lines);
      default -> throw new Refusal("unknown_command");
    }
  }

  private void create(WorkspaceId workspace, JsonNode args, Consumer<Map<String, Object>> lines) {
    switch (ManifestReader.read(OperatorArgs.text(args, "manifest").orElse(""))) {
      case Reading.Invalid(List<Problem> problems) ->
          throw new Refusal("invalid_manifest", joined(problems));
      case Reading.Valid(Manifest manifest, List<Problem> notices) -> {
        Map<String, Object> line = withSecrets(apps.create(workspace, manifest, null));
        if (!notices.isEmpty()) {
          line.put("notices", notices.stream().map(Problem::line).toList());
        }
        lines.accept(line);
      }
    }
  }

  private void show(WorkspaceId workspace, JsonNode args, Consumer<Map<String, Object>> lines) {
    App app = apps.get(workspace, app(workspace, args));
    Map<String, Object> line = line(app);
    line.put("manifest", new RawValue(app.manifest().json()));
    lines.accept(line);
  }

  private void rotate(WorkspaceId workspace, JsonNode args, Consumer<Map<String, Object>> lines) {
    AppSecretKind kind =
        AppSecretKind.parse(OperatorArgs.required(args, "secret"))
            .orElseThrow(
                () ->
                    new Refusal(
                        "invalid_secret",
                        "secret is bot_token, app_token, signing_secret or client_secret"));
    Duration overlap = Duration.ofSeconds(OperatorArgs.number(args, "overlap"));
    lines.accept(withSecrets(apps.rotate(workspace, app(workspace, args), kind, overlap, null)));
  }

  /// By id, or by name if that is one installed app's alone.
  private AppId app(WorkspaceId workspace, JsonNode args) {
    String name = OperatorArgs.required(args, "app");
    return AppId.parse(name)
        .orElseGet(
            () -> {
              List<App> named =
                  apps.all(workspace).stream()
                      .filter(app -> app.manifest().name().equals(name))
                      .toList();
              if (named.size() != 1) {
                throw new Refusal(
                    "app_not_found", named.isEmpty() ? null : "several are called so, give the id");
              }
              return named.getFirst().id();
            });
  }

  private static String joined(List<Problem> problems) {
    return problems.stream().map(Problem::line).collect(Collectors.joining(" "));
  }

  private static Map<String, Object> withSecrets(Installed installed) {
    Map<String, Object> line = line(installed.app());
    line.putAll(installed.secrets().named());
    return line;
  }

  private static Map<String, Object> line(App app) {
    Map<String, Object> line = OperatorCommands.line();
    line.put("app_id", app.id().toString());
    line.put("client_id", app.clientId());
    line.put("name", app.manifest().name());
    line.put("installed", app.isInstalled());
    if (app.installation() != null) {
      line.put("bot_user_id", app.installation().bot().toString());
      line.put("bot_id", BotId.of(app.installation().bot()).toString());
    }
    line.put("scopes", app.manifest().botScopes().stream().sorted().toList());
    return line;
  }
}
