import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { preferencesOf, type Preferences } from '../models/preferences';

/** public/theme.js reads it too, before the first paint. */
const key = 'parley.preferences';

const store = createStore<Preferences>(() => preferencesOf(read()));

/** A preference of the person at this browser; follows every change, also of other tabs. */
export function usePreference<K extends keyof Preferences>(name: K): Preferences[K] {
  return useStore(store, (all) => all[name]);
}

/** All of them as they are now, where there is no component. */
export function preferences(): Preferences {
  return store.getState();
}

/** Takes effect at once, here and in the other tabs. */
export function prefer<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  store.setState({ [name]: value });
  write(JSON.stringify(store.getState()));
}

/** Calls at once and after every change, whichever tab made it. */
export function followPreferences(listener: (preferences: Preferences) => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) store.setState(preferencesOf(read()), true);
  });
  store.subscribe(listener);
  listener(store.getState());
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice lasts as long as the page.
  }
}
