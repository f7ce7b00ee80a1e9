import { looksOf, usualLooks, type SectionLooks } from './sectionLook';

export const themes = ['system', 'light', 'dark', 'hc-light', 'hc-dark'] as const;
export const densities = ['comfortable', 'compact'] as const;
/** How large texts are, in per cent, besides what the browser's own zoom does. */
export const textSizes = ['87', '94', '100', '112', '125', '150'] as const;
/** Of emoji of people, by Slack's numbers; `none` is the yellow one. */
export const skinTones = ['none', '2', '3', '4', '5', '6'] as const;
/** Where a conversation opens, and what of it counts as read: client.md, "Read marker". */
export const readings = ['resume', 'newest', 'unmarked'] as const;
export const enters = ['sends', 'breaks'] as const;
/** What is said aloud of messages that come. */
export const spokens = ['all', 'mentions', 'none'] as const;
export const motions = ['system', 'reduced'] as const;
/** Of the right pane, in px. */
export const paneWidths = { least: 320, usual: 400, most: 640 } as const;
/** Of the sidebar, in px. */
export const sidebarWidths = { least: 200, usual: 264, most: 400 } as const;
export const languages = ['en', 'pseudo'] as const;

/** The parts of the preferences. */
export const settingsSections = [
  'appearance',
  'reading',
  'writing',
  'shortcuts',
  'accessibility',
  'language',
  'emoji',
  'sessions',
  'cache',
] as const;

/** What somebody prefers in this browser, in whatever workspace. */
export interface Preferences {
  theme: (typeof themes)[number];
  density: (typeof densities)[number];
  textSize: (typeof textSizes)[number];
  skinTone: (typeof skinTones)[number];
  reading: (typeof readings)[number];
  enter: (typeof enters)[number];
  /** Whether formatting stands above the field. */
  toolbar: boolean;
  /** Whether signs stay what was typed, and mean something only to readers. */
  plainMarkup: boolean;
  /** Letters act on a message that has the focus. */
  singleKeys: boolean;
  paneWidth: number;
  sidebarWidth: number;
  sidebarHidden: boolean;
  sections: SectionLooks;
  spoken: (typeof spokens)[number];
  motion: (typeof motions)[number];
  language: (typeof languages)[number];
}

export const usual: Preferences = {
  theme: 'system',
  density: 'comfortable',
  textSize: '100',
  skinTone: 'none',
  reading: 'resume',
  enter: 'sends',
  toolbar: false,
  plainMarkup: false,
  singleKeys: true,
  paneWidth: paneWidths.usual,
  sidebarWidth: sidebarWidths.usual,
  sidebarHidden: false,
  sections: usualLooks,
  spoken: 'all',
  motion: 'system',
  language: 'en',
};

/** What was kept; whatever of it is not understood is as usual. */
export function preferencesOf(kept: string | null): Preferences {
  const given = fieldsOf(kept);
  return {
    theme: oneOf(themes, given.theme, usual.theme),
    density: oneOf(densities, given.density, usual.density),
    textSize: oneOf(textSizes, given.textSize, usual.textSize),
    skinTone: oneOf(skinTones, given.skinTone, usual.skinTone),
    reading: oneOf(readings, given.reading, usual.reading),
    enter: oneOf(enters, given.enter, usual.enter),
    toolbar: yesOr(given.toolbar, usual.toolbar),
    plainMarkup: yesOr(given.plainMarkup, usual.plainMarkup),
    singleKeys: yesOr(given.singleKeys, usual.singleKeys),
    paneWidth: widthIn(paneWidths, given.paneWidth),
    sidebarWidth: widthIn(sidebarWidths, given.sidebarWidth),
    sidebarHidden: yesOr(given.sidebarHidden, usual.sidebarHidden),
    sections: looksOf(given.sections),
    spoken: oneOf(spokens, given.spoken, usual.spoken),
    motion: oneOf(motions, given.motion, usual.motion),
    language: oneOf(languages, given.language, usual.language),
  };
}

interface Widths {
  least: number;
  usual: number;
  most: number;
}

/** The nearest width that a box may have. */
export function widthIn({ least, usual, most }: Widths, given: unknown): number {
  if (typeof given !== 'number' || !Number.isFinite(given)) return usual;
  return Math.round(Math.min(most, Math.max(least, given)));
}

function fieldsOf(kept: string | null): Partial<Record<keyof Preferences, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function oneOf<T extends string>(values: readonly T[], given: unknown, otherwise: T): T {
  return values.find((each) => each === given) ?? otherwise;
}

function yesOr(given: unknown, otherwise: boolean): boolean {
  return typeof given === 'boolean' ? given : otherwise;
}
