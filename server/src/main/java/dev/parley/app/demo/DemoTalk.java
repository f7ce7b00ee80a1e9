package dev.parley.app.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation and what happens in it.
///
/// @param room the channel, or null for a direct or group message
/// @param people whom it is for
/// @param steps what happens, in order of time
record DemoTalk(DemoCast.@Nullable Room room, List<DemoCast.Person> people, List<Step> steps) {

  /// Something that happens at a time.
  sealed interface Step {
    Instant at();
  }

  /// Somebody comes to the company, and so to the channel.
  record Join(Instant at, String who) implements Step {}

  /// Somebody says something.
  ///
  /// @param id the message's own
  /// @param author a handle
  /// @param text as [DemoWords] writes it
  /// @param answers the message that it replies to, or null
  /// @param isBroadcast whether a reply is shown in the channel too
  /// @param edited what the text becomes some minutes later, or null
  /// @param isDeleted whether it is taken back
  record Say(
      Instant at,
      UUID id,
      String author,
      String text,
      @Nullable UUID answers,
      boolean isBroadcast,
      List<Reaction> reactions,
      @Nullable String edited,
      boolean isDeleted)
      implements Step {}

  /// @param who a handle
  record Reaction(String emoji, String who) {}

  List<Say> said() {
    return steps.stream().filter(Say.class::isInstance).map(Say.class::cast).toList();
  }
}
