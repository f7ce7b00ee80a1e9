package dev.parley.api;

import java.util.List;
import java.util.Map;

/// An answer as it goes back over the network.
///
/// @param headers those besides the usual ones
/// @param body one JSON object in UTF-8
public record ApiAnswer(
    int status, Map<String, String> headers, byte[] body, List<SessionCookie> cookies) {}
