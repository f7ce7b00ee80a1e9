package dev.parley.api;

/// How often one person or bot may call one method. Far above Slack's numbers: a self-hosted server
/// guards itself, it does not sell calls.
public enum RateTier {
  TIER_1(30),
  TIER_2(120),
  TIER_3(300),
  TIER_4(600),
  /// Posting, `auth.test` and what a page does at every step.
  SPECIAL(3_000);

  private final int perMinute;

  RateTier(int perMinute) {
    this.perMinute = perMinute;
  }

  public int perMinute() {
    return perMinute;
  }
}
