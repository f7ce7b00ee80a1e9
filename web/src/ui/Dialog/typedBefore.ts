import { createContext, useContext, useLayoutEffect, useState, type RefObject } from 'react';

/** What was typed for a dialog before it was there, Enter as a new line. */
export const TypedBefore = createContext<RefObject<string>>({ current: '' });

/**
 * Its first line, for the field that the dialog begins with, and whether Enter ended it; nobody
 * else gets it after that.
 */
export function useTypedBefore(): { text: string; entered: boolean } {
  const typed = useContext(TypedBefore);
  const [before] = useState(() => {
    const [text = '', ...more] = typed.current.split('\n');
    return { text, entered: more.length > 0 };
  });
  useLayoutEffect(() => {
    typed.current = '';
  }, [typed]);
  return before;
}
