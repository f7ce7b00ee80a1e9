package dev.parley.api.method;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Bare addresses in what is posted.
final class PostedTextTest {
  @Test
  void becomeLinks() {
    assertThat(PostedText.linked("see https://a.test and b@a.test"))
        .isEqualTo("see <https://a.test> and <mailto:b@a.test|b@a.test>");
  }

  @Test
  void stayAsTheyAreWhereTheTextWouldBeTooLongWithThem() {
    String fits = "b@a.test ".repeat(1_400);
    String tooLong = "b@a.test ".repeat(1_800);

    assertThat(PostedText.linked(fits)).startsWith("<mailto:").hasSizeLessThan(40_001);
    assertThat(PostedText.linked(tooLong)).isEqualTo(tooLong);
  }
}
