package dev.parley.core.app;

import static dev.parley.core.app.Shape.ADDRESS;
import static dev.parley.core.app.Shape.ANY;
import static dev.parley.core.app.Shape.FLAG;
import static dev.parley.core.app.Shape.NUMBER;
import static dev.parley.core.app.Shape.group;
import static dev.parley.core.app.Shape.listOf;
import static dev.parley.core.app.Shape.matching;
import static dev.parley.core.app.Shape.name;
import static dev.parley.core.app.Shape.oneOf;
import static dev.parley.core.app.Shape.text;

import java.util.Map;

/// What a manifest of Slack's format must be, part by part.
final class ManifestShape {
  private static final int MOST_SCOPES = 255;
  private static final int MOST_EVENTS = 100;
  private static final int MOST_ADDRESSES = 1_000;

  private static final Shape BOT_SCOPES =
      listOf(
          text(255).and(node -> Scopes.isForBots(node.textValue()), "A bot has no such scope."),
          MOST_SCOPES);

  private static final Shape USER_SCOPES =
      listOf(
          text(255)
              .and(node -> Scopes.isForPeople(node.textValue()), "A person has no such scope."),
          MOST_SCOPES);

  private static final Shape EVENTS =
      listOf(
          matching("[a-z][a-z0-9_.]*", "This is the name of an event, such as message.channels."),
          MOST_EVENTS);

  private static final Shape DISPLAY =
      group(
          Map.of(
              "name", name(35),
              "description", name(140),
              "long_description", text(4_000),
              "background_color", matching("#[0-9A-Fa-f]{3,6}", "This is a colour: #2c2d30.")),
          "name");

  private static final Shape SHORTCUT =
      group(
          Map.of(
              "type", oneOf("message", "global"),
              "name", name(24),
              "callback_id", text(255),
              "description", name(150)),
          "type",
          "name",
          "callback_id",
          "description");

  private static final Shape COMMAND =
      group(
          Map.of(
              "command", matching("/[^\\s/]{1,31}", "A command is / and up to 31 characters."),
              "description", name(2_000),
              "url", ADDRESS,
              "usage_hint", name(1_000),
              "should_escape", FLAG),
          "command",
          "description");

  private static final Shape FEATURES =
      group(
          Map.of(
              "app_home",
              group(
                  Map.of(
                      "home_tab_enabled", FLAG,
                      "messages_tab_enabled", FLAG,
                      "messages_tab_read_only_enabled", FLAG)),
              "bot_user",
              group(Map.of("display_name", name(80), "always_online", FLAG), "display_name"),
              "shortcuts",
              listOf(SHORTCUT, 10),
              "slash_commands",
              listOf(COMMAND, 50),
              "unfurl_domains",
              listOf(
                  matching("[^\\s/]+\\.[^\\s/.]+", "This is a domain, such as example.com."), 5)));

  private static final Shape OAUTH =
      group(
          Map.of(
              "redirect_urls",
              listOf(ADDRESS, MOST_ADDRESSES),
              "scopes",
              group(
                  Map.of(
                      "bot", BOT_SCOPES,
                      "user", USER_SCOPES,
                      "bot_optional", BOT_SCOPES,
                      "user_optional", USER_SCOPES)),
              "token_management_enabled",
              FLAG,
              "pkce_enabled",
              FLAG));

  private static final Shape SETTINGS =
      group(
          Map.of(
              "allowed_ip_address_ranges",
              listOf(text(64), 10),
              "event_subscriptions",
              group(
                  Map.of(
                      "request_url", ADDRESS,
                      "bot_events", EVENTS,
                      "user_events", EVENTS,
                      "metadata_subscriptions",
                          listOf(
                              group(
                                  Map.of("app_id", text(50), "event_type", text(255)),
                                  "app_id",
                                  "event_type"),
                              50))),
              "incoming_webhooks",
              group(Map.of("incoming_webhooks_enabled", FLAG)),
              "interactivity",
              group(
                  Map.of(
                      "is_enabled", FLAG,
                      "request_url", ADDRESS,
                      "message_menu_options_url", ADDRESS),
                  "is_enabled"),
              "org_deploy_enabled",
              FLAG,
              "socket_mode_enabled",
              FLAG,
              "token_rotation_enabled",
              FLAG,
              "is_hosted",
              FLAG,
              "function_runtime",
              ANY));

  static final Shape MANIFEST =
      group(
          Map.of(
              "_metadata",
              group(Map.of("major_version", NUMBER, "minor_version", NUMBER, "schema", ANY)),
              "display_information",
              DISPLAY,
              "features",
              FEATURES,
              "oauth_config",
              OAUTH,
              "settings",
              SETTINGS),
          "display_information");

  private ManifestShape() {}
}
