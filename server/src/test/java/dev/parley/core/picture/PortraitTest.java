package dev.parley.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a picture that somebody uploads to be shown by.
final class PortraitTest {
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  /// Red in its upper left quarter, blue elsewhere.
  private static BufferedImage quarters(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x < width / 2 && y < height / 2 ? RED : BLUE);
      }
    }
    return image;
  }

  private static byte[] file(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static Picture picture(Portrait portrait, int size) {
    return Objects.requireNonNull(portrait.pictures().get(size));
  }

  private static BufferedImage drawn(Portrait portrait, int size) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture(portrait, size).bytes()));
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    int pixel = image.getRGB(x, y);
    return (pixel >> 16 & 0xff) > 200 && (pixel & 0xff) < 60;
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  /// A JPEG with an Exif part that says how the camera was held, and a secret.
  private static byte[] turned(byte[] jpeg, int orientation) {
    byte[] tiff =
        ByteBuffer.allocate(26)
            .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 274)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .array();
    byte[] secret = "at home, 48.2 N 16.4 E".getBytes(StandardCharsets.US_ASCII);
    int length = 2 + 6 + tiff.length + secret.length;
    return ByteBuffer.allocate(jpeg.length + 2 + length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xffe1)
        .putShort((short) length)
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put(tiff)
        .put(secret)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "jpeg"})
  void everySizeIsASquareOfTheMiddle(String format) throws Exception {
    Portrait portrait = Portrait.of(file(quarters(300, 200), format), Optional.empty());

    assertThat(portrait.pictures().keySet()).containsExactly(24, 32, 48, 72, 192, 512);
    for (int size : Portrait.SIZES) {
      BufferedImage image = drawn(portrait, size);
      assertThat(image.getWidth()).isEqualTo(size);
      assertThat(image.getHeight()).isEqualTo(size);
      assertThat(isRed(image, size / 4, size / 4)).isTrue();
      assertThat(isRed(image, 3 * size / 4, size / 4)).isFalse();
      assertThat(isRed(image, size / 4, 3 * size / 4)).isFalse();
    }
  }

  @Test
  void aPartMayBeChosen() throws Exception {
    byte[] png = file(quarters(300, 200), "png");
    Portrait red = Portrait.of(png, Optional.of(new Square(10, 10, 80)));
    Portrait blue = Portrait.of(png, Optional.of(new Square(200, 0, 100)));

    assertThat(isRed(drawn(red, 24), 20, 20)).isTrue();
    assertThat(isRed(drawn(blue, 24), 1, 1)).isFalse();
    refused("bad_image", () -> Portrait.of(png, Optional.of(new Square(201, 0, 100))));
    refused("bad_image", () -> Portrait.of(png, Optional.of(new Square(0, 1, 200))));
  }

  /// Where the red quarter of the stored picture is seen, by how the camera was held.
  @ParameterizedTest
  @CsvSource({
    "1, left, top",
    "2, right, top",
    "3, right, bottom",
    "4, left, bottom",
    "5, left, top",
    "6, right, top",
    "7, right, bottom",
    "8, left, bottom"
  })
  void aPictureTakenSidewaysIsTurnedAndWhereItWasTakenIsForgotten(
      int orientation, String side, String height) throws Exception {
    byte[] jpeg = turned(file(quarters(800, 600), "jpeg"), orientation);
    Portrait portrait = Portrait.of(jpeg, Optional.empty());
    BufferedImage image = drawn(portrait, 192);

    for (int x : new int[] {40, 150}) {
      for (int y : new int[] {40, 150}) {
        boolean isThere = x < 96 == side.equals("left") && y < 96 == height.equals("top");
        assertThat(isRed(image, x, y)).as("%d, %d", x, y).isEqualTo(isThere);
      }
    }
    for (Picture each : portrait.pictures().values()) {
      assertThat(new String(each.bytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif", "home");
    }
  }

  @Test
  void whatIsTransparentStaysSo() throws Exception {
    BufferedImage hole = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    hole.setRGB(50, 50, RED);
    Portrait portrait = Portrait.of(file(hole, "png"), Optional.empty());
    Portrait opaque = Portrait.of(file(quarters(9, 9), "png"), Optional.empty());

    assertThat(picture(portrait, 48).mediaType()).isEqualTo("image/png");
    assertThat(drawn(portrait, 48).getRGB(2, 2)).isZero();
    assertThat(picture(opaque, 48).mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void whatIsNoPictureOrBrokenOrTooBigIsRefused() throws Exception {
    byte[] png = file(quarters(300, 200), "png");
    byte[] cut = Arrays.copyOf(png, 60);

    refused("bad_image", () -> Portrait.of(new byte[0], Optional.empty()));
    refused("bad_image", () -> Portrait.of(file(quarters(9, 9), "bmp"), Optional.empty()));
    refused("bad_image", () -> Portrait.of(cut, Optional.empty()));
    refused("too_large", () -> Portrait.of(claiming(png, 40_000, 40_000), Optional.empty()));
    refused("bad_image", () -> Portrait.of(claiming(png, 5_000, 5_000), Optional.empty()));
  }

  /// The same file with other measures in its header, as one would send to fill the memory.
  private static byte[] claiming(byte[] png, int width, int height) {
    byte[] copy = png.clone();
    ByteBuffer file = ByteBuffer.wrap(copy).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(copy, 12, 17);
    var _ = file.putInt(29, (int) sum.getValue());
    return copy;
  }
}
