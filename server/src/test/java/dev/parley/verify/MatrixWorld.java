package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.storage.DatabaseAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Two workspaces and everybody who calls in the matrix. Carol makes what the calls are about;
/// Hermit is alone with her in what is private.
final class MatrixWorld {
  static final String PASSWORD = "lantern-kettle-42";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// A workspace and who acts in it besides the callers.
  ///
  /// @param owner may do everything
  /// @param carol a member, who signs in by [#PASSWORD]
  /// @param hermit a member whom no guest meets
  /// @param company what the operator does there
  /// @param newcomer a member who is in no channel at first
  /// @param ghost somebody who was deactivated
  record Site(
      Company company,
      String slug,
      String team,
      StoryClient owner,
      StoryClient carol,
      StoryClient hermit,
      StoryClient newcomer,
      StoryClient ghost) {}

  final Site acme;
  final Site globex;
  final ServerProcess server;
  private final Map<MatrixCaller, StoryClient> callers = new EnumMap<>(MatrixCaller.class);
  private final Set<String> secrets = new TreeSet<>();
  private int names;

  /// @param slug what the names of this world's workspaces begin with
  /// @param scopes all there are
  MatrixWorld(ServerProcess server, String slug, List<String> scopes) throws Exception {
    this.server = server;
    Company company = new Company(server, slug + "-acme");
    acme = site(company, slug + "-acme");
    globex = site(new Company(server, slug + "-globex"), slug + "-globex");
    callers.put(MatrixCaller.OWNER, acme.owner());
    for (MatrixCaller role : List.of(MatrixCaller.ADMIN, MatrixCaller.MEMBER, MatrixCaller.GUEST)) {
      callers.put(role, company.person(role.toString(), role.toString()));
    }
    callers.put(MatrixCaller.STRANGER, globex.owner());
    for (MatrixCaller caller : MatrixCaller.values()) {
      if (!callers.containsKey(caller) && caller != MatrixCaller.NOBODY) {
        callers.put(caller, company.person(caller.toString()));
      }
    }
    callers.put(
        MatrixCaller.BOT, bot(MatrixCaller.BOT, "'{" + String.join(",", scopes) + "}'::text[]"));
    callers.put(MatrixCaller.SCOPELESS, bot(MatrixCaller.SCOPELESS, "'{}'::text[]"));
    company.operate("user.deactivate", Map.of("user", MatrixCaller.DEACTIVATED.toString()));
    var _ = client(MatrixCaller.REVOKED).ok("auth.revoke", Map.of());
    sql(
        "update token set expires_at = now() - interval '1 minute' where id = ?",
        tokenOf(MatrixCaller.EXPIRED));
  }

  private Site site(Company company, String slug) throws Exception {
    StoryClient carol = company.person("carol", Map.of("email", email(slug), "password", PASSWORD));
    StoryClient ghost = company.person("ghost");
    String team = company.owner().ok("auth.test", Map.of()).path("team_id").asText();
    StoryClient hermit = company.person("hermit");
    Site site =
        new Site(
            company, slug, team, company.owner(), carol, hermit, company.person("newcomer"), ghost);
    company.operate("user.deactivate", Map.of("user", "ghost"));
    return site;
  }

  static String email(String slug) {
    return "carol@" + slug + ".test";
  }

  /// Makes somebody's account a bot's, and their token one of a bot.
  private StoryClient bot(MatrixCaller caller, String scopes) throws Exception {
    StoryClient person = client(caller);
    long token = tokenOf(caller);
    sql("update token set kind = 2, scopes = " + scopes + " where id = ?", token);
    sql(
        "update user_account set is_bot = true where (workspace_id, id) ="
            + " (select workspace_id, user_id from token where id = ?)",
        token);
    return new StoryClient(
        server.address(), person.id, person.token().replaceFirst("^xoxp", "xoxb"));
  }

  private long tokenOf(MatrixCaller caller) {
    return Long.parseLong(client(caller).token().split("-", -1)[2]);
  }

  private void sql(String statement, long id) throws Exception {
    DatabaseAddress database = server.database();
    String url = database.jdbcUrl() + "?currentSchema=parley";
    try (Connection connection =
            DriverManager.getConnection(url, database.user(), database.password());
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.setLong(1, id);
      if (prepared.executeUpdate() != 1) {
        throw new AssertionError("not one row: " + statement);
      }
    }
  }

  /// A caller as a client; not for [MatrixCaller#NOBODY].
  StoryClient client(MatrixCaller caller) {
    StoryClient client = callers.get(caller);
    if (client == null) {
      throw new IllegalArgumentException(caller.toString());
    }
    return client;
  }

  /// Notes a conversation that only Carol and Hermit are in.
  void keepSecret(String conversation) {
    secrets.add(conversation);
  }

  /// The conversations that no caller is in.
  Set<String> secrets() {
    return secrets;
  }

  /// A name that nothing had before.
  String newName() {
    return "thing-" + ++names;
  }

  /// An answer, with what a client can tell it from another by.
  ///
  /// @param headers those that do not differ at every call
  record Answer(int status, Map<String, List<String>> headers, String body) {

    /// `ok` or the code of the refusal.
    String outcome() {
      JsonNode json = WireSamples.json(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return json.path("ok").asBoolean() ? "ok" : json.path("error").asText("no code");
    }

    /// The same with other words for some texts.
    Answer with(Map<String, String> words) {
      String text = body;
      for (Map.Entry<String, String> word : words.entrySet()) {
        text = text.replace(word.getKey(), word.getValue());
      }
      Map<String, List<String>> rest = new LinkedHashMap<>(headers);
      rest.remove("content-length");
      return new Answer(status, rest, text);
    }
  }

  /// Calls a method as somebody.
  Answer call(MatrixCaller caller, String method, Map<String, String> arguments) throws Exception {
    String token = caller == MatrixCaller.NOBODY ? null : client(caller).token();
    return call(server.address(), method, token, arguments);
  }

  private static Answer call(
      URI server, String method, @Nullable String token, Map<String, String> arguments)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/api/" + method))
            .header("content-type", "application/json; charset=utf-8")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    WireSamples.JSON.writeValueAsString(arguments)));
    if (token != null) {
      var _ = request.header("authorization", "Bearer " + token);
    }
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    Map<String, List<String>> headers = new LinkedHashMap<>(response.headers().map());
    headers.keySet().removeAll(List.of("x-slack-req-id", "date"));
    return new Answer(response.statusCode(), headers, response.body());
  }
}
