package dev.parley.core.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How a camera was held, by the Exif part of a JPEG: 1 to 8, 1 for upright and for pictures that
/// do not say. 5 to 8 lie on a side.
///
/// @param number as Exif (JEITA CP-3451, tag 274) numbers it
record Orientation(int number) {
  static final Orientation UPRIGHT = new Orientation(1);

  private static final int START_OF_IMAGE = 0xffd8;
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int ENTRY = 12;
  private static final int TAG = 274;

  /// What a file says; anything that is broken is upright.
  static Orientation of(byte[] jpeg) {
    try {
      ByteBuffer file = ByteBuffer.wrap(jpeg);
      if (unsigned(file.getShort()) != START_OF_IMAGE) {
        return UPRIGHT;
      }
      int marker = unsigned(file.getShort());
      while (marker > START_OF_IMAGE && marker != START_OF_SCAN) {
        int length = unsigned(file.getShort()) - Short.BYTES;
        if (marker == APP1 && ByteBuffer.wrap(EXIF).equals(file.slice(file.position(), 6))) {
          return ofTiff(file.slice(file.position() + EXIF.length, length - EXIF.length));
        }
        file.position(file.position() + length);
        marker = unsigned(file.getShort());
      }
      return UPRIGHT;
    } catch (RuntimeException e) {
      return UPRIGHT;
    }
  }

  private static Orientation ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = unsigned(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + Short.BYTES + i * ENTRY;
      if (unsigned(tiff.getShort(entry)) == TAG) {
        int number = unsigned(tiff.getShort(entry + 8));
        return number >= 1 && number <= 8 ? new Orientation(number) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }

  /// Whether width and height are exchanged.
  boolean liesOnASide() {
    return number > 4;
  }

  /// Where a square of the picture as it is seen lies in the picture as it is stored.
  ///
  /// @param width of the stored picture, pixels
  /// @param height of the stored picture, pixels
  Square stored(Square seen, int width, int height) {
    int right = width - seen.size();
    int bottom = height - seen.size();
    int x = seen.x();
    int y = seen.y();
    return switch (number) {
      case 2 -> seen.at(right - x, y);
      case 3 -> seen.at(right - x, bottom - y);
      case 4 -> seen.at(x, bottom - y);
      case 5 -> seen.at(y, x);
      case 6 -> seen.at(y, bottom - x);
      case 7 -> seen.at(right - y, bottom - x);
      case 8 -> seen.at(right - y, x);
      default -> seen;
    };
  }
}
