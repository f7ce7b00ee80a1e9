import { partsOf } from './chord';

const macSigns: Record<string, string> = {
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Mod: '⌘',
};
const keySigns: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** A chord as it stands on the keys: `Ctrl+Shift+A`, on a Mac `⇧⌘A`; a sequence with spaces. */
export function shownKeys(chord: string, mac: boolean): string {
  return chord
    .split(' ')
    .map((each) => shownChord(each, mac))
    .join(' ');
}

/** A chord in the words of `aria-keyshortcuts`. */
export function spokenKeys(chord: string, mac: boolean): string {
  const { key, mods } = partsOf(chord);
  const names = [...mods].map((mod) => {
    if (mod === 'Mod') return mac ? 'Meta' : 'Control';
    return mod === 'Ctrl' ? 'Control' : mod;
  });
  return [...names, key].join('+');
}

function shownChord(chord: string, mac: boolean): string {
  const { key, mods } = partsOf(chord);
  const name = keySigns[key] ?? key;
  if (!mac)
    return [...mods]
      .map((mod) => (mod === 'Mod' ? 'Ctrl' : mod))
      .concat(name)
      .join('+');
  const order = ['Ctrl', 'Alt', 'Shift', 'Mod'].filter((mod) => mods.has(mod));
  return order.map((mod) => macSigns[mod] ?? '').join('') + name;
}
