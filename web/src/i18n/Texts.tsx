import { useMemo, type ReactNode } from 'react';
import {
  createIntl,
  createIntlCache,
  RawIntlProvider,
  useIntl,
  type IntlConfig,
  type IntlShape,
} from 'react-intl';
import { catalogue, hasText } from './catalogue';
import type { TextId } from './en';

type Values = Record<string, string | number>;

export type Say = (id: TextId, values?: Values) => string;

const cache = createIntlCache();

export function newIntl(locale: string, forced: string | null): IntlShape {
  const messages = catalogue(forced) as IntlConfig['messages'];
  return createIntl({ locale, defaultLocale: 'en', messages, onError: () => undefined }, cache);
}

export function Texts({ intl, children }: { intl: IntlShape; children: ReactNode }) {
  return <RawIntlProvider value={intl}>{children}</RawIntlProvider>;
}

/** The text of an id; an id that is not in the catalogue does not compile. */
export function useSay(): Say {
  const intl = useIntl();
  return useMemo(() => (id: TextId, values?: Values) => intl.formatMessage({ id }, values), [intl]);
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
