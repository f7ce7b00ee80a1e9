import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pushed, squareOf, wholeCrop } from './crop';

test('the whole of a wide picture is its middle', () => {
  expect(squareOf({ width: 300, height: 100 }, wholeCrop)).toEqual({
    left: 100,
    top: 0,
    size: 100,
  });
});

test('a picture follows the hand that pushes it', () => {
  const crop = pushed({ width: 400, height: 400 }, { x: 0.5, y: 0.5, zoom: 2 }, 0.25, 0);
  expect(squareOf({ width: 400, height: 400 }, crop)).toEqual({ left: 50, top: 100, size: 200 });
});

test('however it is pushed, what is shown is of the picture', () => {
  const share = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(share, share, fc.double({ min: 1, max: 4, noNaN: true }), (right, down, zoom) => {
      const picture = { width: 640, height: 480 };
      const { left, top, size } = squareOf(
        picture,
        pushed(picture, { ...wholeCrop, zoom }, right, down),
      );
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + size).toBeLessThanOrEqual(picture.width + 1e-9);
      expect(top + size).toBeLessThanOrEqual(picture.height + 1e-9);
    }),
  );
});
