package dev.parley.storage;

import dev.parley.kernel.WorkspaceId;

/// The workspace on whose behalf the current thread works. The gate binds it for the length of a
/// call; [TenantDatabase] refuses any other workspace meanwhile, whatever a method asks for.
public final class TenantScope {
  public static final ScopedValue<WorkspaceId> BOUND = ScopedValue.newInstance();

  private TenantScope() {}
}
