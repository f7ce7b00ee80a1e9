import { en } from './en';
import { pseudo, type Text } from './pseudo';

const plain: Record<string, Text> = { ...en };
const stretched: Record<string, Text> = {};
let isStretched = false;

/** The texts that the page has by now; those of parts that come late join them. */
export function catalogue(forced: string | null): Record<string, Text> {
  if (forced !== 'pseudo') return plain;
  isStretched = true;
  return Object.assign(stretched, pseudo(plain));
}

/** The texts of a part that comes late: they come with it, not with the first paint. */
export function late<T extends Record<string, string>>(texts: T): T {
  Object.assign(plain, texts);
  if (isStretched) Object.assign(stretched, pseudo(texts));
  return texts;
}

export function hasText(id: string): boolean {
  return Object.hasOwn(plain, id);
}
