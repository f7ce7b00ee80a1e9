package dev.parley.gateway.rtm;

/// How an RTM connection was asked for.
///
/// @param mayPost whether the credential covers posting
/// @param isBatchAware whether `presence_change` may name many people at once
public record RtmOptions(boolean mayPost, boolean isBatchAware) {}
