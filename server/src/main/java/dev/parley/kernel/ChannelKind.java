package dev.parley.kernel;

/// What a conversation is. The two lowest bits of its id tell, so an id alone can be written.
public enum ChannelKind {
  /// A public or private channel, `C…`.
  CHANNEL('C', 1),
  /// A direct message between two people (or of one with themselves), `D…`.
  DIRECT('D', 2),
  /// A group message of three to nine people, `G…`.
  GROUP('G', 3);

  private final char prefix;
  private final int bits;

  ChannelKind(char prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /// The first letter of the written id.
  public char prefix() {
    return prefix;
  }

  /// The value of the id's two lowest bits: 1, 2 or 3.
  public int bits() {
    return bits;
  }
}
