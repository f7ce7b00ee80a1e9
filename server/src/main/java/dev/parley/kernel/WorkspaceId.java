package dev.parley.kernel;

/// The identity of a workspace, the tenant. Written `T…`.
public record WorkspaceId(long value) {

  public WorkspaceId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static java.util.Optional<WorkspaceId> parse(String text) {
    return Ids.parse('T', text).map(WorkspaceId::new);
  }

  @Override
  public String toString() {
    return Ids.write('T', value);
  }
}
