package dev.parley.core.workspace;

import dev.parley.kernel.WorkspaceId;
import java.time.Instant;

/// A workspace as the directory knows it.
///
/// @param slug its short name in addresses and commands
/// @param name what people call it
public record Workspace(WorkspaceId id, String slug, String name, Instant created) {}
