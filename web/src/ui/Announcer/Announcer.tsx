import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

interface Announce {
  /** Said when nothing else is being said. */
  polite: (text: string) => void;
  /** Said at once: something a person has to know now. */
  assertive: (text: string) => void;
}

const silent: Announce = { polite: () => undefined, assertive: () => undefined };
const AnnounceContext = createContext(silent);

/** The one place that screen readers listen to. */
export function Announcer({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const say = useCallback((set: (text: string) => void, text: string) => {
    set('');
    setTimeout(() => set(text), 50);
  }, []);
  const announce = useMemo<Announce>(
    () => ({
      polite: (text) => say(setPolite, text),
      assertive: (text) => say(setAssertive, text),
    }),
    [say],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="log" aria-live="polite" className="hidden-text">
        {polite}
      </div>
      <div role="alert" className="hidden-text">
        {assertive}
      </div>
    </AnnounceContext>
  );
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
