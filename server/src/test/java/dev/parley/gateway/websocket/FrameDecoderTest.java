package dev.parley.gateway.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {
  private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
  private final FrameDecoder decoder = new FrameDecoder(65_536);
  private final Recorder seen = new Recorder();

  @AfterEach
  void nothingLeaks() {
    decoder.close();
    assertThat(allocator.metric().usedDirectMemory() + allocator.metric().usedHeapMemory())
        .isZero();
  }

  @Test
  void textIsUnmasked() {
    receive(ClientFrames.text("hello, wörld"));

    assertThat(seen.heard).containsExactly("text hello, wörld");
  }

  @Test
  void framesMayArriveByteByByteOrGluedTogether() {
    byte[] two = ClientFrames.join(ClientFrames.text("one"), ClientFrames.text("two"));

    for (byte b : two) {
      receive(new byte[] {b});
    }
    receive(two);

    assertThat(seen.heard).containsExactly("text one", "text two", "text one", "text two");
  }

  @Test
  void fragmentsAreJoinedAroundAPing() {
    receive(ClientFrames.frame(0x01, "he".getBytes(UTF_8)));
    receive(ClientFrames.frame(0x89, "x".getBytes(UTF_8)));
    receive(ClientFrames.frame(0x80, "llo".getBytes(UTF_8)));

    assertThat(seen.heard).containsExactly("ping x", "text hello");
  }

  @Test
  void aCharacterMayBeSplitBetweenFragments() {
    byte[] euro = "€".getBytes(UTF_8);
    receive(ClientFrames.frame(0x01, new byte[] {euro[0]}));
    receive(ClientFrames.frame(0x80, new byte[] {euro[1], euro[2]}));

    assertThat(seen.heard).containsExactly("text €");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 125, 126, 127, 65_535, 65_536})
  void everyFormOfLengthIsRead(int length) {
    receive(ClientFrames.text("x".repeat(length)));

    assertThat(seen.heard).containsExactly("text " + "x".repeat(length));
  }

  @Test
  void aMessageOverTheLimitIsTooBigBeforeItHasArrived() {
    receive(new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0});

    assertThat(seen.heard).containsExactly("violation 1009");
  }

  @Test
  void fragmentsOverTheLimitAreTooBig() {
    receive(ClientFrames.frame(0x01, new byte[65_000]));
    receive(ClientFrames.frame(0x00, new byte[1_000]));

    assertThat(seen.heard).containsExactly("violation 1009");
  }

  @ParameterizedTest
  @CsvSource({
    "reserved bit, c1, 80",
    "unknown opcode, 83, 80",
    "unknown control opcode, 8b, 80",
    "not masked, 81, 00",
    "continuation of nothing, 80, 80",
    "fragmented ping, 09, 80",
    "long ping, 89, fe",
  })
  void brokenHeadsAreProtocolErrors(String what, String first, String second) {
    receive(new byte[] {(byte) Integer.parseInt(first, 16), (byte) Integer.parseInt(second, 16)});

    assertThat(seen.heard).as(what).containsExactly("violation 1002");
  }

  @Test
  void aTextInsideAFragmentedTextIsAProtocolError() {
    receive(ClientFrames.frame(0x01, "a".getBytes(UTF_8)));
    receive(ClientFrames.text("b"));

    assertThat(seen.heard).containsExactly("violation 1002");
  }

  @Test
  void aLengthThatIsNotMinimalIsAProtocolError() {
    receive(new byte[] {(byte) 0x81, (byte) 0xfe, 0, 5, 0, 0, 0, 0});

    assertThat(seen.heard).containsExactly("violation 1002");
  }

  @Test
  void textThatIsNotUtf8IsABadPayload() {
    receive(ClientFrames.frame(0x81, new byte[] {(byte) 0xc0, (byte) 0x80}));

    assertThat(seen.heard).containsExactly("violation 1007");
  }

  @Test
  void binaryIsUnsupported() {
    receive(ClientFrames.frame(0x82, new byte[] {1}));

    assertThat(seen.heard).containsExactly("violation 1003");
  }

  @ParameterizedTest
  @CsvSource({"1000, close 1000", "3000, close 3000", "1005, violation 1002", "99, violation 1002"})
  void closeCodesAreChecked(int code, String expected) {
    receive(ClientFrames.close(code));
    receive(ClientFrames.text("ignored"));

    assertThat(seen.heard).containsExactly(expected);
  }

  @Test
  void aCloseWithoutCodeIsNormalAndOneWithHalfACodeIsNot() {
    receive(ClientFrames.frame(0x88, new byte[0]));
    assertThat(seen.heard).containsExactly("close 1000");

    FrameDecoder other = new FrameDecoder(10);
    other.decode(buffer(ClientFrames.frame(0x88, new byte[] {3})), allocator, seen);
    assertThat(seen.heard).endsWith("violation 1002");
  }

  @Test
  void randomBytesNeverThrowOrLeak() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      FrameDecoder victim = new FrameDecoder(256);
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      if (noise.length > 1 && random.nextBoolean()) {
        noise[0] = (byte) 0x81;
        noise[1] |= (byte) 0x80;
      }
      victim.decode(buffer(noise), allocator, new Recorder());
      victim.decode(buffer(noise), allocator, new Recorder());
      victim.close();
    }
  }

  private void receive(byte[] bytes) {
    decoder.decode(buffer(bytes), allocator, seen);
  }

  private ByteBuf buffer(byte[] bytes) {
    return ((ByteBufAllocator) allocator).buffer(Math.max(1, bytes.length)).writeBytes(bytes);
  }

  private static final class Recorder implements FrameDecoder.Sink {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void onText(ByteBuf payload) {
      heard.add("text " + payload.toString(UTF_8));
    }

    @Override
    public void onPing(ByteBuf payload) {
      heard.add("ping " + payload.toString(UTF_8));
    }

    @Override
    public void onPong() {
      heard.add("pong");
    }

    @Override
    public void onClose(int code) {
      heard.add("close " + code);
    }

    @Override
    public void onViolation(int code) {
      heard.add("violation " + code);
    }
  }
}
