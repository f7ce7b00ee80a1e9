package dev.parley.core.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The emoji that every workspace has. `emojiNames.test.ts` shows that they are those of the page.
final class StandardEmojiTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tada",
        "+1",
        "thumbsup",
        "-1",
        "eyes",
        "flag-de",
        "de",
        "100",
        "face_palm",
        "heart",
        "wave::skin-tone-2",
        "thumbsup::skin-tone-6",
        "white_check_mark",
        "skin-tone-2"
      })
  void knowsEachNameOfAnEmoji(String name) {
    assertThat(StandardEmoji.isKnown(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "::",
        "nonsense",
        "Tada",
        "tada::skin-tone-2",
        "wave::skin-tone-1",
        "wave::skin-tone-7",
        "wave::skin-tone-2::skin-tone-3",
        "::skin-tone-2",
        "wave "
      })
  void knowsNothingElse(String name) {
    assertThat(StandardEmoji.isKnown(name)).isFalse();
  }
}
