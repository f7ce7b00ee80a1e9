package dev.parley.api;

import org.jspecify.annotations.Nullable;

/// A request's arguments as they came over the network.
///
/// @param isPost whether the body counts
/// @param query the undecoded query, without the question mark
/// @param contentType the header as it came
public record RawArguments(
    boolean isPost, @Nullable String query, @Nullable String contentType, byte[] body) {}
