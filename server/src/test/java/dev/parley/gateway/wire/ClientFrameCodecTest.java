package dev.parley.gateway.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameCodecTest {

  @Test
  void resumeIsReadWithUnknownFieldsSkipped() {
    ClientFrame frame =
        read(
            """
            {"type":"resume","id":7,"x":{"y":[1]},"epoch":3,"streams":{"C1":5,"U2":0},"token":"t"}\
            """);

    assertThat(frame).isEqualTo(new ClientFrame.Resume("7", 3, Map.of("C1", 5L, "U2", 0L), "t"));
  }

  @Test
  void anIdMayBeTextAndIsEchoedQuoted() {
    assertThat(read("{\"id\":\"a\\\"b\",\"type\":\"ping\"}"))
        .isEqualTo(new ClientFrame.Ping("\"a\\\"b\""));
  }

  @Test
  void halvesOfSurrogatePairsInAnIdAreEchoedAsTheyCame() {
    assertThat(read("{\"id\":\"a\\ud83dx\\ude00\\ud83d\\ude00\",\"type\":\"ping\"}"))
        .isEqualTo(new ClientFrame.Ping("\"a\\ud83dx\\ude00\ud83d\ude00\""));
  }

  @Test
  void aPositionBeyondAllIsFarInTheFuture() {
    long most = (1L << 53) - 1;
    for (long offset : List.of(most, most + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE)) {
      String text =
          "{\"type\":\"resume\",\"id\":7,\"epoch\":3,\"streams\":{\"C1\":" + offset + "}}";
      assertThat(read(text)).isEqualTo(new ClientFrame.Resume("7", 3, Map.of("C1", most), null));
    }
  }

  @Test
  void typingAndFocusAreRead() {
    assertThat(read("{\"type\":\"typing\",\"channel\":\"C1\"}"))
        .isEqualTo(new ClientFrame.Typing("C1"));
    assertThat(read("{\"type\":\"focus\",\"channels\":[\"C1\",\"C2\"]}"))
        .isEqualTo(new ClientFrame.Focus(List.of("C1", "C2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"type\":\"ping\",\"id\":1}x",
        "{\"type\":\"ping\"}",
        "{\"type\":5,\"id\":1}",
        "{\"id\":1}",
        "{\"type\":\"resume\",\"id\":1,\"epoch\":\"1\",\"streams\":{}}",
        "{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{\"C1\":-1}}",
        "{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{\"C1\":1.5}}",
        "{\"type\":\"resume\",\"id\":1,\"epoch\":99999999999999999999,\"streams\":{}}",
        "{\"type\":\"focus\",\"channels\":[1]}",
        "{\"type\":\"typing\",\"channel\":null}",
        "{\"type\":\"ping\",\"type\":\"ping\",\"id\":1}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
      })
  void whatIsNotAFrameIsRefused(String text) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            ClientFrame.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(FrameError.BAD_FRAME));
  }

  @Test
  void anUnknownTypeIsToldApart() {
    assertThat(read("{\"type\":\"dance\",\"id\":3}"))
        .isEqualTo(new ClientFrame.Refused(FrameError.UNKNOWN_FRAME, "3"));
  }

  private static ClientFrame read(String text) {
    return ClientFrameCodec.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
