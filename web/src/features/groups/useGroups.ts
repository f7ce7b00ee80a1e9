import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';
import type { Usergroup } from '../../protocol/generated';

export interface GroupsHeld {
  /** Nothing until the server has answered. */
  groups: readonly Usergroup[] | undefined;
  refusal: string | undefined;
  again: () => void;
}

/** The groups of the workspace with who is in them, those out of use too. */
export function useGroups(): GroupsHeld {
  const { call } = useWorkspace().parts;
  const [groups, setGroups] = useState<readonly Usergroup[]>();
  const [refusal, setRefusal] = useState<string>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    const args = { include_users: true, include_disabled: true, include_count: true };
    void call<{ usergroups: Usergroup[] }>('usergroups.list', args).then((outcome) => {
      if (!current) return;
      if (outcome.kind === 'ok') setGroups(outcome.answer.usergroups);
      setRefusal(refusalOf(outcome));
    });
    return () => {
      current = false;
    };
  }, [call, tries]);
  return { groups, refusal, again: useCallback(() => setTries((before) => before + 1), []) };
}
