package dev.parley.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.MessageTs;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchQueryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static SearchQuery parse(String text) {
    return SearchQuery.parse(text, TODAY);
  }

  @Test
  void wordsPhrasesAndWhatMustNotOccur() {
    SearchQuery query = parse("Deploy \"on Friday\" -staging -\"next week\"");

    assertThat(query.words()).containsExactly("deploy", "on friday");
    assertThat(query.excluded()).containsExactly("staging", "next week");
  }

  @Test
  void modifiersNamePeopleAndPlaces() {
    SearchQuery query =
        parse("from:@ann from:me in:#general in:<#C123|x> to:@bob has:link is:thread");

    assertThat(query.from()).containsExactly("ann", "me");
    assertThat(query.in()).containsExactly("general", "C123");
    assertThat(query.to()).containsExactly("bob");
    assertThat(query.has()).isEqualTo(List.of("link"));
    assertThat(query.isThread()).isTrue();
    assertThat(query.words()).isEmpty();
  }

  @Test
  void daysAreThoseOfUtc() {
    long second = LocalDate.of(2026, 11, 25).toEpochDay() * 86_400L;

    assertThat(parse("x before:2026-11-25").latest()).isEqualTo(new MessageTs(second * 1_000_000));
    assertThat(parse("x after:2026-11-25").oldest())
        .isEqualTo(new MessageTs((second + 86_400) * 1_000_000 - 1));
    assertThat(parse("x on:yesterday").oldest()).isEqualTo(new MessageTs(second * 1_000_000 - 1));
    assertThat(parse("x on:yesterday").latest())
        .isEqualTo(new MessageTs((second + 86_400) * 1_000_000));
    assertThat(parse("x during:2026-11").oldest())
        .isEqualTo(new MessageTs((second - 24 * 86_400) * 1_000_000 - 1));
  }

  @Test
  void whatMakesNoSenseIsNotAsked() {
    assertThat(parse("before:never on:2026-13-40").isEmpty()).isTrue();
    assertThat(parse("   ").isEmpty()).isTrue();
    assertThat(parse("after:+999999999-12-31").isEmpty()).isTrue();
    assertThat(parse("https://example.org/a:b").words()).containsExactly("https://example.org/a:b");
  }
}
