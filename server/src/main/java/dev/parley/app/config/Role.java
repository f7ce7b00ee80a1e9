package dev.parley.app.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a process of Parley does. A small deployment has one process that does everything.
public enum Role {
  ALL,
  API,
  GATEWAY,
  WORKER;

  public boolean includes(Role part) {
    return this == ALL || this == part;
  }

  static Optional<Role> parse(String text) {
    return Arrays.stream(values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
