import { useEffect } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { holdsEverybody } from '../../store/people';
import { askPeople } from './askPeople';

/** How long typing rests before the server is asked. */
export const askMs = 120;
const most = 24;

/**
 * Asks the server for those whom a query means while it is typed, where the page does not hold
 * everybody.
 */
export function usePeopleAsked(query: string | undefined): void {
  const workspace = useWorkspace();
  const whole = useWorkspaceState(holdsEverybody);
  const asked = query?.trim() ?? '';
  useEffect(() => {
    if (whole || asked === '') return;
    const timer = setTimeout(() => void askPeople(workspace, asked, most), askMs);
    return () => clearTimeout(timer);
  }, [whole, asked, workspace]);
}
