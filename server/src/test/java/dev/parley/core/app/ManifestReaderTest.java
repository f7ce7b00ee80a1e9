package dev.parley.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.app.Manifest.Problem;
import dev.parley.core.app.Manifest.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a manifest may say, and what is said about one that may not.
final class ManifestReaderTest {
  private static final String YAML =
      """
      display_information:
        name: Weather
        description: Says what it will be like
      features:
        bot_user:
          display_name: weather bot
          always_online: true
        slash_commands:
          - command: /weather
            description: Tells the weather
            should_escape: false
      oauth_config:
        scopes:
          bot:
            - chat:write
            - users:read
      settings:
        event_subscriptions:
          bot_events: [message.channels, app_mention]
        socket_mode_enabled: true
      """;

  private static Manifest valid(String text) {
    assertThat(ManifestReader.read(text)).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) ManifestReader.read(text)).manifest();
  }

  private static List<String> problems(String text) {
    assertThat(ManifestReader.read(text)).isInstanceOf(Reading.Invalid.class);
    return ((Reading.Invalid) ManifestReader.read(text))
        .problems().stream().map(Problem::line).toList();
  }

  @Test
  void yamlSaysTheSameAsJson() {
    Manifest manifest = valid(YAML);

    assertThat(manifest.name()).isEqualTo("Weather");
    assertThat(manifest.botName()).isEqualTo("weather bot");
    assertThat(manifest.botScopes()).containsExactlyInAnyOrder("chat:write", "users:read");
    assertThat(manifest.json()).startsWith("{").contains("\"bot_events\":[\"message.channels\"");
    assertThat(valid(manifest.json())).isEqualTo(manifest);
  }

  @Test
  void aNameIsEnough() {
    Manifest manifest = valid("{\"display_information\":{\"name\":\"Only a name\"}}");

    assertThat(manifest.botName()).isEqualTo("Only a name");
    assertThat(manifest.botScopes()).isEmpty();
  }

  @Test
  void everyProblemIsToldWithItsPlace() {
    String manifest =
        """
        {"display_information": {"name": " ", "background_color": "red"},
         "features": {"bot_user": {}, "slash_commands": [{"command": "weather", "description": 3}]},
         "oauth_config": {"redirect_urls": ["ftp://x.test"],
                          "scopes": {"bot": ["chat:write", "chat:writes"], "user": "users:read"}},
         "settings": {"socket_mode_enabled": "yes"}}
        """;

    assertThat(problems(manifest))
        .containsExactlyInAnyOrder(
            "/display_information/name: This is not empty.",
            "/display_information/background_color: This is a colour: #2c2d30.",
            "/features/bot_user/display_name: This is missing.",
            "/features/slash_commands/0/command: A command is / and up to 31 characters.",
            "/features/slash_commands/0/description: This is a text.",
            "/oauth_config/redirect_urls/0: "
                + "This is an address that begins with http:// or https://.",
            "/oauth_config/scopes/bot/1: A bot has no such scope.",
            "/oauth_config/scopes/user: This is a list.",
            "/settings/socket_mode_enabled: This is true or false.");
  }

  @Test
  void whatIsNotKnownIsKeptAndToldOf() {
    Reading reading =
        ManifestReader.read(
            "{\"display_information\":{\"name\":\"x\"},\"oauth_config\":{\"scope\":[\"a\"]}}");

    assertThat(reading).isInstanceOf(Reading.Valid.class);
    Reading.Valid valid = (Reading.Valid) reading;
    assertThat(valid.notices())
        .containsExactly(
            new Problem("/oauth_config/scope", "This is not known and has no effect."));
    assertThat(valid.manifest().json()).contains("\"scope\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|The manifest is empty.",
        "{\"display_information\": |Line 1, column 24 cannot be read",
        "{\"a\":1,\"a\":2}|Duplicate field 'a'",
        "[1]|This is a group of named values.",
        "just words|This is a group of named values.",
        "{\"display_information\":{\"name\":\"x\"}} {}|cannot be read",
      })
  void whatCannotBeReadIsSaid(String text, String told) {
    assertThat(problems(text)).singleElement().asString().contains(told);
  }

  @Test
  void aliasesOfYamlAreRefusedHoweverFewThereAre() {
    String bomb =
        """
        a: &a [lol, lol, lol, lol, lol, lol, lol, lol]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
        c: [*b, *b, *b, *b, *b, *b, *b, *b]
        """;

    assertThat(problems(bomb))
        .containsExactly("Anchors and aliases of YAML are not allowed in a manifest.");
    assertThat(problems("display_information: &x {name: y}")).hasSize(1);
  }

  @Test
  void depthAndLengthAreBounded() {
    String deepJson = "{\"a\":".repeat(30_000) + "1" + "}".repeat(30_000);
    StringBuilder deepYaml = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      deepYaml.append(" ".repeat(i)).append("a:\n");
    }

    assertThat(problems(deepJson)).singleElement().asString().contains("at most 65536");
    assertThat(problems(deepJson.substring(0, 60_000)))
        .singleElement()
        .asString()
        .contains("nesting depth");
    assertThat(problems("[".repeat(5_000) + "]".repeat(5_000))).hasSize(1);
    assertThat(problems(deepYaml.toString())).hasSize(1);
  }
}
