package dev.parley.app.admin;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the operator API's codes mean, in a sentence for the operator.
final class OperatorRefusals {
  /// Without the full stop: a detail may follow.
  static final Map<String, String> SENTENCES =
      Map.ofEntries(
          entry("already_installed", "The app is installed"),
          entry("already_set_up", "This server has its first workspace already"),
          entry("app_not_found", "There is no such app in this workspace"),
          entry("channel_not_found", "There is no such channel"),
          entry("clock_skew", "The server's clock has been set back too far"),
          entry("email_taken", "Somebody in this workspace has this address already"),
          entry("internal_error", "The server failed; its log says why"),
          entry("invalid_argument", "An argument is not what it has to be"),
          entry("invalid_charset", "A text is not well-formed Unicode"),
          entry("invalid_count", "This many people cannot be made"),
          entry("invalid_email", "This is not a mail address"),
          entry("invalid_json", "The server cannot read the command"),
          entry("invalid_manifest", "The manifest cannot be used"),
          entry("invalid_name_maxlength", "A channel's name has at most 80 characters"),
          entry("invalid_name_punctuation", "A channel's name has a letter or digit"),
          entry("invalid_name_required", "A channel needs a name"),
          entry(
              "invalid_name_specials", "A channel's name has small letters, digits, - and _ only"),
          entry("invalid_overlap", "Replaced tokens may be good for up to 24 hours more"),
          entry("invalid_role", "There is no such role"),
          entry("invalid_scope", "There is no such scope"),
          entry("invalid_secret", "An app has no such secret"),
          entry("invalid_slug", "A workspace cannot have this slug"),
          entry("invalid_username", "Nobody can be called that"),
          entry("json_not_object", "The server cannot read the command"),
          entry("missing_argument", "Something is missing"),
          entry("name_taken", "Another channel has this name"),
          entry("not_installed", "The app is not installed"),
          entry(
              "primary_owner", "This person answers for the workspace and stays its primary owner"),
          entry("webhook_not_found", "There is no such webhook in this workspace"),
          entry("request_timeout", "The command did not reach the server in time"),
          entry("request_too_large", "The command is too large"),
          entry("service_unavailable", "The server is too busy or its database is away; try again"),
          entry("slug_taken", "Another workspace has this slug"),
          entry("team_not_found", "There is no such workspace"),
          entry("too_long", "Something is too long"),
          entry("too_many_users", "These are too many people at once"),
          entry("unknown_argument", "The command knows no such argument"),
          entry("unknown_command", "This server is of another version and has no such command"),
          entry("user_is_restricted", "This person may not do that"),
          entry("user_not_found", "There is no such person in this workspace"),
          entry("username_taken", "Somebody in this workspace has this name already"),
          entry("weak_password", "The password is too weak"));

  private OperatorRefusals() {}

  /// A refusal as a sentence that ends with its code.
  static String sentence(String code, @Nullable String detail) {
    String sentence = SENTENCES.getOrDefault(code, "The server refused");
    return sentence + (detail == null ? "" : ": " + detail) + " (" + code + ").";
  }
}
