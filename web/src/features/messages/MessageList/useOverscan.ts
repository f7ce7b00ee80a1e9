import { useEffect, useReducer } from 'react';

/** For turns of the wheel that come before the next paint. */
const usual = 12;
/** A switch is not to wait for what is not on screen. */
const atFirst = 1;
const firstMs = 200;

/** How many rows are mounted above and below the window. */
export function useOverscan(): number {
  const [isWide, widen] = useReducer(() => true, false);
  useEffect(() => {
    const timer = setTimeout(widen, firstMs);
    return () => clearTimeout(timer);
  }, []);
  return isWide ? usual : atFirst;
}
