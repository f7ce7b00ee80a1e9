package dev.parley.gateway.rtm;

import dev.parley.kernel.ChannelId;
import org.jspecify.annotations.Nullable;

/// An event in Slack's words.
///
/// @param json one JSON object, UTF-8
/// @param clientMsgId by which the author of a message knows it, or null
/// @param outsideOf the channel whose members do not need it, as the channel's own stream tells
///     them; null if it is for everybody
public record RtmEvent(byte[] json, @Nullable String clientMsgId, @Nullable ChannelId outsideOf) {}
