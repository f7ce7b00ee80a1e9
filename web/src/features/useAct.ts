import { useCallback, useState } from 'react';
import { useWorkspace } from '../app/context';
import { refusalOf } from '../app/workspace/refusals';
import '../i18n/enRefusals';
import { refusalText, useSay } from '../i18n/Texts';

export interface Act {
  /** Calls a method; true if it was done. */
  act: (method: string, args?: Record<string, unknown>) => Promise<boolean>;
  busy: boolean;
  /** Why the last one was not done. */
  problem: string | undefined;
  forget: () => void;
}

/** What a person does by one call, one after the other, whose refusal is told where it was asked for. */
export function useAct(): Act {
  const say = useSay();
  const { call } = useWorkspace().parts;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const act = useCallback(
    async (method: string, args?: Record<string, unknown>) => {
      setBusy(true);
      const refused = refusalOf(await call(method, args));
      setBusy(false);
      setProblem(refused === undefined ? undefined : refusalText(say, refused));
      return refused === undefined;
    },
    [call, say],
  );
  return { act, busy, problem, forget: () => setProblem(undefined) };
}
