import { useCallback, useEffect, useMemo, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import type { Usergroup } from '../../protocol/generated';

export interface GroupsHeld {
  /** Nothing until the server has answered. */
  groups: readonly Usergroup[] | undefined;
  refusal: string | undefined;
  again: () => void;
}

/** The groups of the workspace with who is in them, those out of use too; read anew when first shown. */
export function useGroups(): GroupsHeld {
  const { personal } = useWorkspace();
  const held = useWorkspaceState((state) => state.groups);
  const [answer, setAnswer] = useState<{ refusal: string | undefined }>();
  const again = useCallback(() => {
    void personal.readGroups().then((refusal) => setAnswer({ refusal }));
  }, [personal]);
  useEffect(again, [again]);
  const groups = useMemo(() => Object.values(held), [held]);
  const isKnown = groups.length > 0 || (answer !== undefined && answer.refusal === undefined);
  return { groups: isKnown ? groups : undefined, refusal: answer?.refusal, again };
}
