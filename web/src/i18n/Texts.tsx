import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, useContext, type ReactNode } from 'react';
import { catalogue, hasText } from './catalogue';
import type { TextId } from './en';

type Values = Record<string, string | number>;

export type Say = (id: TextId, values?: Values) => string;

/** What the page speaks, and the conventions of its numbers and dates. */
export interface Language {
  /** A BCP 47 tag, such as `en-GB`. */
  locale: string;
  say: Say;
}

/** `forced` is `pseudo` for texts that are longer and accented. */
export function newLanguage(locale: string, forced: string | null): Language {
  const texts = catalogue(forced);
  const read = new Map<TextId, IntlMessageFormat>();
  /** What takes no values is always the same. */
  const fixed = new Map<TextId, string>();
  const say: Say = (id, values) => {
    const known = values === undefined ? fixed.get(id) : undefined;
    if (known !== undefined) return known;
    const text = texts[id];
    if (text === undefined) return id;
    try {
      const format = read.get(id) ?? new IntlMessageFormat(text, locale);
      read.set(id, format);
      const said = String(format.format(values));
      if (values === undefined) fixed.set(id, said);
      return said;
    } catch {
      // A value is missing: what is written beats a page that breaks.
      return id;
    }
  };
  return { locale, say };
}

const LanguageContext = createContext<Language>({ locale: 'en', say: (id) => id });

export function Texts({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The text of an id; an id that is not in the catalogue does not compile. */
export function useSay(): Say {
  return useLanguage().say;
}

export function isText(id: string): id is TextId {
  return hasText(id);
}

/** The sentence for a refusal's code. */
export function refusalText(say: Say, code: string): string {
  const id = `refusal.${code}`;
  if (isText(id)) return say(id);
  if (code.startsWith('invalid_name')) return say('refusal.invalid_name');
  return say('refusal.unknown', { code });
}
