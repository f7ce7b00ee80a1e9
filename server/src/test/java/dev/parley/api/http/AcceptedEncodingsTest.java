package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptedEncodingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "br, gzip;q=0.5", "gzip; q=1.0", "deflate,gzip"})
  void whatIsNamedIsAccepted(String header) {
    assertThat(AcceptedEncodings.accept(header, "gzip")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0.000", "x-gzip2", "identity"})
  void whatIsNotNamedOrHasNoWeightIsNot(String header) {
    assertThat(AcceptedEncodings.accept(header, "gzip")).isFalse();
  }
}
