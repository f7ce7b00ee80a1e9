export const themes = ['system', 'light', 'dark', 'hc-light', 'hc-dark'] as const;
export type Theme = (typeof themes)[number];
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

const themeKey = 'parley.theme';
const densityKey = 'parley.density';

export function readTheme(): Theme {
  const stored = read(themeKey);
  return themes.find((theme) => theme === stored) ?? 'system';
}

export function readDensity(): Density {
  return read(densityKey) === 'compact' ? 'compact' : 'comfortable';
}

export function setTheme(theme: Theme): void {
  write(themeKey, theme);
  showTheme();
}

export function setDensity(density: Density): void {
  write(densityKey, density);
  document.documentElement.dataset.density = density;
}

/** Follows the system while the choice is "system"; public/theme.js did the first time. */
export function followTheme(): void {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', showTheme);
  }
  window.addEventListener('storage', showTheme);
}

function showTheme(): void {
  const choice = readTheme();
  document.documentElement.dataset.theme = choice === 'system' ? systemTheme() : choice;
  document.documentElement.dataset.density = readDensity();
}

function systemTheme(): string {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return matchMedia('(prefers-contrast: more)').matches ? `hc-${dark}` : dark;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice lasts as long as the page.
  }
}
