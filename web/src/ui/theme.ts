import type { Preferences } from '../models/preferences';

type Look = Pick<
  Preferences,
  'theme' | 'density' | 'textSize' | 'motion' | 'sidebarWidth' | 'sidebarHidden'
>;

const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'];

/** Shows the page as it is preferred; public/theme.js did so the first time. */
export function showLook({ theme, density, textSize, motion, ...sidebar }: Look): void {
  const { dataset, style } = document.documentElement;
  dataset.theme = theme === 'system' ? systemTheme() : theme;
  dataset.density = density;
  dataset.text = textSize;
  dataset.motion = motion;
  dataset.sidebar = sidebar.sidebarHidden ? 'hidden' : 'shown';
  style.setProperty('--w-sidebar', `${sidebar.sidebarWidth}px`);
}

/** Calls when the system wants to be followed to another theme. */
export function onSystemTheme(listener: () => void): void {
  for (const query of queries) matchMedia(query).addEventListener('change', listener);
}

function systemTheme(): string {
  const [dark, more] = queries.map((query) => matchMedia(query).matches);
  const theme = dark === true ? 'dark' : 'light';
  return more === true ? `hc-${theme}` : theme;
}
