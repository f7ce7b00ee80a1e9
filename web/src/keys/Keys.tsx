import { useEffect, useState, type ReactNode } from 'react';
import { KeysContext, newDispatcher } from './useCommand';

/** Everything inside may answer to commands; keys are heard wherever the focus is. */
export function Keys({ children }: { children: ReactNode }) {
  const [dispatcher] = useState(newDispatcher);
  useEffect(() => {
    const press = (event: KeyboardEvent) => dispatcher.press(event);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [dispatcher]);
  return <KeysContext value={dispatcher}>{children}</KeysContext>;
}
