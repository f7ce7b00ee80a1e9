package dev.parley.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// All methods, by name. Immutable.
public final class MethodRegistry {
  private final TreeMap<String, Method> methods = new TreeMap<>();

  /// @throws IllegalArgumentException if two methods have one name
  public MethodRegistry(Collection<Method> methods) {
    for (Method method : methods) {
      if (this.methods.put(method.name(), method) != null) {
        throw new IllegalArgumentException("two methods: " + method.name());
      }
    }
  }

  public Optional<Method> find(String name) {
    return Optional.ofNullable(methods.get(name));
  }

  /// Every method, by name.
  public List<Method> all() {
    return List.copyOf(methods.values());
  }

  /// Every scope that some method asks for, by name.
  public SortedSet<String> scopes() {
    SortedSet<String> scopes = new TreeSet<>();
    for (Method method : methods.values()) {
      scopes.addAll(method.botScopes());
      scopes.addAll(method.userScopes());
    }
    return scopes;
  }
}
