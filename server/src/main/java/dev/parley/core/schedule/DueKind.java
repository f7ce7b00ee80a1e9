package dev.parley.core.schedule;

/// What kinds of things can be due. The number is stored and never reused.
public enum DueKind {
  MESSAGE(1),
  REMINDER(2);

  private final short number;

  DueKind(int number) {
    this.number = (short) number;
  }

  public short number() {
    return number;
  }
}
