import { squareOf, type Crop } from '../../../models/crop';

const quality = 0.92;

/** Draws the square of a picture that is chosen; what is see-through becomes white. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { left, top, size } = squareOf(picture, crop);
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, left, top, size, size, 0, 0, canvas.width, canvas.height);
}

/** What is drawn, as JPEG in base64. */
export function base64Of(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL('image/jpeg', quality).replace(/^data:[^,]*,/, '');
}
