package dev.parley.core.token;

import dev.parley.core.access.Secret;
import dev.parley.kernel.AppId;
import dev.parley.kernel.WorkspaceId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The written form of a token: `xoxp-<workspace number>-<token number>-<secret>`; of an app's
/// token `xapp-1-A…-` and the same.
///
/// @param start what it begins with
record TokenText(String start, WorkspaceId workspace, long id, String secret) {
  private static final Pattern FORM =
      Pattern.compile(
          "(xoxp|xoxb|xapp-1-A[0-9A-Z]{13})-([1-9][0-9]{0,18})-([1-9][0-9]{0,18})-([0-9A-Za-z]{"
              + Secret.LENGTH
              + "})");

  /// What the token of a person or bot begins with.
  static String start(TokenKind kind) {
    return kind.prefix();
  }

  /// What the token of an app begins with.
  static String start(AppId app) {
    return TokenKind.APP.prefix() + "-1-" + app;
  }

  /// Parses a token; anything else is an empty result.
  static Optional<TokenText> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TokenText(
              matcher.group(1),
              new WorkspaceId(Long.parseLong(matcher.group(2))),
              Long.parseLong(matcher.group(3)),
              matcher.group(4)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  TokenKind kind() {
    return switch (start) {
      case "xoxp" -> TokenKind.USER;
      case "xoxb" -> TokenKind.BOT;
      default -> TokenKind.APP;
    };
  }

  String write() {
    return start + "-" + workspace.value() + "-" + id + "-" + secret;
  }

  /// Hides the secret, so that it cannot reach a log.
  @Override
  public String toString() {
    return start + "-" + workspace.value() + "-" + id + "-…";
  }
}
