export interface Size {
  width: number;
  height: number;
}

/** Which square of a picture is shown: its middle as shares of the picture, and how near it is. */
export interface Crop {
  x: number;
  y: number;
  /** 1 for the largest square. */
  zoom: number;
}

export const wholeCrop: Crop = { x: 0.5, y: 0.5, zoom: 1 };
export const mostZoom = 4;

/** The square in the picture's own pixels; it never leaves the picture. */
export function squareOf({ width, height }: Size, { x, y, zoom }: Crop) {
  const size = Math.min(width, height) / zoom;
  return {
    left: clamp(x * width - size / 2, 0, width - size),
    top: clamp(y * height - size / 2, 0, height - size),
    size,
  };
}

/** The crop after the picture was pushed by shares of what is shown. */
export function pushed(picture: Size, crop: Crop, right: number, down: number): Crop {
  const { left, top, size } = squareOf(picture, crop);
  const moved = {
    ...crop,
    x: (left - right * size + size / 2) / picture.width,
    y: (top - down * size + size / 2) / picture.height,
  };
  const kept = squareOf(picture, moved);
  return {
    ...crop,
    x: (kept.left + size / 2) / picture.width,
    y: (kept.top + size / 2) / picture.height,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
