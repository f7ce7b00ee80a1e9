package dev.parley.core.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRulesTest {
  private static final List<String> ANN =
      List.of("ann.smith@acme.test", "ann.smith", "Ann Smith", "Acme Industries", "acme");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse",
        "Ann Smith likes trains",
        "acme-2026-kettle",
        "\u4f60\u597d\u4f60\u597d\u4f60\u597d\u4f60\u597d\u4f60\u597d"
      })
  void aLongPasswordOfOnesOwnIsTaken(String password) {
    assertThatCode(() -> PasswordRules.check(password, ANN)).doesNotThrowAnyException();
  }

  @Test
  void tenCharactersAreEnoughAndNineAreNot() {
    assertThatCode(() -> PasswordRules.check("kettle-4x!", ANN)).doesNotThrowAnyException();
    assertWeak("kettle-4x", "characters");
    assertWeak("x".repeat(PasswordRules.MOST + 1), "characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password123", "PassWord-1234", "qwertyuiop", "1234567890", "Christopher2026!"})
  void whatManyHaveIsRefusedHoweverItIsWritten(String password) {
    assertWeak(password, "many people");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann.smith@acme.test",
        "Ann-Smith-2026",
        "annsmith12",
        "acme industries",
        "2026 ACME 2026"
      })
  void theOwnNamesAreRefusedHoweverTheyAreWritten(String password) {
    assertWeak(password, "name or address");
  }

  private static void assertWeak(String password, String why) {
    assertThatThrownBy(() -> PasswordRules.check(password, ANN))
        .hasMessageStartingWith("weak_password")
        .hasMessageContaining(why);
  }
}
