package dev.parley.core.picture;

import dev.parley.kernel.Refusal;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A square picture of somebody in every size in which it is shown. It is drawn anew from what was
/// uploaded, so that nothing but the pixels is left: no place, no camera, no hidden part.
///
/// @param pictures by their edge in pixels
public record Portrait(SortedMap<Integer, Picture> pictures) {
  /// The edges, in pixels.
  public static final List<Integer> SIZES = List.of(24, 32, 48, 72, 192, 512);

  /// Most pixels of what is uploaded.
  public static final int MAX_PIXELS = 30_000_000;

  /// So much is unpacked of each edge at most, and less than twice that.
  private static final int ENOUGH = 1024;

  private static final float QUALITY = 0.9f;
  private static final int CHANNELS = 4;

  /// Draws a portrait. Takes up to a second and a hundred megabytes, whatever is uploaded.
  ///
  /// @param cut which part is wanted, of the picture as it is seen; the middle if it is empty
  /// @throws Refusal `bad_image`, `too_large`
  public static Portrait of(byte[] bytes, Optional<Square> cut) {
    Picture header = Picture.of(bytes);
    if ((long) header.width() * header.height() > MAX_PIXELS) {
      throw new Refusal("too_large");
    }
    boolean isJpeg = header.mediaType().equals("image/jpeg");
    Orientation orientation = isJpeg ? Orientation.of(bytes) : Orientation.UPRIGHT;
    int width = orientation.liesOnASide() ? header.height() : header.width();
    int height = orientation.liesOnASide() ? header.width() : header.height();
    Square seen = cut.orElseGet(() -> Square.middle(width, height));
    if (!seen.isWithin(width, height)) {
      throw new Refusal("bad_image", "the part is not within the picture");
    }
    Square stored = orientation.stored(seen, header.width(), header.height());
    try {
      Pixels whole = Pixels.of(unpack(bytes, stored)).turned(orientation);
      SortedMap<Integer, Picture> pictures = new TreeMap<>();
      for (int size : SIZES) {
        pictures.put(size, pack(whole.scaled(size)));
      }
      return new Portrait(pictures);
    } catch (IOException | RuntimeException e) {
      throw new Refusal("bad_image");
    }
  }

  private static BufferedImage unpack(byte[] bytes, Square part) throws IOException {
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = ImageIO.getImageReaders(input).next();
      try {
        reader.setInput(input, true, true);
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, part.size() / ENOUGH);
        param.setSourceRegion(new Rectangle(part.x(), part.y(), part.size(), part.size()));
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Picture pack(Pixels pixels) throws IOException {
    String format = pixels.isOpaque() ? "jpeg" : "png";
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (pixels.isOpaque()) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(pixels.image(), null, null), param);
    } finally {
      writer.dispose();
    }
    return new Picture("image/" + format, pixels.size(), pixels.size(), bytes.toByteArray());
  }

  /// The pixels of a square picture, row by row, each as alpha, red, green and blue.
  private record Pixels(int size, int[] argb) {

    static Pixels of(BufferedImage image) {
      int size = Math.min(image.getWidth(), image.getHeight());
      return new Pixels(size, image.getRGB(0, 0, size, size, null, 0, size));
    }

    Pixels turned(Orientation orientation) {
      if (orientation.equals(Orientation.UPRIGHT)) {
        return this;
      }
      int[] turned = new int[argb.length];
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          Square from = orientation.stored(new Square(x, y, 1), size, size);
          turned[y * size + x] = argb[from.y() * size + from.x()];
        }
      }
      return new Pixels(size, turned);
    }

    /// Each pixel is the mean of those that it covers, by how much it covers of each.
    Pixels scaled(int newSize) {
      int[] scaled = new int[newSize * newSize];
      double step = (double) size / newSize;
      double[] sums = new double[CHANNELS];
      for (int y = 0; y < newSize; y++) {
        for (int x = 0; x < newSize; x++) {
          scaled[y * newSize + x] = mean(x * step, y * step, step, sums);
        }
      }
      return new Pixels(newSize, scaled);
    }

    /// What is transparent has no colour: colours count by their alpha.
    private int mean(double left, double top, double edge, double[] sums) {
      Arrays.fill(sums, 0);
      int lastX = (int) Math.min(size - 1, Math.ceil(left + edge) - 1);
      int lastY = (int) Math.min(size - 1, Math.ceil(top + edge) - 1);
      double total = 0;
      for (int y = (int) top; y <= lastY; y++) {
        double high = Math.min(y + 1, top + edge) - Math.max(y, top);
        for (int x = (int) left; x <= lastX; x++) {
          double area = high * (Math.min(x + 1, left + edge) - Math.max(x, left));
          int pixel = argb[y * size + x];
          double alpha = (pixel >>> 24) * area;
          total += area;
          sums[0] += alpha;
          sums[1] += alpha * (pixel >> 16 & 0xff);
          sums[2] += alpha * (pixel >> 8 & 0xff);
          sums[3] += alpha * (pixel & 0xff);
        }
      }
      if (sums[0] <= 0) {
        return 0;
      }
      return (int) Math.round(sums[0] / total) << 24
          | (int) Math.round(sums[1] / sums[0]) << 16
          | (int) Math.round(sums[2] / sums[0]) << 8
          | (int) Math.round(sums[3] / sums[0]);
    }

    boolean isOpaque() {
      for (int pixel : argb) {
        if (pixel >>> 24 != 0xff) {
          return false;
        }
      }
      return true;
    }

    BufferedImage image() {
      BufferedImage image =
          new BufferedImage(
              size, size, isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
      image.setRGB(0, 0, size, size, argb, 0, size);
      return image;
    }
  }
}
