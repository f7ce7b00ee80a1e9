import { isComposing } from './composing';

/** What a key event says; the parts of a `KeyboardEvent` that matter here. */
export interface Stroke {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Whether an event presses a chord, such as `Mod+Shift+A`: Mod is ⌘ on a Mac and Ctrl elsewhere.
 * Letters go by what the layout writes, or by their place where it writes no Latin ones; digits
 * go by their place; other characters by what is written, however the layout reaches them.
 */
export function presses(event: Stroke, chord: string, mac: boolean): boolean {
  const { key, mods } = partsOf(chord);
  const mod = mods.has('Mod');
  if (event.ctrlKey !== (mods.has('Ctrl') || (mod && !mac))) return false;
  if (event.metaKey !== (mod && mac)) return false;
  if (event.altKey !== mods.has('Alt')) return false;
  if (!isSign(key) && event.shiftKey !== mods.has('Shift')) return false;
  return isKey(event, key);
}

/** A key that a person may be writing with: one character, no modifier but Shift. */
export function isSingle(chord: string): boolean {
  return chord.split(' ').every((each) => each.length === 1);
}

/** Events that belong to an input method or write a character by AltGr are nobody's command. */
export function isWriting(event: KeyboardEvent): boolean {
  return isComposing(event) || event.getModifierState('AltGraph');
}

export function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

interface Parts {
  key: string;
  mods: ReadonlySet<string>;
}

const known = new Map<string, Parts>();

export function partsOf(chord: string): Parts {
  const found = known.get(chord);
  if (found !== undefined) return found;
  const names = chord.split('+');
  const parts = { key: names.at(-1) ?? '', mods: new Set(names.slice(0, -1)) };
  known.set(chord, parts);
  return parts;
}

function isKey(event: Stroke, key: string): boolean {
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  if (!/^[A-Z]$/.test(key)) return event.key === key;
  const latin = /^[a-z]$/i.test(event.key);
  return latin ? event.key.toUpperCase() === key : event.code === `Key${key}`;
}

/** A character that layouts write with Shift or without. */
function isSign(key: string): boolean {
  return key.length === 1 && !/[A-Z0-9]/.test(key);
}
