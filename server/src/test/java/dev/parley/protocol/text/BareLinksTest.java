package dev.parley.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Addresses that are written without angles.
final class BareLinksTest {
  private static final String[] PIECES = {
    "https://a.test",
    "http://b.test/x_(y)",
    "/path?q=1&amp;r=2",
    "ann@a.test",
    "mailto:",
    "@",
    "<https://c.test|c>",
    "<@U1>",
    "<",
    ">",
    "&lt;",
    "&gt;",
    "&amp;",
    "`",
    "```",
    "*",
    "_",
    "~",
    "(",
    ")",
    ".",
    ",",
    ";",
    "!",
    "|",
    "\n",
    " ",
    "word",
    "ä",
    "😀",
    "\u0000",
    "x".repeat(4_100)
  };

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "see https://a.test/b., see <https://a.test/b>.",
        "(https://a.test/x_(y)), (<https://a.test/x_(y)>)",
        "*https://a.test*, *<https://a.test>*",
        "https://a.test/?a=1&amp;b=2&amp;, <https://a.test/?a=1&amp;b=2&amp;>",
        "&lt;https://a.test&gt;, &lt;<https://a.test>&gt;",
        "mail ann+b@a.test!, mail <mailto:ann+b@a.test|ann+b@a.test>!",
        "<https://a.test|words> <mailto:b@a.test>, <https://a.test|words> <mailto:b@a.test>",
        "`https://a.test` ```ann@a.test```, `https://a.test` ```ann@a.test```",
        "README.md a.test ann@local xhttps://a.test, README.md a.test ann@local xhttps://a.test",
        "HTTPS://A.test/ü, <HTTPS://A.test/ü>",
      })
  void anglesStandAroundWhatIsAnAddress(String text, String wrapped) {
    assertThat(BareLinks.wrapped(text)).isEqualTo(wrapped);
  }

  @Test
  void whateverIsWrittenIsWrappedOnceAndNothingIsLost() {
    long seed = 4711;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder made = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        made.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String text = made.toString();

      String wrapped = BareLinks.wrapped(text);

      assertThat(BareLinks.wrapped(wrapped)).as("%s of seed %d", text, seed).isEqualTo(wrapped);
      assertThat(unwrapped(wrapped)).as("%s of seed %d", text, seed).isEqualTo(unwrapped(text));
    }
  }

  private static String unwrapped(String text) {
    return text.replaceAll("<mailto:([^|<>]*)\\|\\1>", "$1").replaceAll("[<>]", "");
  }

  @Test
  void hostileTextIsReadSoon() {
    for (String piece : new String[] {"http://a", "a@a.", "a@", "<", "```", "`a", "(", ".", "+-"}) {
      String text = "https://" + piece.repeat(40_000 / piece.length()) + "@";
      Assertions.assertTimeout(Duration.ofSeconds(2), () -> BareLinks.wrapped(text));
    }
  }
}
