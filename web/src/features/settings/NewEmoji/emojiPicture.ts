const mostBytes = 128 * 1024;
const mostPx = 512;
const smallPx = 128;

/** A picture as it is sent: in base64, made smaller if the server would not take it. */
export async function emojiPicture(file: File): Promise<string> {
  const whole = await dataOf(file);
  if (file.type === 'image/gif') return whole;
  const picture = await createImageBitmap(file);
  const { width, height } = picture;
  if (file.size <= mostBytes && Math.max(width, height) <= mostPx) return whole;
  const scale = smallPx / Math.max(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return plain(canvas.toDataURL('image/png'));
}

/** What an emoji may be called, of the name of a file. */
export function emojiNameOf(file: string): string {
  return emojiName(file.replace(/\.[^.]*$/, ''));
}

export function emojiName(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/^:|:$/g, '')
    .replace(/[\s.]+/g, '_')
    .replace(/[^\p{Ll}\p{Lo}\p{N}_+'-]/gu, '');
}

function dataOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(plain(typeof reader.result === 'string' ? reader.result : ''));
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

function plain(url: string): string {
  return url.replace(/^data:[^,]*,/, '');
}
