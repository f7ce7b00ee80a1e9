package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.app.cli.CommandException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the operator asks of a real server, and what they are told.
@Tag("story")
@ExtendWith(StoryServer.class)
final class OperatorStoryTest {
  private final ServerProcess server;
  private static final AtomicInteger WORKSPACES = new AtomicInteger();

  OperatorStoryTest(ServerProcess server) {
    this.server = server;
  }

  @Test
  void aMadePasswordIsToldOnceAndSignsIn() throws Exception {
    JsonNode made = found("made", Map.of("generate_password", true));

    assertThat(made.path("password").asText()).hasSizeGreaterThan(20);
    assertThat(signIn("ann@made.test", made.path("password").asText())).contains("\"ok\":true");
    assertThat(signIn("ann@made.test", "not-this-one")).contains("invalid_credentials");
  }

  @Test
  void whoHasAPasswordKeepsIt() throws Exception {
    var _ = found("first", Map.of("password", "kettle and lamp"));

    JsonNode second =
        run(
            "workspace.create",
            Map.of(
                "name", "Second",
                "slug", "second",
                "owner_email", "ann@first.test",
                "password", "another kettle"));

    assertThat(second.path("password_kept").asBoolean()).isTrue();
    assertThat(signIn("ann@first.test", "another kettle")).contains("invalid_credentials");
  }

  @Test
  void withoutAWordAboutPasswordsThereIsNone() {
    assertThat(found("none", Map.of()).has("password")).isFalse();
  }

  @Test
  void aScopeOfNoMethodIsRefusedAndTheOthersAreNamed() {
    var _ = found("scoped", Map.of());
    Map<String, String> token = Map.of("workspace", "scoped", "user", "ann");

    assertThatThrownBy(() -> run("token.create", more(token, "scopes", "users:read,foo:bar")))
        .isInstanceOf(CommandException.class)
        .hasMessageMatching(
            "There is no such scope: foo:bar; .*users:read.* \\(invalid_scope\\)\\.");
    assertThat(run("token.create", more(token, "scopes", "users:read,chat:write")).has("token"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Bad Slug!, ann@x.test, kettle and lamp, A workspace cannot have this slug: .* .invalid_slug..",
    "story-a, no-address, kettle and lamp, This is not a mail address: .* .invalid_email..",
    "story-a, ann@x.test, short, The password is too weak: .*10.* .weak_password..",
    "story-a, ann@x.test, password1234, The password is too weak: .*many.* .weak_password..",
    "story-a, ann@x.test, Story-A-2026, The password is too weak: .*name.* .weak_password.."
  })
  void aRefusalIsASentenceThatEndsWithItsCode(
      String slug, String email, String password, String told) {
    assertThatThrownBy(
            () ->
                run(
                    "workspace.create",
                    Map.of("name", "X", "slug", slug, "owner_email", email, "password", password)))
        .isInstanceOf(CommandException.class)
        .hasMessageMatching(told);
  }

  @Test
  void membersAreAListOrATextWithCommas() {
    var _ = found("lists", Map.of());
    Map<String, Object> channel = Map.of("workspace", "lists", "name", "one");
    assertThat(run("channel.create", more(channel, "members", List.of("ann"))).path("members"))
        .isEqualTo(
            run("channel.create", more(more(channel, "name", "two"), "members", "ann"))
                .path("members"));
  }

  @ParameterizedTest
  @CsvSource({
    "members, '[1]', members is names",
    "name, '{}', name is a text",
    "private, '\"yes\"', private is true or false",
  })
  void whatIsOfAnotherTypeIsRefused(String argument, String value, String told) throws Exception {
    JsonNode wrong = new ObjectMapper().readTree(value);
    String slug = "wrong-" + argument;
    var _ = found(slug, Map.of());
    Map<String, Object> channel = Map.of("workspace", slug, "name", "three");
    assertThatThrownBy(() -> run("channel.create", more(channel, argument, wrong)))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(told + " (invalid_argument).");
  }

  @Test
  void anAnswerOfManyLinesLacksNone() {
    var _ = found("many", Map.of());
    List<String> told = new ArrayList<>();
    server
        .operator()
        .call(
            "user.create",
            Map.of("workspace", "many", "prefix", "p", "count", 1_000),
            line -> told.add(line.path("name").asText()));

    assertThat(told)
        .isEqualTo(IntStream.rangeClosed(1, 1_000).mapToObj(number -> "p" + number).toList());
  }

  /// A misspelt word would make a channel public and a token good for everything.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "channel.create | {'name':'one','privat':true} | privat; there are .* .unknown_argument..",
        "token.create | {'user':'ann','scope':'bot'} | scope; there are .* .unknown_argument..",
        "token.create | {'user':'ann','scopes':' '} | none is named; .* .invalid_scope..",
        "token.create | {'user':'ann','scopes':[]} | none is named; .* .invalid_scope..",
        "app.rotate | {'app':'x','secret':'bot_token','overlap':'24h'} | .* .invalid_argument..",
        "user.create | {'name':'half','real_name':'\\ud800'} | .* .invalid_charset..",
        "user.create | {'name':'\\u0000'} | .*: name .missing_argument..",
      })
  void whatIsNotUnderstoodIsRefused(String command, String arguments, String told)
      throws Exception {
    assertThatThrownBy(() -> run(command, understood(arguments)))
        .isInstanceOf(CommandException.class)
        .hasMessageMatching(".*" + told);
  }

  @Test
  void nobodyIsCalledByMoreThanANameHolds() {
    Map<String, Object> person = Map.of("name", "long", "real_name", "é".repeat(81));
    assertThatThrownBy(() -> run("user.create", more(person, "workspace", slug("long"))))
        .hasMessageContaining("real_name has at most 80 characters (too_long).");
    assertThatThrownBy(() -> found("w", Map.of("owner_real_name", "é".repeat(81))))
        .hasMessageContaining("(too_long).");
  }

  private Map<String, Object> understood(String arguments) throws Exception {
    Map<String, Object> read =
        new ObjectMapper()
            .readValue(arguments.replace('\'', '"'), new TypeReference<Map<String, Object>>() {});
    return more(read, "workspace", slug("understood"));
  }

  private String slug(String name) {
    String slug = name + "-" + WORKSPACES.incrementAndGet();
    var _ = found(slug, Map.of());
    return slug;
  }

  private static Map<String, Object> more(Map<String, ?> map, String key, Object value) {
    Map<String, Object> more = new java.util.HashMap<>(map);
    var _ = more.put(key, value);
    return more;
  }

  private JsonNode found(String slug, Map<String, ?> more) {
    Map<String, Object> arguments = new java.util.HashMap<>(more);
    arguments.putAll(Map.of("name", slug, "slug", slug, "owner_email", "ann@" + slug + ".test"));
    return run("workspace.create", arguments);
  }

  private JsonNode run(String command, Map<String, ?> arguments) {
    JsonNode[] line = new JsonNode[1];
    server.operator().call(command, arguments, answer -> line[0] = answer);
    return line[0];
  }

  private String signIn(String email, String password) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
      HttpRequest request =
          HttpRequest.newBuilder(server.address().resolve("/api/client.signIn"))
              .header("content-type", "application/json")
              .header("x-parley-team", "")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
