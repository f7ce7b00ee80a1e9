import { useEffect, useRef, useState } from 'react';
import { WaitingKeys } from '../waitingKeys';

/** Enters that wait for the editor, which knows what they complete; without it they send, once. */
export function useHeldEnters(onSubmit: () => void, place: string): WaitingKeys {
  const submit = useRef(onSubmit);
  submit.current = onSubmit;
  const [held] = useState(() => new WaitingKeys(() => submit.current()));
  useEffect(() => () => void held.take(), [held, place]);
  return held;
}
