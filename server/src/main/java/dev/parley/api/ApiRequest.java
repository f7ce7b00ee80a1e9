package dev.parley.api;

import org.jspecify.annotations.Nullable;

/// A request as it reaches the gate.
///
/// @param method the name of the method, from the address
/// @param authorization the header of that name
/// @param team the header `X-Parley-Team`: which workspace's cookie is meant
public record ApiRequest(
    String method,
    RawArguments arguments,
    @Nullable String authorization,
    @Nullable String team,
    Client client) {}
