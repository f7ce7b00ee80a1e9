package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgTest {
  private static final Arg<MessageTs> TS = Arg.ts("ts");

  private static Optional<MessageTs> read(String json) throws IOException {
    JsonNode node = Json.MAPPER.readTree(json);
    return TS.read(Map.of("ts", node));
  }

  @Test
  void aTsMayBeANumberThatKeptItsDigits() throws IOException {
    assertThat(read("1700000000.000001")).contains(new MessageTs(1_700_000_000_000_001L));
    assertThat(read("1700000000.0000010")).contains(new MessageTs(1_700_000_000_000_001L));
    assertThat(read("1.7e9")).contains(new MessageTs(1_700_000_000_000_000L));
    assertThat(read("0")).contains(MessageTs.ZERO);
    assertThat(read("0e50000000")).contains(MessageTs.ZERO);
  }

  private static <T> Optional<T> read(Arg<T> arg, String json) throws IOException {
    return arg.read(Map.of("it", Json.MAPPER.readTree(json)));
  }

  @Test
  void aBooleanIsAWordANumberOrItself() throws IOException {
    for (String json : List.of("true", "1", "\"1\"", "\"true\"", "\"True\"")) {
      assertThat(read(Arg.bool("it"), json)).as(json).contains(true);
    }
    for (String json : List.of("false", "0", "\"0\"", "\"false\"", "\"False\"")) {
      assertThat(read(Arg.bool("it"), json)).as(json).contains(false);
    }
  }

  @Test
  void aListIsAnArrayItsTextOrDividedByCommas() throws IOException {
    for (String json : List.of("[\"U1\",\"U2\"]", "\"[\\\"U1\\\",\\\"U2\\\"]\"", "\"U1,U2\"")) {
      assertThat(read(Arg.list("it"), json)).as(json).contains(List.of("U1", "U2"));
    }
  }

  @Test
  void whatIsMadeOfPartsMayComeAsItsText() throws IOException {
    assertThat(read(Arg.array("it"), "\"[{\\\"a\\\":1}]\""))
        .isEqualTo(read(Arg.array("it"), "[{\"a\":1}]"));
    assertThat(read(Arg.object("it"), "\"{\\\"a\\\":1}\""))
        .isPresent()
        .isEqualTo(read(Arg.object("it"), "{\"a\":1}"));
  }

  /// Written out these have fifty million digits.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e50000000",
        "-1e50000000",
        "1e-50000000",
        "1e2147483647",
        "17000000000.000001",
        "1e-7"
      })
  void aTsThatCannotBeIsRefusedWithoutWritingItOut(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(Refusal.class);
  }

  private static Optional<MessageTs> moment(String json) throws IOException {
    return Arg.moment("oldest").read(Map.of("oldest", Json.MAPPER.readTree(json)));
  }

  @Test
  void aMomentIsWhatAClockSaysCutToMicroseconds() throws IOException {
    MessageTs half = new MessageTs(1_700_000_000_500_000L);
    assertThat(moment("1700000000.5")).contains(half);
    assertThat(moment("\"1700000000.5000009\"")).contains(half);
    assertThat(moment("1700000000.5000009")).contains(half);
    assertThat(moment("\"1700000000\"")).contains(new MessageTs(1_700_000_000_000_000L));
    assertThat(moment("\"\"")).contains(MessageTs.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e50000000",
        "1e-50000000",
        "1e2147483647",
        "-1",
        "17000000000",
        "\"1700000000000\"",
        "\"-1\"",
        "\"1e9\"",
        "\"now\"",
        "[]"
      })
  void aMomentThatCannotBeIsRefused(String json) {
    assertThatThrownBy(() -> moment(json)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[922337E036854775808]", "{\"a\":1E-99999999999}", "[1", "\"\\ud800"})
  void whatNobodyCanReadIsNoJson(String text) {
    assertThat(Json.read(text)).isEmpty();
  }
}
