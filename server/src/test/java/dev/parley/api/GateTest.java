package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.kernel.Refusal;
import dev.parley.storage.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Arg<String> TEXT = Arg.string("text").required();
  private static final RawArguments NOTHING = new RawArguments(true, null, null, new byte[0]);

  private final GateFixture gate =
      new GateFixture()
          .with(
              Method.named("test.read", "Reads.")
                  .scopes("users:read")
                  .args(TEXT)
                  .does(call -> Reply.ok().with("text", call.get(TEXT))))
          .with(Method.named("test.page", "The page's.").page().does(_ -> Reply.ok()))
          .with(
              Method.named("test.broken", "Fails.")
                  .does(
                      _ -> {
                        throw new IllegalStateException("bug");
                      }))
          .with(
              Method.named("test.overflow", "Fails badly.")
                  .does(
                      _ -> {
                        throw new StackOverflowError("planted");
                      }))
          .with(
              Method.named("test.refused", "Refuses.")
                  .errors("no_such_thing")
                  .does(
                      _ -> {
                        throw new Refusal("no_such_thing");
                      }))
          .with(
              Method.named("test.bound", "Tells the bound workspace.")
                  .does(_ -> Reply.ok().with("team", TenantScope.BOUND.get().toString())));

  @Test
  void unknownMethodIsAnsweredWith200() {
    ApiAnswer answer = gate.call("no.such", NOTHING, null, null, Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(GateFixture.json(answer).get("error").asText()).isEqualTo("unknown_method");
    assertThat(GateFixture.json(answer).get("req_method").asText()).isEqualTo("no.such");
  }

  @Test
  void checksHaveOneOrder() {
    gate.wait = 7;

    assertThat(error(gate.form("test.read", null, ""))).isEqualTo("not_authed");
    assertThat(error(gate.form("test.read", "null", ""))).isEqualTo("not_authed");
    assertThat(error(gate.form("test.read", "mallory", ""))).isEqualTo("invalid_auth");
    assertThat(error(gate.form("test.page", "bot", ""))).isEqualTo("not_allowed_token_type");
    assertThat(error(gate.form("test.read", "bot", ""))).isEqualTo("ratelimited");
    gate.wait = 0;
    assertThat(error(gate.form("test.read", "bot", ""))).isEqualTo("missing_scope");
    assertThat(error(gate.form("test.read", "alice", ""))).isEqualTo("invalid_arguments");
    assertThat(gate.form("test.read", "alice", "text=hi").get("text").asText()).isEqualTo("hi");
  }

  @Test
  void rateLimitSays429AndWholeSeconds() {
    gate.wait = 7;

    ApiAnswer answer = gate.call("test.bound", NOTHING, "bearer alice", null, Map.of());

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headers()).containsEntry("retry-after", "7");
  }

  @Test
  void missingScopeNamesWhatIsNeeded() {
    JsonNode answer = gate.form("test.read", "bot", "text=hi");

    assertThat(answer.get("needed").asText()).isEqualTo("users:read");
    assertThat(answer.get("provided").asText()).isEqualTo("chat:write");
  }

  @Test
  void missingArgumentIsNamed() {
    JsonNode answer = gate.form("test.read", "alice", "");

    assertThat(answer.at("/response_metadata/messages/0").asText())
        .isEqualTo("[ERROR] missing required field: text");
  }

  @Test
  void workspaceIsBoundWhileTheMethodRuns() {
    assertThat(gate.form("test.bound", "alice", "").get("team").asText())
        .isEqualTo(GateFixture.ACME.toString());
    assertThat(TenantScope.BOUND.isBound()).isFalse();
  }

  @Test
  void bugIsAnsweredAs500WithoutDetails() {
    for (String method : List.of("test.broken", "test.overflow")) {
      ApiAnswer answer = gate.call(method, NOTHING, "Bearer alice", null, Map.of());

      assertThat(answer.status()).isEqualTo(500);
      assertThat(GateFixture.json(answer).toString())
          .isEqualTo("{\"ok\":false,\"error\":\"internal_error\"}");
    }
  }

  @Test
  void aMethodThatSlackHasGivenUpIsSaidToBe() {
    assertThat(RetiredMethods.names()).hasSize(60).contains("channels.list", "groups.open");
    for (String name : RetiredMethods.names()) {
      JsonNode answer = gate.form(name, null, "");
      assertThat(error(answer)).as(name).isEqualTo("method_deprecated");
      assertThat(answer.get("req_method").asText()).isEqualTo(name);
    }
  }

  @Test
  void refusalIsCountedByMethodAndCode() {
    assertThat(error(gate.form("test.refused", "alice", ""))).isEqualTo("no_such_thing");

    assertThat(
            gate.meters
                .counter("parley.api.refusal", "method", "test.refused", "code", "no_such_thing")
                .count())
        .isEqualTo(1);
  }

  @Test
  void cookieCountsOnlyWithTheTeamHeader() {
    Map<String, String> cookies = Map.of("parley_" + GateFixture.ACME, "secret");
    String team = GateFixture.ACME.toString();

    assertThat(error(GateFixture.json(gate.call("test.page", NOTHING, null, null, cookies))))
        .isEqualTo("not_authed");
    assertThat(
            GateFixture.json(gate.call("test.page", NOTHING, null, team, cookies))
                .get("ok")
                .asBoolean())
        .isTrue();
    assertThat(error(GateFixture.json(gate.call("test.page", NOTHING, null, "T1", cookies))))
        .isEqualTo("not_authed");
  }

  @Test
  void howASessionEndedStandsBesideTheCode() {
    String team = GateFixture.ACME.toString();
    for (String cookie : List.of("left", "guessed")) {
      Map<String, String> cookies = Map.of("parley_" + team, cookie);
      JsonNode answer = GateFixture.json(gate.call("test.page", NOTHING, null, team, cookies));

      assertThat(error(answer)).isEqualTo("invalid_auth");
      assertThat(answer.path("reason").asText())
          .isEqualTo(cookie.equals("left") ? "signed_out" : "");
    }
  }

  @Test
  void tokenMayComeAsArgumentButTheHeaderWins() {
    assertThat(gate.form("test.read", null, "token=alice&text=hi").get("ok").asBoolean()).isTrue();
    assertThat(error(gate.form("test.read", "mallory", "token=alice&text=hi")))
        .isEqualTo("invalid_auth");
  }

  /// Python names JSON where it sends nothing, or a form when all is in the address; bolt adds the
  /// team to whatever it asks; JavaScript and Java post what others get.
  @Test
  void argumentsComeInWhicheverWayAnSdkSendsThem() {
    String form = "application/x-www-form-urlencoded";
    byte[] none = new byte[0];

    for (String type : List.of("application/json;charset=utf-8", form)) {
      RawArguments nothing = new RawArguments(true, null, type, none);
      assertThat(error(gate.call("test.bound", nothing, "Bearer alice", null, Map.of()))).isEmpty();
    }
    for (RawArguments raw :
        List.of(
            new RawArguments(true, "text=hi&team_id=T1", form, none),
            new RawArguments(false, "text=hi", null, none),
            new RawArguments(
                true, null, form, "text=hi&team_id=T1".getBytes(StandardCharsets.UTF_8)))) {
      assertThat(text(raw)).isEqualTo("hi");
    }
  }

  /// An empty line before the first boundary, many dashes, quotes in a file's name.
  @Test
  void multipartIsTakenAsPythonMakesIt() {
    String boundary = "-".repeat(20) + "7d1";
    String begin = "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=";
    String body =
        begin
            + "\"text\"\r\n\r\nhi"
            + begin
            + "\"image\"; filename=\"a \"b\".png\"\r\nContent-Type: image/png\r\n\r\nxyz"
            + ("\r\n--" + boundary + "--\r\n");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String type = "multipart/form-data; boundary=" + boundary;

    assertThat(text(new RawArguments(true, null, type, bytes))).isEqualTo("hi");
  }

  private String text(RawArguments raw) {
    return GateFixture.json(gate.call("test.read", raw, "Bearer alice", null, Map.of()))
        .path("text")
        .asText();
  }

  @Test
  void whoeverIsNotSignedInWritesByJsonOnly() {
    GateFixture gate =
        new GateFixture()
            .with(Method.named("client.signIn", "Signs in.").open().writes().does(_ -> Reply.ok()));
    byte[] form = "a=1".getBytes(StandardCharsets.UTF_8);
    byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      RawArguments foreign = new RawArguments(true, null, type, form);
      assertThat(error(gate.call("client.signIn", foreign, null, null, Map.of())))
          .isEqualTo("invalid_post_type");
    }
    RawArguments link = new RawArguments(false, "a=1", null, new byte[0]);
    RawArguments own = new RawArguments(true, null, "application/json; charset=utf-8", body);
    assertThat(error(gate.call("client.signIn", link, null, null, Map.of())))
        .isEqualTo("invalid_post_type");
    assertThat(error(gate.call("client.signIn", own, null, null, Map.of()))).isEmpty();
  }

  private static String error(ApiAnswer answer) {
    return GateFixture.json(answer).path("error").asText();
  }

  @Test
  void workspaceAtItsLimitIsToldToWaitAndServerAtItsLimitIsUnavailable() {
    GateFixture full = new GateFixture(new Admission(2, 1));
    full.with(
        Method.named("test.nested", "Calls again while it runs.")
            .does(_ -> Reply.ok().with("inner", error(full.form("test.nested", "alice", "")))));

    assertThat(full.form("test.nested", "alice", "").get("inner").asText())
        .isEqualTo("ratelimited");
  }

  private static String error(JsonNode answer) {
    JsonNode error = answer.get("error");
    return error == null ? "" : error.asText();
  }
}
