package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.app.App;
import dev.parley.core.app.AppSecretKind;
import dev.parley.core.app.AppService;
import dev.parley.core.app.AppService.Installed;
import dev.parley.core.app.Manifest;
import dev.parley.core.app.Manifest.Problem;
import dev.parley.core.app.Manifest.Reading;
import dev.parley.core.app.ManifestReader;
import dev.parley.core.user.UserService;
import dev.parley.kernel.AppId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `client.apps.*` for admins, and `apps.uninstall` by which an app takes itself out of use.
public final class AppMethods {
  private static final Arg<AppId> APP =
      Arg.of("app", "app", node -> AppId.parse(node.asText())).bad("app_not_found").required();
  private static final Arg<String> MANIFEST =
      Arg.string("manifest").within("JSON or YAML, 65,536 characters").required();
  private static final Arg<AppSecretKind> SECRET =
      Arg.of("secret", "secret", node -> AppSecretKind.parse(node.asText()))
          .within("bot_token, app_token, signing_secret or client_secret")
          .bad("invalid_secret")
          .required();
  private static final Arg<Integer> OVERLAP =
      Arg.integer("overlap", 0, (int) AppService.LONGEST_OVERLAP.toSeconds())
          .bad("invalid_overlap")
          .or(0);
  private static final Arg<String> CLIENT_ID = Arg.string("client_id").missing("invalid_client_id");
  private static final Arg<String> CLIENT_SECRET =
      Arg.string("client_secret").missing("bad_client_secret");

  private final AppService apps;
  private final UserService users;

  public AppMethods(AppService apps, UserService users) {
    this.apps = apps;
    this.users = users;
  }

  public List<Method> all() {
    return List.of(
        admins("client.apps.list", "Lists the workspace's apps, the newest first.")
            .does(this::list),
        admins("client.apps.create", "Makes an app of a manifest and installs it.")
            .args(MANIFEST)
            .writes()
            .errors("invalid_manifest")
            .does(this::create),
        admins("client.apps.install", "Installs an app that was removed, with new tokens.")
            .args(APP)
            .writes()
            .errors("already_installed", "app_not_found")
            .does(this::install),
        admins("client.apps.remove", "Takes an app out of use; what it posted stays.")
            .args(APP)
            .writes()
            .errors("app_not_found", "not_installed")
            .does(this::remove),
        admins("client.apps.rotate", "Replaces a secret of an app.")
            .args(APP, SECRET, OVERLAP)
            .writes()
            .errors("app_not_found", "invalid_overlap", "invalid_secret", "not_installed")
            .does(this::rotate),
        Method.named("apps.uninstall", "Takes the app whose token this is out of use.")
            .apps()
            .tier(RateTier.TIER_1)
            .args(CLIENT_ID, CLIENT_SECRET)
            .writes()
            .errors(
                "bad_client_secret",
                "client_id_token_mismatch",
                "invalid_client_id",
                "not_installed")
            .does(this::uninstall));
  }

  static Method.Draft admins(String name, String summary) {
    return Method.named(name, summary).page().tier(RateTier.TIER_2).errors("restricted_action");
  }

  private Reply list(Call call) {
    Admins.require(call);
    return Reply.ok().with("apps", apps.all(call.workspace()));
  }

  private Reply create(Call call) {
    Admins.require(call);
    return switch (ManifestReader.read(call.get(MANIFEST))) {
      case Reading.Invalid(List<Problem> problems) ->
          Reply.refused("invalid_manifest").with("problems", lines(problems));
      case Reading.Valid(Manifest manifest, List<Problem> notices) ->
          shown(apps.create(call.workspace(), manifest, call.actor().user()))
              .with("notices", lines(notices));
    };
  }

  private Reply install(Call call) {
    Admins.require(call);
    return shown(apps.install(call.workspace(), call.get(APP), call.actor().user()));
  }

  private Reply remove(Call call) {
    Admins.require(call);
    return Reply.ok().with("app", apps.remove(call.workspace(), call.get(APP), by(call)));
  }

  private Reply rotate(Call call) {
    Admins.require(call);
    Duration overlap = Duration.ofSeconds(call.get(OVERLAP));
    return shown(apps.rotate(call.workspace(), call.get(APP), call.get(SECRET), overlap, by(call)));
  }

  private static UserId by(Call call) {
    return call.actor().user();
  }

  /// An app with what is shown once.
  private static Reply shown(Installed installed) {
    return Reply.ok().with("app", installed.app()).with("secrets", installed.secrets().named());
  }

  private static List<Map<String, String>> lines(List<Problem> problems) {
    return problems.stream()
        .map(
            problem -> {
              Map<String, String> line = new LinkedHashMap<>();
              line.put("pointer", problem.pointer());
              line.put("message", problem.message());
              return line;
            })
        .toList();
  }

  private Reply uninstall(Call call) {
    AppId own = users.get(call.workspace(), by(call)).app();
    if (own == null) {
      throw new Refusal("not_allowed_token_type");
    }
    App app = apps.get(call.workspace(), own);
    String clientId = call.get(CLIENT_ID);
    if (!clientId.matches("[0-9]{1,19}\\.[0-9]{1,19}")) {
      throw new Refusal("invalid_client_id");
    }
    if (!clientId.equals(app.clientId())) {
      throw new Refusal("client_id_token_mismatch");
    }
    if (!apps.hasClientSecret(call.workspace(), own, call.get(CLIENT_SECRET))) {
      throw new Refusal("bad_client_secret");
    }
    App _ = apps.remove(call.workspace(), own, by(call));
    return Reply.ok();
  }
}
