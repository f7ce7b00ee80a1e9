package dev.parley.core.app;

import java.util.List;
import java.util.Set;

/// What an app is and wants, read from its manifest and checked.
///
/// @param botName how its bot is called
/// @param botScopes what its bot may do
/// @param json the whole manifest, as a JSON object
public record Manifest(
    String name, String description, String botName, Set<String> botScopes, String json) {

  public Manifest {
    botScopes = Set.copyOf(botScopes);
  }

  /// Something that is wrong with a manifest, or that has no effect.
  ///
  /// @param pointer where, as a JSON pointer; empty for the whole
  /// @param message a sentence
  public record Problem(String pointer, String message) {

    /// Where and what in one line.
    public String line() {
      return pointer.isEmpty() ? message : pointer + ": " + message;
    }
  }

  /// The outcome of reading a manifest.
  public sealed interface Reading {
    /// It can be used.
    ///
    /// @param notices what in it has no effect
    record Valid(Manifest manifest, List<Problem> notices) implements Reading {}

    /// It cannot be used.
    record Invalid(List<Problem> problems) implements Reading {}
  }
}
