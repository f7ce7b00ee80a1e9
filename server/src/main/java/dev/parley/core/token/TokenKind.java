package dev.parley.core.token;

/// Whom or what a token stands for. The number is stored.
public enum TokenKind {
  USER(1, "xoxp"),
  BOT(2, "xoxb"),
  /// An app as such; its bot owns the token.
  APP(3, "xapp");

  private final short number;
  private final String prefix;

  TokenKind(int number, String prefix) {
    this.number = (short) number;
    this.prefix = prefix;
  }

  public short number() {
    return number;
  }

  /// What every token of this kind begins with.
  public String prefix() {
    return prefix;
  }
}
