package dev.parley.core.picture;

import dev.parley.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A picture whose form and measures were looked at.
///
/// @param mediaType as HTTP names it
/// @param width pixels
/// @param height pixels
public record Picture(String mediaType, int width, int height, byte[] bytes) {

  /// Looks at the header only: nothing is unpacked.
  ///
  /// @throws Refusal `bad_image` for anything but a PNG, a GIF or a JPEG
  public static Picture of(byte[] bytes) {
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new Refusal("bad_image");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return new Picture(
            mediaType(reader.getFormatName()), reader.getWidth(0), reader.getHeight(0), bytes);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refusal("bad_image");
    }
  }

  private static String mediaType(String format) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "png" -> "image/png";
      case "gif" -> "image/gif";
      case "jpeg", "jpg" -> "image/jpeg";
      default -> throw new Refusal("bad_image");
    };
  }
}
