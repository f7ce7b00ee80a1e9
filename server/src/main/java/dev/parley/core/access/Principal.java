package dev.parley.core.access;

import java.time.Instant;

/// Somebody whose credential was verified.
///
/// @param expires when the credential ends by itself; [Instant#MAX] if never
public record Principal(Actor actor, Instant expires) {}
