import { useMemo, type ReactNode } from 'react';
import { newLanguage, Texts } from '../i18n/Texts';
import { usePreference } from './preferences';

/** The page in the language that is preferred, or in the one that the address forces. */
export function Language({ forced, children }: { forced: string | null; children: ReactNode }) {
  const language = usePreference('language');
  const spoken = useMemo(
    () => newLanguage(navigator.language, forced ?? language),
    [forced, language],
  );
  return <Texts language={spoken}>{children}</Texts>;
}
