package dev.parley.core.channel;

/// One thing about a channel that is to be different.
public sealed interface ChannelEdit {

  /// @param name a name that [ChannelName] accepts
  record Name(String name) implements ChannelEdit {}

  /// @param text at most 250 characters, empty for none
  record Topic(String text) implements ChannelEdit {}

  /// @param text at most 250 characters, empty for none
  record Purpose(String text) implements ChannelEdit {}

  /// @param archived whether nobody may write there any more
  record Archived(boolean archived) implements ChannelEdit {}
}
