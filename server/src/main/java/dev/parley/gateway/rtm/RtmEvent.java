package dev.parley.gateway.rtm;

import org.jspecify.annotations.Nullable;

/// An event in Slack's words.
///
/// @param json one JSON object, UTF-8
/// @param clientMsgId by which the author of a message knows it, or null
public record RtmEvent(byte[] json, @Nullable String clientMsgId) {}
