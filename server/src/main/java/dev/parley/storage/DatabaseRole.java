package dev.parley.storage;

/// The roles Parley connects as. None of them is a member of another: membership would hand on
/// policies.
public enum DatabaseRole {
  /// Owns every table; migrations and partitions only.
  OWNER("parley_owner"),
  /// Everything a request does, for one workspace a transaction.
  APP("parley_app"),
  /// The commit loop alone: changes of many workspaces in one transaction.
  WRITER("parley_writer"),
  /// The tables that know no tenant.
  DIRECTORY("parley_directory"),
  /// The outbox alone.
  RELAY("parley_relay"),
  /// What is due, of all workspaces: ids and times alone.
  SCHEDULER("parley_scheduler");

  private final String roleName;

  DatabaseRole(String roleName) {
    this.roleName = roleName;
  }

  public String roleName() {
    return roleName;
  }
}
