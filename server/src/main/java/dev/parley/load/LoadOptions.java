package dev.parley.load;

import java.net.URI;

/// What a run does.
///
/// @param connections WebSocket clients in all
/// @param senders people who post at the same time
/// @param channels channels per workspace
/// @param rate posts a second in all, or 0 for as fast as they are acknowledged
/// @param editPercent how many of a hundred posts are edited afterwards
/// @param deletePercent how many of a hundred posts are deleted afterwards
/// @param awayPercent how many of a hundred clients drop their connection at a time
/// @param seed makes the choices of a run repeatable
public record LoadOptions(
    URI server,
    int workspaces,
    int connections,
    int senders,
    int channels,
    int seconds,
    int rate,
    int editPercent,
    int deletePercent,
    int awayPercent,
    long seed) {

  public LoadOptions {
    if (workspaces < 1 || connections < workspaces || senders < 1 || channels < 1 || seconds < 1) {
      throw new IllegalArgumentException("workspaces, connections, senders, channels, seconds");
    }
  }
}
