package dev.parley.app.doctor;

/// One thing the doctor looked at.
///
/// @param grade how serious it is
/// @param subject what was looked at, a word or two
/// @param text what was found
/// @param advice what to do about it, empty if nothing
record Finding(Grade grade, String subject, String text, String advice) {

  /// How serious a finding is.
  enum Grade {
    GOOD("ok"),
    DOUBTFUL("warn"),
    BAD("FAIL");

    private final String label;

    Grade(String label) {
      this.label = label;
    }
  }

  static Finding good(String subject, String text) {
    return new Finding(Grade.GOOD, subject, text, "");
  }

  static Finding doubtful(String subject, String text, String advice) {
    return new Finding(Grade.DOUBTFUL, subject, text, advice);
  }

  static Finding bad(String subject, String text, String advice) {
    return new Finding(Grade.BAD, subject, text, advice);
  }

  boolean isBad() {
    return grade == Grade.BAD;
  }

  @Override
  public String toString() {
    String line = "%-5s %-15s %s".formatted(grade.label, subject, text);
    return advice.isEmpty() ? line : line + "\n%21s %s".formatted("→", advice);
  }
}
