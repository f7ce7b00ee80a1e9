package dev.parley.gateway.hub;

import dev.parley.gateway.rtm.RtmDesk;

/// What RTM connections of a node share.
///
/// @param desk what they ask of the rules of chat
/// @param answers what they were answered last
public record RtmServices(RtmDesk desk, LastAnswers answers) {}
