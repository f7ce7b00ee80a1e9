package dev.parley.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.hub.ResumeTokens.Content;
import dev.parley.gateway.hub.ResumeTokens.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTokensTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Owner ALICE = new Owner(4, 8, 7, 1);
  private static final Content CONTENT = new Content(17, Set.of(41L, 45L, Long.MAX_VALUE - 1));

  private final ResumeTokens tokens = at(NOON);

  @Test
  void aTokenSaysWhatWasPutIntoIt() {
    assertThat(tokens.verify(tokens.issue(ALICE, CONTENT), ALICE)).contains(CONTENT);
  }

  @Test
  void itIsWorthNothingToOthersOrInAnotherSessionOrEpoch() {
    String token = tokens.issue(ALICE, CONTENT);

    assertThat(tokens.verify(token, new Owner(5, 8, 7, 1))).isEmpty();
    assertThat(tokens.verify(token, new Owner(4, 9, 7, 1))).isEmpty();
    assertThat(tokens.verify(token, new Owner(4, 8, 6, 1))).isEmpty();
    assertThat(tokens.verify(token, new Owner(4, 8, 7, 2))).isEmpty();
  }

  @Test
  void itExpiresAfterTenMinutes() {
    String token = tokens.issue(ALICE, CONTENT);

    assertThat(at(NOON.plusSeconds(599)).verify(token, ALICE)).isPresent();
    assertThat(at(NOON.plusSeconds(600)).verify(token, ALICE)).isEmpty();
  }

  @Test
  void anyChangedByteMakesItWorthless() {
    String token = tokens.issue(ALICE, CONTENT);

    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.verify(forged, ALICE)).as("byte " + i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "not base 64!", "AQAA", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void nonsenseIsNoToken(String token) {
    assertThat(tokens.verify(token, ALICE)).isEmpty();
  }

  private static ResumeTokens at(Instant now) {
    return new ResumeTokens(new byte[32], Clock.fixed(now, ZoneOffset.UTC), Duration.ofMinutes(10));
  }
}
