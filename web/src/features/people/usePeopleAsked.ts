import { useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { holdsEverybody } from '../../store/people';
import { askPeople } from './askPeople';

/** How long typing rests before the server is asked. */
export const askMs = 120;
const most = 24;

/**
 * Asks the server for those whom a query means while it is typed, where the page does not hold
 * everybody. Answers whether the server's answer is still to come.
 */
export function usePeopleAsked(query: string | undefined): boolean {
  const workspace = useWorkspace();
  const whole = useWorkspaceState(holdsEverybody);
  const asked = query?.trim() ?? '';
  const [answered, setAnswered] = useState('');
  useEffect(() => {
    if (whole || asked === '') return;
    let current = true;
    const ask = async () => {
      await askPeople(workspace, asked, most);
      if (current) setAnswered(asked);
    };
    const timer = setTimeout(() => void ask(), askMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [whole, asked, workspace]);
  return !whole && asked !== answered && asked !== '';
}
