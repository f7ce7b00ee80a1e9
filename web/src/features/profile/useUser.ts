import { useCallback, useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';
import type { User, UserId } from '../../protocol/generated';

export interface UserHeld {
  /** Nothing until the server has answered. */
  user: User | undefined;
  refusal: string | undefined;
  again: () => void;
}

/** All that may be known of somebody; anew when they change what lists show of them. */
export function useUser(id: UserId): UserHeld {
  const { call } = useWorkspace().parts;
  const person = useWorkspaceState((state) => state.people[id]);
  const [user, setUser] = useState<User>();
  const [refusal, setRefusal] = useState<string>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    void call<{ user: User }>('users.info', { user: id }).then((outcome) => {
      if (!current) return;
      if (outcome.kind === 'ok') setUser(outcome.answer.user);
      setRefusal(refusalOf(outcome));
    });
    return () => {
      current = false;
    };
  }, [call, id, person, tries]);
  const again = useCallback(() => setTries((before) => before + 1), []);
  return { user: user?.id === id ? user : undefined, refusal, again };
}
