import { useEffect, useState } from 'react';

/** A text once typing rests; the one with which it is shown at once, and nothing before. */
export function useRested(text: string, ms: number): string | undefined {
  const [rested, setRested] = useState<string>();
  const isFirst = rested === undefined;
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), isFirst ? 0 : ms);
    return () => clearTimeout(timer);
  }, [text, ms, isFirst]);
  return rested;
}
