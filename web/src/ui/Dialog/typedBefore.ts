import { createContext, useContext, useLayoutEffect, useState, type RefObject } from 'react';

/** What was typed for a dialog before it was there, Enter as a new line. */
export const TypedBefore = createContext<RefObject<string>>({ current: '' });

/**
 * What is typed in the field that a dialog begins with: at first the first line of what was typed
 * before it was there, and whether Enter ended that. Nobody else gets it after that.
 */
export function useTyped(): [text: string, set: (text: string) => void, entered: boolean] {
  const before = useContext(TypedBefore);
  const [text, setText] = useState('');
  const [entered, setEntered] = useState(false);
  // Not while it is drawn: until that is shown, typing goes on elsewhere.
  useLayoutEffect(() => {
    const [line = '', ...more] = before.current.split('\n');
    before.current = '';
    if (line !== '') setText(line);
    if (more.length > 0) setEntered(true);
  }, [before]);
  return [text, setText, entered];
}
