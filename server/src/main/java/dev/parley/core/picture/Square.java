package dev.parley.core.picture;

/// A square part of a picture, in pixels from its upper left corner.
public record Square(int x, int y, int size) {

  /// The largest square in the middle of a picture.
  static Square middle(int width, int height) {
    int size = Math.min(width, height);
    return new Square((width - size) / 2, (height - size) / 2, size);
  }

  Square at(int otherX, int otherY) {
    return new Square(otherX, otherY, size);
  }

  boolean isWithin(int width, int height) {
    return x >= 0 && y >= 0 && size > 0 && size <= width - x && size <= height - y;
  }
}
