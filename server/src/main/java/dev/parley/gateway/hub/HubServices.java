package dev.parley.gateway.hub;

import dev.parley.fanout.Broker;
import dev.parley.fanout.EventSource;
import java.util.concurrent.Executor;

/// What the hubs of a node share.
///
/// @param rtm what RTM connections work with
/// @param blocking runs what may block; a task each, as many at once as are given
/// @param build this server's version, as `hello` tells it
/// @param pingIntervalSeconds how often clients are to ping
public record HubServices(
    Broker broker,
    EventSource events,
    ResumeTokens tokens,
    RtmServices rtm,
    Executor blocking,
    String build,
    int pingIntervalSeconds) {}
