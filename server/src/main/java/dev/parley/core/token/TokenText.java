package dev.parley.core.token;

import dev.parley.core.access.Secret;
import dev.parley.kernel.WorkspaceId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The written form of a token: `xoxp-<workspace number>-<token number>-<secret>`.
record TokenText(TokenKind kind, WorkspaceId workspace, long id, String secret) {
  private static final Pattern FORM =
      Pattern.compile(
          "(xoxp|xoxb)-([1-9][0-9]{0,18})-([1-9][0-9]{0,18})-([0-9A-Za-z]{" + Secret.LENGTH + "})");

  /// Parses a token; anything else is an empty result.
  static Optional<TokenText> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TokenText(
              matcher.group(1).equals(TokenKind.BOT.prefix()) ? TokenKind.BOT : TokenKind.USER,
              new WorkspaceId(Long.parseLong(matcher.group(2))),
              Long.parseLong(matcher.group(3)),
              matcher.group(4)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String write() {
    return kind.prefix() + "-" + workspace.value() + "-" + id + "-" + secret;
  }

  /// Hides the secret, so that it cannot reach a log.
  @Override
  public String toString() {
    return kind.prefix() + "-" + workspace.value() + "-" + id + "-…";
  }
}
