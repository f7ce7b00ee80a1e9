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

interface Answered {
  id: UserId;
  user: User | undefined;
  refusal: string | undefined;
}

/** All that may be known of somebody; anew when they change what lists show of them. */
export function useUser(id: UserId): UserHeld {
  const { call } = useWorkspace().parts;
  const person = useWorkspaceState((state) => state.people[id]);
  const [answered, setAnswered] = useState<Answered>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    void call<{ user: User }>('users.info', { user: id }).then((outcome) => {
      if (!current) return;
      setAnswered((before) => {
        const known = before?.id === id ? before.user : undefined;
        const user = outcome.kind === 'ok' ? outcome.answer.user : known;
        return { id, user, refusal: refusalOf(outcome) };
      });
    });
    return () => {
      current = false;
    };
  }, [call, id, person, tries]);
  const again = useCallback(() => setTries((before) => before + 1), []);
  // What was answered about somebody else is not said of this one.
  const now = answered?.id === id ? answered : undefined;
  return { user: now?.user, refusal: now?.refusal, again };
}
