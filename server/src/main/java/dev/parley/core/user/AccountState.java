package dev.parley.core.user;

import dev.parley.core.access.Role;

/// What a credential's check needs to know of an account.
public record AccountState(Role role, boolean isBot, boolean isDeactivated) {}
