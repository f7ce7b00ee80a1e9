import { createContext, useContext, useEffect, useRef } from 'react';
import { preferences } from '../app/preferences';
import { onMac } from './chord';
import { Dispatcher, type Run } from './dispatcher';
import type { CommandId } from './commands';

export const mac = onMac();

export function newDispatcher(): Dispatcher {
  return new Dispatcher({
    mac,
    singleKeys: () => preferences().singleKeys,
    now: () => Date.now(),
  });
}

export const KeysContext = createContext<Dispatcher>(newDispatcher());

export function useKeys(): Dispatcher {
  return useContext(KeysContext);
}

/** Answers to a command while the component is there; `undefined` while it has no answer. */
export function useCommand(id: CommandId, run: Run | undefined): void {
  const keys = useKeys();
  const latest = useRef(run);
  const wanted = run !== undefined;
  latest.current = run;
  useEffect(
    () => (wanted ? keys.on(id, (event) => latest.current?.(event)) : undefined),
    [keys, id, wanted],
  );
}
