import { useEffect } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import type { UsersAnswer } from '../../protocol/generated';
import { holdsEverybody } from '../../store/people';

/** How long typing rests before the server is asked. */
export const askMs = 120;
const most = 24;

/**
 * Asks the server for those whom a query means, where the page does not hold everybody. They join
 * the people who are held, as if they had been met.
 */
export function usePeopleAsked(query: string | undefined): void {
  const { inbox, parts } = useWorkspace();
  const whole = useWorkspaceState(holdsEverybody);
  const asked = query?.trim() ?? '';
  useEffect(() => {
    if (whole || asked === '') return;
    const timer = setTimeout(() => void ask(), askMs);
    const ask = async () => {
      const outcome = await parts.call<UsersAnswer>('client.users', { query: asked, limit: most });
      if (outcome.kind !== 'ok' || outcome.answer.users.length === 0) return;
      inbox.answer({ type: 'people', people: outcome.answer.users });
    };
    return () => clearTimeout(timer);
  }, [whole, asked, inbox, parts]);
}
